import type { Answered } from "./graph-fetcher";

/**
 * Asks once more for an answer, as a file: `parameters` of the address say the format, and which table; `more` are headers
 * besides those that the answer was asked with.
 */
export function askForFile(
  { asked, headers }: Answered,
  parameters: Readonly<Record<string, string>>,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const { accept: _json, ...others } = headers;
  return fetch(`/graphql?${new URLSearchParams(parameters).toString()}`, {
    method: "POST",
    credentials: "omit",
    headers: { ...others, ...more },
    body: JSON.stringify(asked),
  });
}
