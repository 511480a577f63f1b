import { askForFile } from "./ask-for-file";
import type { Answered } from "./graph-fetcher";

/**
 * The names of the tables that an answer has as a file, which the graph says without answering again; none where it has
 * none, or does not say.
 */
export async function tablesOfAnswer(last: Answered): Promise<readonly string[]> {
  const response = await askForFile(last, { format: "xlsx" }, { "graph-dry-run": "1" });
  return response.headers.get("graph-tables")?.split(", ") ?? [];
}
