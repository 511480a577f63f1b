import type { GraphQLFormattedError } from "graphql";
import type { FinishedAnswer } from "./answer-format";
import { tabularRequest } from "./choose-format";
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
  const { data, errors } = answer;
  if (errors && errors.length > 0) {
    tabular.outcome = { headers: {}, status: statusOf(errors) };
    return asJson(answer);
  }
  // A dry run has no data.
  if (!data || !tabular.tables) return asJson(answer);
  const { format, fileName = "answer" } = tabular;
  tabular.outcome = {
    headers: {
      "content-type": contentType(tabular),
      "content-disposition": `attachment; filename="${fileName}.${format.name}"`,
      "graph-tables": tabular.tables.map(({ name }) => name).join(", "),
    },
  };
  // Apollo Server asks for a text, and Fastify sends bytes as well.
  return format.write(sheetsOf(tabular, tabular.tables, answer)) as string | Promise<string>;
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
  const notes = noted ? [notesSheet(noted, tables, sheets, answer.extensions ?? {})] : [];
  return [...sheets, ...crossed, ...notes];
}

function contentType({ format: { mediaType, holds } }: TabularRequest): string {
  return holds === "one" ? `${mediaType}; charset=utf-8` : mediaType;
}

const statuses: Readonly<Record<string, number>> = {
  FORBIDDEN: 403,
  INTERNAL_SERVER_ERROR: 500,
  SUBGRAPH_INVALID_RESPONSE: 502,
  SUBGRAPH_TIMEOUT: 504,
  SUBGRAPH_UNAVAILABLE: 503,
};

/** The status of the first error: no reader of files looks into one for errors. */
function statusOf([error]: readonly GraphQLFormattedError[]): number {
  const code: unknown = error?.extensions?.["code"];
  return (typeof code === "string" ? statuses[code] : undefined) ?? 400;
}
