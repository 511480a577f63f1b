import { type DocumentNode, getOperationAST, type GraphQLSchema, parse } from "graphql";
import { ApiError } from "../../../subgraphs/kit/errors";
import { chosenTables } from "../chosen-tables";
import type { RequestedFormat } from "../requested-format";
import type { Table } from "../tables/table";
import { NotPageable, type PageDocument, pageDocument } from "./page-document";

/** How many records a page has: as many as the graph gives at once. */
const pageSize = 500;

/** A list that is read to its end. */
export interface WholeList extends PageDocument {
  readonly table: Table;
}

/** What is asked for, as it was sent. */
export interface SentOperation {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The list that an operation asks for, which can be read to its end page by page.
 *
 * @returns nothing where the document cannot be read or names no operation: it is refused where all are
 * @throws ApiError INVALID_FORMAT where that is no list of records, or one with lists in its rows
 */
export function wholeList(
  { query, operationName, variables }: SentOperation,
  requested: RequestedFormat,
  schema: GraphQLSchema,
): WholeList | undefined {
  const document = parsed(query);
  const operation = document && getOperationAST(document, operationName);
  if (!document || !operation) return undefined;
  const tables = chosenTables({ document, operation, schema, variables }, requested);
  const [table, ...others] = tables.filter(({ isList }) => isList);
  if (!table || others.length > 0) {
    throw invalid("Expected one list, without lists in its rows.");
  }
  const last = table.path.at(-1);
  if (last !== "nodes" && last !== "edges") {
    throw invalid(`Expected a list of records, with nodes or edges, received ${table.name}.`);
  }
  try {
    const path = table.path.slice(0, -1);
    return { table, ...pageDocument(document, operation, path, pageSize) };
  } catch (error) {
    if (error instanceof NotPageable) throw invalid(error.message);
    throw error;
  }
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query);
  } catch {
    return undefined;
  }
}

function invalid(what: string): ApiError {
  return new ApiError(
    "INVALID_FORMAT",
    `${what} The header graph-export asks for a whole list.`,
    400,
  );
}
