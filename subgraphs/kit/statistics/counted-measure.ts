import type { DataSource } from "typeorm";
import type { DisclosureRule } from "../disclosure/disclosure-rule";
import type { Measure } from "./measure";

/** How one measure is counted for one caller. */
export interface CountedMeasure {
  readonly measure: Measure;
  readonly database: DataSource;
  /** How small groups are protected; `undefined` for a caller who is permitted to see the records. */
  readonly rule: DisclosureRule | undefined;
}
