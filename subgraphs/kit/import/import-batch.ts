import type { EntityManager } from "typeorm";
import { shown } from "../errors";
import { formatRefusal } from "./refusal-problem";
import type { Problem } from "../facts/problem";
import type { FileKeys } from "./file-keys";
import type { Refusal } from "../rules/refusal";
import { brokenRules, type Rules } from "../rules/rule";
import type { ImportRow } from "./import-row";
import type { ImportRun } from "./import-run";
import { countParents } from "./count-parents";
import { type Difference, differencesOf } from "./difference";
import { movedRecords, type NewRow } from "./moved-records";
import { type NewCell, newCellsOf } from "./new-cells";
import { RowOutcomes } from "./row-outcomes";
import { noCounts, type TableCounts } from "./summary";
import { turnedBack } from "./turned-back";
import { type RowOutcome, type UpsertedRows, upsertRows } from "./upsert-rows";
import type { UpsertTable } from "./upsert-table";

/** The result of writing rows to a table: the id and outcome of each, in the order of the rows. */
export interface Upserted {
  readonly ids: readonly string[];
  readonly outcomes: readonly RowOutcome[];
}

/** Up to 1,000 rows of a file on their way into the database. */
export class ImportBatch {
  readonly problems: Problem[] = [];
  /** What was written, by table. */
  readonly tables = new Map<string, TableCounts>();
  readonly outcomes = new RowOutcomes();
  /** What is to be listed, where anything is. */
  readonly differences: Difference[] = [];
  readonly newCells: NewCell[] = [];
  private readonly refusedLines = new Set<number>();

  constructor(
    /** The transaction of the whole file; statements of one's own are tagged `import.<what>`. */
    readonly manager: EntityManager,
    private readonly run: ImportRun,
    private readonly keys: Pick<FileKeys, "linesOf">,
    /** The file, the table whose rows are the file's, and whether differences are listed. */
    private readonly sheet: {
      readonly file: string;
      readonly table: string;
      readonly isListed: boolean;
    },
  ) {}

  /** The day the import began, in Asia/Tokyo. */
  get today(): string {
    return this.run.today;
  }

  /** Notes a problem; its line is no longer {@link ImportBatch.accepted}, and the file will not be written. */
  report(problem: Problem): void {
    this.problems.push(problem);
    this.refusedLines.add(problem.line);
  }

  /**
   * Notes the rules that a row breaks, as functions shared with mutations return them. The column of a refusal is the
   * last part of its path in snake case (`startedOn` → `started_on`) unless `columns` says otherwise.
   */
  refuse(
    row: ImportRow,
    refusals: readonly Refusal[],
    columns: Readonly<Record<string, string>> = {},
  ): void {
    for (const refusal of refusals) this.report(formatRefusal(row, refusal, columns));
  }

  /** Notes the rules that do not hold; see {@link ImportBatch.refuse}. */
  require(row: ImportRow, rules: Rules, columns: Readonly<Record<string, string>> = {}): void {
    this.refuse(row, brokenRules(rules), columns);
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
   * it), equal ones not touched. What was written is noted in `change_record`, and the version of the parent counted
   * where it was not yet. Rows with the same key must be equal. What would revert a change by somebody else is a
   * problem unless the run is permitted to overwrite.
   */
  async upsert(table: UpsertTable): Promise<Upserted> {
    const upserted = await upsertRows(this.manager, this.run, table);
    this.count(table, upserted);
    await this.countParents(table, upserted);
    const differences = differencesOf(table, upserted.shape, upserted.written);
    if (this.sheet.isListed) {
      this.differences.push(...differences);
      this.newCells.push(...newCellsOf(table, upserted.written));
    }
    await this.refuseTurningBack(differences);
    return { ids: upserted.ids, outcomes: upserted.outcomes };
  }

  /**
   * Refuses rows that would be added although they are about a record whose key somebody else has changed since, unless
   * the run is permitted to overwrite.
   */
  async refuseMoved(recordType: string, rows: readonly NewRow[]): Promise<void> {
    if (this.run.overwrite) return;
    for (const { row, writer } of await movedRecords(this.manager, this.run, recordType, rows)) {
      const { line, column } = row;
      const expected = `a row about the record as it is from ${writer}, or --overwrite to write another one`;
      this.report({ file: this.sheet.file, line, column, received: shown(row.key), expected });
    }
  }

  private count({ table, lines }: UpsertTable, upserted: UpsertedRows): void {
    const counts = { ...(this.tables.get(table) ?? noCounts) };
    for (const outcome of upserted.distinctOutcomes) counts[outcome] += 1;
    this.tables.set(table, counts);
    const isOwn = table === this.sheet.table;
    upserted.outcomes.forEach((outcome, index) => {
      this.outcomes.note(lines[index] ?? 0, outcome, isOwn);
    });
    for (const { line, outcome } of upserted.written) this.outcomes.note(line, outcome, isOwn);
  }

  /** A parent that was not written itself counts as changed if its rows were written. */
  private async countParents({ parent }: UpsertTable, { written }: UpsertedRows): Promise<void> {
    if (!parent) return;
    const ids = new Set(written.map(({ values }) => String(values[parent.column])));
    const counted = await countParents(this.manager, this.run, parent.table, [...ids]);
    const counts = this.tables.get(parent.table) ?? noCounts;
    const { changed, unchanged } = counts;
    this.tables.set(parent.table, {
      ...counts,
      changed: changed + counted,
      unchanged: Math.max(0, unchanged - counted),
    });
  }

  private async refuseTurningBack(differences: readonly Difference[]): Promise<void> {
    if (this.run.overwrite) return;
    for (const { difference, writer } of await turnedBack(this.manager, this.run, differences)) {
      const { line, column, what, before, after } = difference;
      this.report({
        file: this.sheet.file,
        line,
        column,
        received: what === "" ? after : `${what} ${after}`,
        expected: `${before}, which is on record from ${writer}, or --overwrite to write what the spreadsheet says`,
      });
    }
  }
}
