import type { SqlParameters } from "../database/sql-parameters";
import { ApiError } from "../errors";
import type { CursorKeys } from "./cursor-keys";
import type { ResolvedOrder } from "./ordering";
import { seal, unseal } from "./sealed";

/** Whom cursors are for: nobody else can use them. */
export interface CursorScope {
  readonly subgraph: string;
  /** The reader a caller is, by whose name the rows that it sees are chosen; `undefined` for those who see all. */
  readonly reader?: string | undefined;
  /** What row rules know of the caller besides. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The cursors of one request: the place of a node in its list, its values of the ordering, which can be a name.
 * Nobody can read them or make one, and they hold for the same subgraph, list, ordering and kind of caller alone.
 */
export class Cursors {
  constructor(
    private readonly keys: CursorKeys,
    private readonly scope: CursorScope,
  ) {}

  /** The cursor of a place in the list of this name. */
  encode(list: string, ordering: readonly ResolvedOrder[], values: readonly string[]): string {
    const [first] = this.keys;
    if (!first) throw new Error("There is no key for cursors.");
    return seal(values, this.purpose(list, ordering), first);
  }

  /**
   * Reads a cursor back.
   * @throws ApiError INVALID_CURSOR unless it was made by {@link encode} for the same; nothing of it is repeated
   */
  decode(list: string, ordering: readonly ResolvedOrder[], cursor: string): string[] {
    const values = unseal(cursor, this.purpose(list, ordering), this.keys);
    if (Array.isArray(values) && values.length === ordering.length && values.every(isText)) {
      return values;
    }
    throw new ApiError(
      "INVALID_CURSOR",
      "Expected a cursor given by this list with the same orderBy, received one that was not, that another caller was given, or that was made before cursors were changed. Begin anew, without after.",
    );
  }

  private purpose(list: string, ordering: readonly ResolvedOrder[]): string {
    const { subgraph, reader = null, attributes } = this.scope;
    const sorted = Object.entries(attributes).sort(([one], [other]) => (one < other ? -1 : 1));
    const terms = ordering.map(({ by, descending }) => [by, descending]);
    return JSON.stringify([subgraph, reader, sorted, list, terms]);
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** The condition "behind the cursor": one row comparison where all terms go the same way, so that an index serves it. */
export function afterCursorSql(
  ordering: readonly ResolvedOrder[],
  values: readonly string[],
  parameters: SqlParameters,
): string {
  // Selected, so that one plan serves wherever a page begins.
  const terms = ordering.map((order, index) => ({
    ...order,
    value: `(SELECT ${parameters.add(values[index], order.type)})`,
  }));
  const [first] = terms;
  if (terms.every(({ descending }) => descending === first?.descending)) {
    const left = terms.map(({ sql }) => sql).join(", ");
    const right = terms.map(({ value }) => value).join(", ");
    return `(${left}) ${first?.descending ? "<" : ">"} (${right})`;
  }
  const alternatives = terms.map(({ sql, value, descending }, index) =>
    [
      ...terms.slice(0, index).map((earlier) => `${earlier.sql} = ${earlier.value}`),
      `${sql} ${descending ? "<" : ">"} ${value}`,
    ].join(" AND "),
  );
  return `(${alternatives.map((alternative) => `(${alternative})`).join(" OR ")})`;
}
