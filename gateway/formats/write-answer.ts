import type { FinishedAnswer, Written } from "./answer-format";
import { tabularRequest } from "./choose-format";
import { fileHeaders, statusOf, tablesHeader } from "./file-headers";
import { crossTable } from "./tables/cross-table";
import { notesSheet } from "./tables/notes-sheet";
import type { Sheet, Table } from "./tables/table";
import type { TabularRequest } from "./tabular-answers";

/**
 * Writes an answer in the format of its request. A file has all that was asked for: an answer with an error, even beside
 * data, is written as JSON with a status that says so.
 */
export function writeAnswer(answer: FinishedAnswer): string | Promise<string> {
  const tabular = tabularRequest();
  if (!tabular) return asJson(answer);
  const { data, errors, extensions } = answer;
  if (errors && errors.length > 0) {
    tabular.outcome = { headers: {}, status: statusOf(errors) };
    return asJson(answer);
  }
  // A dry run has no data, and says which tables there would be.
  if (!data || !tabular.tables) {
    tabular.outcome = { headers: tablesHeader(tabular) };
    return asJson(answer);
  }
  const written = tabular.format.write(sheetsOf(tabular, tabular.tables, answer));
  // What cannot be written is no file.
  const sent = (file: Written) => {
    tabular.outcome = { headers: fileHeaders(tabular, extensions) };
    // Apollo Server asks for a text, and Fastify sends bytes as well.
    return file as string;
  };
  return written instanceof Promise ? written.then(sent) : sent(written);
}

function asJson(answer: FinishedAnswer): string {
  return `${JSON.stringify(answer)}\n`;
}

function sheetsOf(
  { format, noted }: TabularRequest,
  tables: readonly Table[],
  answer: FinishedAnswer,
): Sheet[] {
  const sheets = tables.map((table) => ({
    name: table.name,
    columns: table.columns,
    rows: [...table.rows(answer.data)],
  }));
  if (format.holds === "one") return sheets;
  const crossed = tables.flatMap((table, index) => {
    const sheet = sheets[index];
    const crossing = table.isList && sheet ? crossTable(table.planned, sheet) : undefined;
    return crossing ?? [];
  });
  const notes = noted ? [notesSheet(noted, tables, sheets, answer.extensions)] : [];
  return [...sheets, ...crossed, ...notes];
}
