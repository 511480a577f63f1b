import { registerEnumType } from "type-graphql";
import type { SqlType } from "../filter/compile-filter";
import { ApiError, shown } from "../errors";

/** Which way a list is ordered. */
export enum OrderDirection {
  ASC = "ASC",
  DESC = "DESC",
}

registerEnumType(OrderDirection, {
  name: "OrderDirection",
  description: "Which way a list is ordered.",
  valuesConfig: {
    ASC: { description: "Smallest or earliest first." },
    DESC: { description: "Largest or latest first." },
  },
});

/** An expression a list can be ordered by. It is never null: what is unknown gets a stand-in that sorts last. */
export interface OrderColumn {
  readonly sql: string;
  readonly type: SqlType;
}

/** One term of an ordering. */
export interface OrderTerm<Key extends string = string> {
  readonly by: Key;
  readonly direction: OrderDirection;
}

/** An order term with its SQL. */
export interface ResolvedOrder extends OrderColumn {
  readonly by: string;
  readonly descending: boolean;
}

/**
 * The full ordering of a list: the terms asked for (or the list's own), then its unique key, so that no two nodes tie.
 * @throws ApiError INVALID_ORDERING if a key stands twice
 */
export function resolveOrdering(
  asked: readonly OrderTerm[] | null | undefined,
  fallback: readonly OrderTerm[],
  columns: Readonly<Record<string, OrderColumn>>,
  unique: OrderColumn,
): ResolvedOrder[] {
  const terms = asked?.length ? asked : fallback;
  const repeated = terms.find((term, index) =>
    terms.some(({ by }, other) => other < index && by === term.by),
  );
  if (repeated) {
    throw new ApiError(
      "INVALID_ORDERING",
      `Expected each field once in orderBy, received ${shown(repeated.by)} twice.`,
    );
  }
  return [
    ...terms.map(({ by, direction }) => {
      const column = columns[by];
      if (!column) throw new Error(`no column for ordering ${by}`);
      return { ...column, by, descending: direction === OrderDirection.DESC };
    }),
    { ...unique, by: "", descending: terms[0]?.direction === OrderDirection.DESC },
  ];
}

/** `ORDER BY` terms of an ordering. */
export function orderBySql(ordering: readonly ResolvedOrder[]): string {
  return ordering.map(({ sql, descending }) => `${sql}${descending ? " DESC" : ""}`).join(", ");
}
