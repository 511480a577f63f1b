/** What the schema says of a field's cost. */
export interface FieldCost {
  /** What asking for it weighs, besides what it gives: its `@cost`; 0 where there is none. */
  readonly weight: number;
  /** What each object it gives weighs; 0 for a leaf, or what the `@cost` of its type says. */
  readonly elementWeight: number;
  /** The name of the type it gives. */
  readonly type: string;
  readonly isList: boolean;
  /** Its `@listSize`. */
  readonly size?: ListSize;
  /** Arguments with a `@cost`; of a list, that of each element. */
  readonly argumentWeights: ReadonlyMap<string, number>;
  /** What arguments are where they are not given. */
  readonly argumentDefaults: ReadonlyMap<string, unknown>;
}

/** How long lists are. */
export interface ListSize {
  /** The length where no slicing argument says otherwise. */
  readonly assumed?: number;
  /** Arguments that say how long. */
  readonly slicing: readonly string[];
  /** The fields below that are as long; with none, the field itself is. */
  readonly sized: ReadonlySet<string>;
}

/** The costs of every field, by type and name. */
export type CostSchema = ReadonlyMap<string, ReadonlyMap<string, FieldCost>>;
