import type { FilterColumn } from "./compile-filter";
import type { FilteredRecords, FilterRelation } from "./filtered-records";

/** What a filter asks for, once it is read: checked, without what sets no condition. */
export type Condition = Comparison | AllOf | AnyOf | Negation | Related | Counts;

/** One operator of one filter field. */
export interface Comparison {
  readonly kind: "comparison";
  /** Where it stands, as `or[0].name.eq`. */
  readonly place: string;
  readonly column: FilterColumn;
  readonly operator: string;
  readonly operand: unknown;
}

/** All of these hold; what one filter input comes to. */
export interface AllOf {
  readonly kind: "all";
  /** The records it is about. */
  readonly records: FilteredRecords;
  readonly parts: readonly Condition[];
}

/** At least one of these holds. */
export interface AnyOf {
  readonly kind: "any";
  readonly parts: readonly AllOf[];
}

/** This does not hold. */
export interface Negation {
  readonly kind: "not";
  readonly part: AllOf;
}

/** Of how many related records a condition holds; `is`: of the one there is. */
export type Quantifier = "is" | "some" | "none" | "every";

/** Records that these refer to meet a condition. */
export interface Related {
  readonly kind: "related";
  readonly relation: FilterRelation;
  readonly quantifier: Quantifier;
  readonly part: AllOf;
}

/** A record is among those that count as related. */
export interface Counts {
  readonly kind: "counts";
  readonly only: (day: () => string) => string;
}
