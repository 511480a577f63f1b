import type { GraphQLField, GraphQLNamedType } from "graphql";

/** What a cell of a column holds. */
export type CellKind = "boolean" | "date" | "number" | "text";

/** A value at one place below an object of the answer. */
export interface PlannedColumn {
  /** The names that lead to the value. */
  readonly path: readonly string[];
  /** The same as people say it: without `nodes`, `edges` and `node`, which every list of records has. */
  readonly name: readonly string[];
  readonly kind: CellKind;
  /** The field and its type, from the schema. */
  readonly field: GraphQLField<unknown, unknown>;
  readonly parent: GraphQLNamedType;
}

/** A list at one place below an object of the answer. */
export interface PlannedList {
  /** The names that lead to the list. */
  readonly path: readonly string[];
  /** The same as people say it. */
  readonly name: readonly string[];
  /** What its elements are: objects, or values. */
  readonly element: PlannedObject | PlannedColumn;
}

/** What is asked of an object, with the objects that it refers to: what is one value, and what is a list. */
export interface PlannedObject {
  readonly columns: readonly PlannedColumn[];
  readonly lists: readonly PlannedList[];
}
