import type { EntityManager } from "typeorm";
import { formatRefusal } from "./refusal-problem";
import type { Problem } from "../facts/problem";
import type { FileKeys } from "./file-keys";
import type { Refusal } from "../mutation/refusal";
import type { ImportRow } from "./import-definition";
import type { ImportRun } from "./import-run";
import { type RowOutcome, upsertRows, type UpsertTable } from "./upsert-rows";

/** What a table of the database was given: the id and outcome of each row, in the order of the rows. */
export interface Upserted {
  readonly ids: readonly string[];
  readonly outcomes: readonly RowOutcome[];
}

/** Up to 1,000 rows of a file on their way into the database. */
export class ImportBatch {
  readonly problems: Problem[] = [];
  readonly writes: { readonly table: string; readonly outcomes: readonly RowOutcome[] }[] = [];
  /** Rows of the file whose own record needed no change, while what belongs to it did. */
  changedAround = 0;
  private readonly refusedLines = new Set<number>();

  constructor(
    /** The transaction of the whole file; statements of one's own are tagged `import.<what>`. */
    readonly manager: EntityManager,
    private readonly run: ImportRun,
    private readonly keys: Pick<FileKeys, "linesOf">,
  ) {}

  /** The day the import began, in Asia/Tokyo. */
  get today(): string {
    return this.run.today;
  }

  /** Notes a problem; its line is not {@link ImportBatch.accepted} any more, and the file will not be written. */
  report(problem: Problem): void {
    this.problems.push(problem);
    this.refusedLines.add(problem.line);
  }

  /**
   * Notes the rules that a row breaks, as functions shared with mutations tell them. The column of a refusal is the
   * last part of its path in snake case (`startedOn` → `started_on`) unless `columns` says otherwise.
   */
  refuse(
    row: ImportRow,
    refusals: readonly Refusal[],
    columns: Readonly<Record<string, string>> = {},
  ): void {
    for (const refusal of refusals) this.report(formatRefusal(row, refusal, columns));
  }

  /** The rows that nothing was reported of so far. */
  accepted<Row extends { readonly line: number }>(rows: readonly Row[]): Row[] {
    return rows.filter(({ line }) => !this.refusedLines.has(line));
  }

  /**
   * The lines of the file, this batch included, on which rows with these natural keys stand; `undefined` where none
   * does so far. For problems that are about another row.
   */
  linesOf(keys: readonly (readonly unknown[])[]): Promise<(number | undefined)[]> {
    return this.keys.linesOf(keys);
  }

  /**
   * Writes rows by their natural key: new ones are inserted, different ones changed (version + 1 where the table counts
   * it), equal ones not touched. What was written is noted in `change_record`. Rows with the same key must be equal.
   */
  async upsert(table: UpsertTable): Promise<Upserted> {
    const written = await upsertRows(this.manager, this.run, table);
    this.writes.push({
      table: table.table,
      outcomes: [
        ...written.distinctOutcomes,
        ...Array.from({ length: written.removed }, () => "removed" as const),
      ],
    });
    return { ids: written.ids, outcomes: written.outcomes };
  }
}
