import { ApiError, shown } from "../errors";
import type { SqlParameters } from "../database/sql-parameters";
import type { SqlType } from "../filter/compile-filter";
import { isDate } from "../graphql/scalars";
import type { ResolvedOrder } from "./ordering";

const readable: Readonly<Record<SqlType, (value: string) => boolean>> = {
  text: () => true,
  integer: (value) => /^-?\d{1,10}$/.test(value) && Math.abs(Number(value)) <= 2_147_483_647,
  date: (value) => isDate(value) || value === "infinity",
  boolean: (value) => value === "true" || value === "false",
};

/** The place of a node in the list of this name: its values of the ordering, as text. Opaque to callers. */
export function encodeCursor(
  list: string,
  ordering: readonly ResolvedOrder[],
  values: readonly string[],
): string {
  return Buffer.from(JSON.stringify([signature(list, ordering), ...values])).toString("base64url");
}

/**
 * Reads a cursor back.
 * @throws ApiError INVALID_CURSOR unless it was made by {@link encodeCursor} for the same list and ordering
 */
export function decodeCursor(
  list: string,
  ordering: readonly ResolvedOrder[],
  cursor: string,
): string[] {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    decoded = undefined;
  }
  if (Array.isArray(decoded) && decoded[0] === signature(list, ordering)) {
    const values: unknown[] = decoded.slice(1);
    const good = values.filter(
      (value, index): value is string =>
        typeof value === "string" &&
        !value.includes("\0") &&
        (ordering[index] ? readable[ordering[index].type](value) : false),
    );
    if (good.length === ordering.length && values.length === ordering.length) return good;
  }
  throw new ApiError(
    "INVALID_CURSOR",
    `Expected a cursor given by this list with the same orderBy, received ${shown(cursor)}.`,
  );
}

/** The condition "behind the cursor": one row comparison where all terms go the same way, so that an index serves it. */
export function afterCursorSql(
  ordering: readonly ResolvedOrder[],
  values: readonly string[],
  parameters: SqlParameters,
): string {
  const terms = ordering.map((order, index) => ({
    ...order,
    value: parameters.add(values[index], order.type),
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

function signature(list: string, ordering: readonly ResolvedOrder[]): string {
  const terms = ordering.map(({ by, descending }) => `${descending ? "-" : ""}${by}`);
  return [list, ...terms].join(",");
}
