import type { DataSource } from "typeorm";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { Measure } from "./measure";

/** How one measure is counted for one caller. */
export type CountedMeasure = ExactMeasure | ProtectedMeasure | ReleasedMeasure;

interface CountedOnRequest {
  readonly measure: Measure;
  readonly database: DataSource;
  /** Whether the audit log says how many records it was counted from. */
  readonly isNoted: boolean;
}

/** Every number as it is counted: the caller sees the records, or no person is behind them. */
export interface ExactMeasure extends CountedOnRequest {
  readonly how: "exact";
  readonly rule: undefined;
}

/** Counted as whole tables, in which small groups are protected. */
export interface ProtectedMeasure extends CountedOnRequest {
  readonly how: "protected";
  /** How small groups are protected. */
  readonly rule: DisclosureRule;
}

/** Read from the register of releases, which holds nothing but what everybody is shown. */
export interface ReleasedMeasure extends CountedOnRequest {
  readonly how: "released";
  readonly rule: undefined;
}
