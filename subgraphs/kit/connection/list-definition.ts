import type { ObjectLiteral } from "typeorm";
import type { FilterColumn, SqlType } from "../filter/compile-filter";
import type { OrderColumn, OrderTerm } from "./ordering";

/** How the nodes of a list are found in the database. The table's alias is `t` in every piece of SQL. */
export interface ListDefinition<Node extends ObjectLiteral> {
  /** Names the list in SQL tags and cursors. */
  readonly name: string;
  readonly entity: new () => Node;
  /** Filter field → what it compares. */
  readonly filters: Readonly<Record<string, FilterColumn>>;
  /** Ordering key → what it orders by. */
  readonly orderings: Readonly<Record<string, OrderColumn>>;
  readonly defaultOrder: readonly OrderTerm[];
  /** The condition that `t` holds on a day, of which `day` is the SQL; for lists that take `asOf`. */
  readonly asOf?: (day: string) => string;
  /** For lists that take `knownAt`. */
  readonly known?: KnownList;
  /** A key no two nodes share. */
  readonly unique: OrderColumn;
}

/** How a list is answered from what was on record at a moment. */
export interface KnownList {
  /** The table whose history decides. Where it is the list's own, its rows are those of that moment. */
  readonly table: string;
  /**
   * The condition that `t` holds on a day as of a moment, of which `day` and `knownAt` are the SQL; for lists that take
   * `asOf` and whose own condition asks tables as they are now.
   */
  readonly asOf?: (day: string, knownAt: string) => string;
}

/** How nodes of a list belong to a parent, so that the lists of many parents are read with one statement. */
export interface ParentDefinition {
  /** Names the relation, as `byCountryCode`; part of the SQL tag. */
  readonly name: string;
  readonly keyType: SqlType;
  /** The condition that `t` belongs to the parent whose key is the SQL expression `key`. */
  readonly condition: (key: string) => string;
}
