/** What the schema says of a field's cost. */
export interface FieldCost {
  /** Its own weight, without what it returns: its `@cost`, or 0. */
  readonly weight: number;
  /** The weight of each object it returns: 0 for a leaf, or the `@cost` of its type. */
  readonly elementWeight: number;
  /** The name of the type it gives. */
  readonly type: string;
  readonly isList: boolean;
  /** Its `@listSize`. */
  readonly size?: ListSize;
  /** Arguments with a `@cost`, or with one within. */
  readonly argumentCosts: ReadonlyMap<string, InputCost>;
  /** The default values of arguments. */
  readonly argumentDefaults: ReadonlyMap<string, unknown>;
}

/** What the schema says of the cost of an argument, or of a field of an input. */
export interface InputCost {
  /** Its `@cost`, or 0; of a list, that of each element. */
  readonly weight: number;
  /** The fields of each element that have a cost. */
  readonly fields: ReadonlyMap<string, InputCost>;
}

/** How long lists are. */
export interface ListSize {
  /** The length where no slicing argument says otherwise. */
  readonly assumed?: number;
  /** Arguments that say how long. */
  readonly slicing: readonly string[];
  /** The fields below it that have this length; if there are none, the field itself has it. */
  readonly sized: ReadonlySet<string>;
}

/** The costs of every field, by type and name. */
export type CostSchema = ReadonlyMap<string, ReadonlyMap<string, FieldCost>>;
