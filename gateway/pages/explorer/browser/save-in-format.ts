import type { GraphAnswer } from "../../browser/post-graphql";
import { saveFile } from "../../browser/save-file";
import type { PageLanguage } from "../../shared/page-language";
import { words } from "../shared/words";
import { askForFile } from "./ask-for-file";
import type { Answered } from "./graph-fetcher";

/** A file that an answer can be saved as. */
export interface SavedFormat {
  readonly format: "csv" | "ndjson" | "xlsx";
  /** The table that it holds, where the answer has several and the format holds one. */
  readonly table?: string;
}

/**
 * Asks once more for the answer, as a file, and has the browser save it.
 *
 * @returns the name of the file
 * @throws Error with what the graph says, where it does not answer in this format
 */
export async function saveInFormat(
  last: Answered,
  { format, table }: SavedFormat,
  language: PageLanguage,
): Promise<string> {
  const response = await askForFile(last, { format, ...(table !== undefined && { table }) });
  const type = response.headers.get("content-type") ?? "";
  if (!response.ok || type.startsWith("application/json")) {
    throw new Error(`${words.noFormat[language]} ${problemIn(await response.text())}`);
  }
  const name = nameIn(response.headers) ?? `${last.asked.operationName ?? "answer"}.${format}`;
  saveFile(name, await response.blob());
  return name;
}

/** What the errors of an answer say; nothing where it has none. */
function problemIn(text: string): string {
  try {
    const { errors = [] } = JSON.parse(text) as GraphAnswer;
    return errors.map(({ message }) => message).join(" ");
  } catch {
    return text.slice(0, 200);
  }
}

/** The name that the answer gives the file (RFC 6266); that in UTF-8 first. */
function nameIn(headers: Headers): string | undefined {
  const disposition = headers.get("content-disposition") ?? "";
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1];
}
