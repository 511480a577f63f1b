/** A list of an answer as a table. */
export interface AnswerTable {
  /** Where the list is, as `fiscalYear.networkEvents`. */
  readonly path: string;
  /** Nested fields have dotted names, as `region.name`. */
  readonly columns: readonly string[];
  /** One text a column; nothing is an empty one. */
  readonly rows: readonly (readonly string[])[];
}

type Fields = Readonly<Record<string, unknown>>;

/** What a connection or a statistics field calls its list: the table has the name of the field around it. */
const wrappers: ReadonlySet<string> = new Set(["nodes", "edges", "rows"]);

/**
 * The tables of an answer: one for each list of objects that is in no other list, the outermost first. A list within a
 * row is written as JSON, one of texts and numbers with semicolons. An answer without such a list is one row.
 */
export function answerTables(data: unknown): readonly AnswerTable[] {
  if (!isFields(data)) return [];
  const lists = listsIn(data, []);
  return lists.length > 0
    ? lists.map(({ path, items }) => tableOf(path, items))
    : [tableOf([], [data])];
}

function listsIn(
  fields: Fields,
  path: readonly string[],
): { path: readonly string[]; items: readonly Fields[] }[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const here = [...path, name];
    if (Array.isArray(value)) {
      const items = value.filter(isFields);
      return items.length === value.length
        ? [{ path: wrappers.has(name) ? path : here, items }]
        : [];
    }
    return isFields(value) ? listsIn(value, here) : [];
  });
}

function tableOf(path: readonly string[], items: readonly Fields[]): AnswerTable {
  const flat = items.map((item) => new Map(cellsOf(item, "")));
  const columns = [...new Set(flat.flatMap((cells) => [...cells.keys()]))];
  return {
    path: path.join("."),
    columns,
    rows: flat.map((cells) => columns.map((column) => cells.get(column) ?? "")),
  };
}

function cellsOf(fields: Fields, prefix: string): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) => {
    // Of an edge, what counts is its node.
    const column = name === "node" && prefix === "" ? "" : `${prefix}${name}`;
    return isFields(value)
      ? cellsOf(value, column === "" ? "" : `${column}.`)
      : [[column, textOf(value)] satisfies [string, string]];
  });
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (Array.isArray(value) && value.every((each) => !isFields(each) && !Array.isArray(each))) {
    return value.map(textOf).join("; ");
  }
  return JSON.stringify(value);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
