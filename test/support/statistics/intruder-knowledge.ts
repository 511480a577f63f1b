import type { Effort } from "./unknown-numbers";

/** The keys of a group, one for each dimension of its table; `undefined` where it is summed over. */
export type Keys = readonly (string | null | undefined)[];

/** A row as everybody is shown it; without a value where it is suppressed. */
export interface SeenRow {
  /** One for each dimension that it is grouped by. */
  readonly keys: readonly (string | null)[];
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** What everybody is shown of a measure in a period, grouped in one way. */
export interface SeenGroups {
  readonly measure: string;
  /** What it is grouped by: nothing for the total. */
  readonly dimensions: readonly string[];
  /** The day of a stock, or the fiscal year of a flow, as `FY2013`. */
  readonly period: string;
  /** Whether not all groups are listed. Otherwise one that is not listed is nought. */
  readonly isWithheld: boolean;
  readonly rows: readonly SeenRow[];
}

/** A group as it is on record; what has no group is nought. */
export interface TrueGroup {
  readonly keys: Keys;
  readonly count: number;
  /** Whom it is about, where that is known. */
  readonly who?: ReadonlySet<string>;
}

/** A table as it is on record, with all its sums: those that nobody is shown, too. */
export interface TrueTable extends Pick<SeenGroups, "measure" | "dimensions" | "period"> {
  readonly groups: readonly TrueGroup[];
}

/** What everybody knows of measures without having seen any number. */
export interface PublicKnowledge {
  /** A stock, and what comes and goes between two of its days. */
  readonly balances: readonly {
    readonly stock: string;
    readonly came: string;
    readonly went: string;
  }[];
  /** All whom one measure counts are counted by another too. */
  readonly subsets: readonly { readonly part: string; readonly whole: string }[];
  /** Everybody in a stock came by a flow, in its year or before. */
  readonly arrivals: readonly {
    readonly stock: string;
    readonly came: string;
    /** Whether some came later than by that: in which groups is taken to be known. */
    readonly areSomeLate?: boolean;
  }[];
  /** What one measure counts are groups of another that are not empty: which these are, is known. */
  readonly groups: readonly {
    readonly measure: string;
    readonly of: string;
    readonly dimension: string;
    /** Whether somebody knows in how many parts each of them is, and so how many are counted several times. */
    readonly isOverlapKnown?: boolean;
  }[];
}

/** Everything that was shown at one time, and the truth of that time. */
export interface SeenRelease {
  readonly seen: readonly SeenGroups[];
  readonly truth: readonly TrueTable[];
}

/** What was found out. */
export interface FoundOut {
  /** Suppressed numbers that were found out closer than is promised. */
  readonly narrow: readonly {
    readonly cell: string;
    readonly truths: readonly number[];
    readonly least: number;
    readonly greatest: number;
  }[];
  /** What is shown and is not so, or is not shown as is promised. */
  readonly wrong: readonly string[];
  /** What can be added up and is about too few persons. */
  readonly few: readonly string[];
  /** Numbers that no table shows, and that were found out as suppressed ones must not be. */
  readonly byTheWay: readonly {
    readonly cell: string;
    readonly truths: readonly number[];
    readonly spread: number;
    /** Whether it is, or was, about too few persons: others need not stay uncertain. */
    readonly isSmall: boolean;
  }[];
  /** How many suppressed numbers there were to find out. */
  readonly hidden: number;
  /** How close the closest was found out. */
  readonly narrowest: number;
  readonly effort: Effort;
}
