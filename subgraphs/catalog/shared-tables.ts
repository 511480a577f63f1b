import type { ReadableTables } from "../kit/access/reader";

/**
 * What everybody can read of the tables that are in every subgraph's database: all published figures, and the day on
 * which records begin.
 */
export const sharedTables = {
  figure_dimension_value: "all",
  figure_split: "all",
  published_figure: "all",
  published_measure: "all",
  record_coverage: "all",
  release: "all",
  released_cell: "all",
  released_table: "all",
} as const satisfies ReadableTables;
