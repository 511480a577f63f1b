import type { RowOutcome } from "./upsert-rows";

/** How many rows of a table were written, and how many needed not be. */
export type TableCounts = Readonly<Record<RowOutcome, number>>;

/** What an import did. */
export interface ImportSummary {
  /** The kind of the file. */
  readonly name: string;
  /** The table whose rows are the file's. */
  readonly table: string;
  readonly rows: number;
  readonly problems: number;
  readonly tables: ReadonlyMap<string, TableCounts>;
  /** Rows counted as unchanged in their table, of which something was changed that lies in another one. */
  readonly changedAround: number;
  readonly seconds: number;
  /** Whether all was taken back. */
  readonly dryRun: boolean;
}

/** No rows yet. */
export const noCounts: TableCounts = { inserted: 0, changed: 0, unchanged: 0, removed: 0 };

/** The lines shown at the end of an import. */
export function formatSummary(summary: ImportSummary, maxRssKilobytes: number): string[] {
  const { name, table, rows, tables, changedAround, seconds, dryRun } = summary;
  const own = tables.get(table) ?? noCounts;
  const counts = {
    ...own,
    changed: own.changed + changedAround,
    unchanged: own.unchanged - changedAround,
  };
  const rate = Math.round(rows / Math.max(seconds, 0.001));
  return [
    `${name}: ${rows} rows: ${formatCounts(counts)}`,
    ...[...tables].map(([each, counts]) => `  ${each}: ${formatTable(counts, each === table)}`),
    `${seconds.toFixed(1)} s, ${rate} rows/s, at most ${Math.round(maxRssKilobytes / 1024)} MB of memory.`,
    ...(dryRun ? ["Dry run: everything was taken back, nothing was written."] : []),
  ];
}

function formatCounts(counts: TableCounts): string {
  return `${counts.inserted} inserted, ${counts.changed} changed, ${counts.unchanged} unchanged`;
}

/** Of other tables the same row may have been unchanged many times over, which says nothing. */
function formatTable(counts: TableCounts, isOwn: boolean): string {
  const { inserted, changed, removed } = counts;
  const written = isOwn ? formatCounts(counts) : `${inserted} inserted, ${changed} changed`;
  return removed > 0 ? `${written}, ${removed} removed` : written;
}
