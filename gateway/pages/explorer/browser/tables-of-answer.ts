import type { Answered } from "./graph-fetcher";

/**
 * The names of the tables that an answer has as a file, which the graph says without answering again; none where it has
 * none, or does not say.
 */
export async function tablesOfAnswer({ asked, headers }: Answered): Promise<readonly string[]> {
  const { accept: _json, ...others } = headers;
  const response = await fetch("/graphql?format=xlsx", {
    method: "POST",
    credentials: "omit",
    headers: { ...others, "graph-dry-run": "1" },
    body: JSON.stringify(asked),
  });
  return response.headers.get("graph-tables")?.split(", ") ?? [];
}
