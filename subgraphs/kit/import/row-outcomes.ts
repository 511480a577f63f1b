import type { RowOutcome } from "./upsert-rows";

/** The outcome of a row of the file: of its own record, or of what belongs to that. */
export type LineOutcome = Exclude<RowOutcome, "removed">;

const rank: Readonly<Record<LineOutcome, number>> = { unchanged: 0, changed: 1, inserted: 2 };

/** What became of the rows of a file, by line. */
export class RowOutcomes {
  private readonly byLine = new Map<number, LineOutcome>();

  /**
   * Notes the outcome of a database row that was written for a line. A row of the file is inserted only in the table
   * whose rows are the file's (`isOwn`); another row that is added or removed changes it.
   */
  note(line: number, outcome: RowOutcome, isOwn: boolean): void {
    const isNew = outcome === "inserted" && isOwn;
    const said = outcome === "unchanged" || isNew ? outcome : "changed";
    const known = this.byLine.get(line) ?? "unchanged";
    this.byLine.set(line, rank[said] > rank[known] ? said : known);
  }

  /** How many lines each became. */
  counts(): Record<LineOutcome, number> {
    const counts = { inserted: 0, changed: 0, unchanged: 0 };
    for (const outcome of this.byLine.values()) counts[outcome] += 1;
    return counts;
  }
}
