import type { ObjectLiteral } from "typeorm";
import type { SqlType } from "../filter/compile-filter";
import type { FilteredRecords } from "../filter/filtered-records";
import type { OrderColumn, OrderTerm } from "./ordering";

/** Which nodes a list has. The table's alias is `t` in every piece of SQL. */
export interface ListedNodes<Node extends ObjectLiteral> extends FilteredRecords {
  /** Names the list in SQL tags and cursors. */
  readonly name: string;
  readonly entity: new () => Node;
  /** The condition that `t` holds on a day, of which `day` is the SQL; for lists that take `asOf`. */
  readonly asOf?: (day: string) => string;
  /** For lists that take `knownAt`, and those of the same table `updatedSince`. */
  readonly known?: KnownList;
}

/** How the nodes of a list are found in the database. */
export interface ListDefinition<Node extends ObjectLiteral> extends ListedNodes<Node> {
  /** Ordering key → what it orders by. */
  readonly orderings: Readonly<Record<string, OrderColumn>>;
  readonly defaultOrder: readonly OrderTerm[];
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
  /**
   * The same as of a moment, of which `knownAt` is the SQL; for conditions that ask other tables, or the list's own apart
   * from `t`.
   */
  readonly known?: (key: string, knownAt: string) => string;
}
