import { getVariableValues, OperationTypeNode } from "graphql";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import { fragmentsOf } from "../planning/fragments-of";
import type { ResolvedOperation } from "../steps/operation-steps";
import type { RequestedFormat } from "./requested-format";
import type { TabularRequest } from "./tabular-answers";
import { canBeSuppressed } from "./tables/can-be-suppressed";
import type { Table } from "./tables/table";
import { tablesOf } from "./tables/tables-of";

/** An operation whose answer has tables. */
export interface OperationOfTables extends Pick<
  ResolvedOperation,
  "document" | "operation" | "schema"
> {
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The tables that an operation is answered with, before it is run.
 *
 * @throws ApiError INVALID_FORMAT for what has no tables, or several where the format holds one; for a table that there
 *   is not; and for numbers of which the tables could not say that they are suppressed
 */
export function chosenTables(
  { document, operation, schema, variables: given }: OperationOfTables,
  requested: RequestedFormat & Pick<TabularRequest, "wholeList">,
): readonly Table[] {
  const { format, table: name, wholeList } = requested;
  const root = schema.getQueryType();
  if (operation?.operation !== OperationTypeNode.QUERY || !root) {
    throw invalid(`Expected a query for ${format.name}, received a ${operation?.operation}.`);
  }
  const { coerced: variables = {} } = getVariableValues(
    schema,
    operation.variableDefinitions ?? [],
    given,
  );
  const asked = { schema, fragments: fragmentsOf(document), variables };
  const tables = tablesOf(asked, [operation.selectionSet, root]);
  if (tables.length === 0) {
    throw invalid(`Expected fields that have values for ${format.name}, received none.`);
  }
  for (const table of tables) {
    refuseUnmarked(table);
    refuseNamesakes(table);
  }
  if (wholeList) return [listAt(wholeList, tables)];
  if (name !== undefined) {
    const named = tables.find((table) => table.name === name);
    if (!named) throw invalid(`Expected table to be ${oneOf(tables)}, received ${shown(name)}.`);
    return [named];
  }
  if (format.holds === "all" || tables.length === 1) return tables;
  const lists = tables.filter(({ isList }) => isList);
  if (lists.length === 1) return lists;
  throw invalid(
    `Expected table=${oneOf(lists.length > 0 ? lists : tables)}: ${format.name} holds one table, and the answer has ${tables.length}. Excel (format=xlsx) holds all.`,
  );
}

/** The table of a list that is answered whole: of its records, in whose rows there is no list, and of nothing else. */
function listAt(path: readonly string[], tables: readonly Table[]): Table {
  const lists = tables.filter(({ isList }) => isList);
  const [list, another] = lists;
  if (!list || another || list.path.slice(0, -1).join() !== path.join()) {
    throw invalid(
      `Expected one list, without lists in its rows, for the header graph-export, received ${oneOf(lists)}.`,
    );
  }
  return list;
}

function oneOf(tables: readonly Table[]): string {
  return tables.map(({ name }) => name).join(" or ");
}

/** In a table, a number that is not shown would look like one that is not known. */
function refuseUnmarked({ name, planned }: Table): void {
  for (const column of planned) {
    const { path, field } = column;
    const place = path.slice(0, -1);
    const isMarked = planned.some(
      (other) =>
        other.field.name === "suppressed" && other.path.slice(0, -1).join(".") === place.join("."),
    );
    if (canBeSuppressed(column) && !isMarked) {
      throw invalid(
        `Expected suppressed beside ${[name, ...place, field.name].join(".")}: without it, a table cannot say which numbers are not shown.`,
      );
    }
  }
}

/** A row can have one value under a name. */
function refuseNamesakes({ name, columns }: Table): void {
  const headings = new Set<string>();
  for (const { heading } of columns) {
    if (headings.has(heading)) {
      throw invalid(`Expected other names in ${name}, received two columns called ${heading}.`);
    }
    headings.add(heading);
  }
}

function invalid(message: string): ApiError {
  return new ApiError("INVALID_FORMAT", message, 400);
}
