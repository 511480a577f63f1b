import type { ExplorerData } from "../shared/explorer-data";

/**
 * Fetches a token of a role from the issuer of the local stack.
 *
 * @throws Error where it gives none
 */
export async function fetchToken(
  { address }: NonNullable<ExplorerData["tokens"]>,
  role: string,
): Promise<string> {
  const response = await fetch(address, {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ role }),
  });
  const answer = (await response.json()) as { token?: string; title?: string };
  if (answer.token === undefined) throw new Error(answer.title ?? String(response.status));
  return answer.token;
}
