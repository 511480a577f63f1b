import type { DisclosureRule } from "../../disclosure/disclosure-rule";
import type { Interval } from "../../disclosure/known/interval";
import type { LinkedMeasures } from "../../statistics/measure";
import type { ReleasedTable } from "../released-rows";
import type { GroupKeys } from "../unit-tables";
import type { Group } from "./group";

/** What a check knows of a measure. */
export interface CheckedMeasure {
  /** Whether the parts of a number add up to it, unless they overlap. */
  readonly isAdditive: boolean;
  /** Whether its numbers are of persons, or of what persons have. */
  readonly isOfPersons: boolean;
  /** The dimensions of which what is counted can have several values at once. */
  readonly overlapping: readonly string[];
  readonly linked: LinkedMeasures;
}

/** A row of a table to publish. */
export interface GivenRow {
  /** Its keys, a key a dimension of the table; `undefined` where it is summed over. */
  readonly keys: GroupKeys;
  /** What it shows; `null` if it is hidden. */
  readonly count: number | null;
  /** What is said of it where it is hidden. */
  readonly interval: Interval;
}

/** A table to publish. */
export interface GivenTable {
  readonly measure: string;
  readonly dimensions: readonly string[];
  readonly period: string;
  /** Whether groups that have no row are known to be empty. */
  readonly isComplete: boolean;
  readonly rows: readonly GivenRow[];
}

/** Tables to check, and all that is known besides: plain data, which can be sent to another thread. */
export interface CheckTask {
  readonly rule: DisclosureRule;
  /** By their names; all that are linked with those of the tables. */
  readonly measures: Readonly<Record<string, CheckedMeasure>>;
  /** The tables of the last release. */
  readonly released: readonly ReleasedTable[];
  readonly given: readonly GivenTable[];
}

/** What a number is of: one of a table, or one that follows from several. */
export enum NumberKind {
  /** The number of a group. */
  GROUP = "GROUP",
  /** The sum of the groups by a dimension that are not shown. */
  OTHERS = "OTHERS",
  /** Those who are not in a group, where groups overlap. */
  OUTSIDE = "OUTSIDE",
  /** How much more the groups by a dimension add up to than their whole, as somebody can be in several. */
  SEVERAL = "SEVERAL",
  /** Those whom one measure counts and another does not. */
  REST = "REST",
}

/** What a number is. */
export interface NumberName {
  readonly kind: NumberKind;
  readonly measure: string;
  /** The day of a stock, a fiscal year as `FY2023`, or two days with what happened after the first and up to the second. */
  readonly period: string | readonly [after: string, upTo: string];
  readonly group: Group;
  /** The dimension that {@link kind} is about. */
  readonly dimension?: string;
  /** Of a rest, the measure that counts all. */
  readonly whole?: string;
}

/** Why a number is known too well. */
export enum FindingKind {
  SUPPRESSED = "SUPPRESSED",
  HIDDEN = "HIDDEN",
  SHOWN = "SHOWN",
  COMPUTED = "COMPUTED",
  CHANGED = "CHANGED",
}

/** A number that would be known too well. */
export interface Finding {
  readonly kind: FindingKind;
  readonly number: NumberName;
  /** What would be known of it; by how much it changed, where that is known too well. */
  readonly interval: Interval;
}

/** Where the tables contradict the release, or each other. */
export interface ContradictoryNumber {
  readonly table: number;
  /** The row; `null` for a group that has none, though the table is to have all. */
  readonly row: number | null;
  readonly number: NumberName;
  /** What is known of it before. */
  readonly expected: Interval;
  readonly received: Interval;
}

/** What a check came to. */
export type CheckOutcome =
  | {
      readonly outcome: "checked";
      readonly findings: readonly Finding[];
      /** Whether all were found. Where time ran out, numbers without a finding may be known too well too. */
      readonly isDecided: boolean;
      /** Which numbers to hide; `null` if no choice of them suffices, or none was found in time. */
      readonly hide: readonly NumberName[] | null;
      readonly isFewest: boolean;
    }
  | { readonly outcome: "contradictory"; readonly at: ContradictoryNumber }
  /** They are about more numbers than can be checked. */
  | { readonly outcome: "tooLarge"; readonly numbers: number; readonly most: number };

/** What a check comes to that has found nothing before its time was over. */
export const undecided: CheckOutcome = {
  ...{ outcome: "checked", findings: [], isDecided: false, hide: null, isFewest: false },
};
