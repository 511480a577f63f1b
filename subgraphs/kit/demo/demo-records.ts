import type { AreaMeasures } from "../statistics/measure";

/** A value of a column; `null` is SQL's. Dates are written `YYYY-MM-DD`. */
export type DemoCell = string | number | boolean | null;

/** The synthetic rows of one table. */
export interface DemoTable {
  readonly table: string;
  readonly columns: readonly string[];
  /** Makes the rows while they are read, the same every time: there can be more than fit into memory. */
  readonly rows: () => Iterable<readonly DemoCell[]>;
}

/** Synthetic records of one office. */
export interface DemoRecords {
  /** What `--scale` counts, as `dispatches`. */
  readonly counted: string;
  /** How many of them one copy has; one copy agrees with the published figures. */
  readonly inOneCopy: number;
  /** What can be counted of them. */
  readonly measures: Pick<AreaMeasures, "earliest" | "measures">;
  /**
   * Table → the day from which it is complete, if that is later than the fiscal year of its first row: synthetic
   * records of long periods are complete only after some years.
   */
  readonly complete?: Readonly<Record<string, string>>;
  /** The tables with `copies` copies, parents first. */
  readonly tables: (copies: number) => readonly DemoTable[];
}
