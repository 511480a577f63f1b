import { parseIntendedChanges } from "../intended-changes";

/** Why breaking changes were made, by their message, as `intended-changes.json` says; nothing where that cannot be read. */
export function reasonsOf(json: string | undefined): ReadonlyMap<string, string> {
  try {
    return new Map(
      parseIntendedChanges(json ?? "[]").map(({ change, reason }) => [change, reason]),
    );
  } catch {
    return new Map();
  }
}
