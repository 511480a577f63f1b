import type { ReadableTables } from "../kit/access/reader";

/** What everybody reads of the tables that every subgraph's database has: all figures have been published. */
export const sharedTables = {
  figure_dimension_value: "all",
  figure_split: "all",
  published_figure: "all",
  published_measure: "all",
} as const satisfies ReadableTables;
