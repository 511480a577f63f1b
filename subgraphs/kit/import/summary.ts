import { type Encoding, nameOfEncoding } from "./encoding";
import type { LineOutcome } from "./row-outcomes";
import type { RowOutcome } from "./upsert-rows";

/** How many rows of a table were written, and how many needed not be. */
export type TableCounts = Readonly<Record<RowOutcome, number>>;

/** What came of the rows of a file. */
export interface ImportCounts {
  /** The kind of the file. */
  readonly name: string;
  /** The table whose rows are the file's. */
  readonly table: string;
  readonly rows: number;
  readonly problems: number;
  /**
   * The outcomes of the rows of the file; a row counts as changed also if only something that belongs to its record
   * changed.
   */
  readonly outcomes: Readonly<Record<LineOutcome, number>>;
  readonly tables: ReadonlyMap<string, TableCounts>;
  readonly seconds: number;
}

/** What an import did. */
export interface ImportSummary extends ImportCounts {
  readonly encoding: Encoding;
  /** Whether all was taken back. */
  readonly dryRun: boolean;
}

/** No rows yet. */
export const noCounts: TableCounts = { inserted: 0, changed: 0, unchanged: 0, removed: 0 };

/** The rows of both. */
export function addCounts(one: TableCounts, other: TableCounts): TableCounts {
  return {
    inserted: one.inserted + other.inserted,
    changed: one.changed + other.changed,
    unchanged: one.unchanged + other.unchanged,
    removed: one.removed + other.removed,
  };
}

/** The lines shown at the end of an import. */
export function formatSummary(summary: ImportSummary, maxRssKilobytes: number): string[] {
  const { name, table, rows, outcomes, tables, seconds, encoding, dryRun } = summary;
  const rate = Math.round(rows / Math.max(seconds, 0.001));
  return [
    `${name}: ${rows} rows: ${formatCounts(outcomes)}`,
    ...[...tables].map(([each, counts]) => `  ${each}: ${formatTable(counts, each === table)}`),
    `${seconds.toFixed(1)} s, ${rate} rows/s, at most ${Math.round(maxRssKilobytes / 1024)} MB of memory; read as ${nameOfEncoding[encoding]}${encoding.startsWith("utf-") ? "" : ", as --encoding says"}.`,
    ...(dryRun ? ["Dry run: everything was taken back, nothing was written."] : []),
  ];
}

function formatCounts(counts: ImportCounts["outcomes"]): string {
  return `${counts.inserted} inserted, ${counts.changed} changed, ${counts.unchanged} unchanged`;
}

/** In other tables the same row can be unchanged many times, so that number is not shown. */
function formatTable(counts: TableCounts, isOwn: boolean): string {
  const { inserted, changed, removed } = counts;
  const written = isOwn ? formatCounts(counts) : `${inserted} inserted, ${changed} changed`;
  return removed > 0 ? `${written}, ${removed} removed` : written;
}
