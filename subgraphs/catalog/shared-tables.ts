import type { ReadableTables } from "../kit/access/reader";

/**
 * What everybody reads of the tables that every subgraph's database has: all figures have been published, and since when there
 * are records is for everybody.
 */
export const sharedTables = {
  figure_dimension_value: "all",
  figure_split: "all",
  published_figure: "all",
  published_measure: "all",
  record_coverage: "all",
} as const satisfies ReadableTables;
