import { basename } from "node:path";
import type { EntityManager } from "typeorm";
import { formatDifference, oneOrAll } from "./difference";
import { cellProblem, formatProblem, type Problem } from "../facts/problem";
import type { CsvRecord } from "./csv-records";
import { FileKeys } from "./file-keys";
import { ImportBatch } from "./import-batch";
import type { ImportDefinition } from "./import-definition";
import { checkDeferred } from "./check-deferred";
import type { ImportRow } from "./import-row";
import type { ImportRun } from "./import-run";
import { newDifferences } from "./new-cells";
import { type ReadRow, rowReader } from "./row-reader";
import { addCounts, type ImportCounts, noCounts, type TableCounts } from "./summary";
import { violationProblem } from "./violation-problem";

const batchSize = 1_000;
const progressEvery = 10_000;
/** More differences than these are only counted. */
const mostDifferences = 1_000;

/** The file, and where messages about it go. */
export interface FileImportOptions {
  readonly path: string;
  /** Gets every problem, and how far it is; a line each. */
  readonly report: (line: string) => void;
  /** Receives the differences between the file and what is on record, a line each; of very many only their number. */
  readonly reportDifference?: (line: string) => void;
}

/** One file on its way into the database, batch by batch, inside a transaction. */
export class FileImport {
  private readonly file: string;
  private readonly keys: FileKeys;
  private readonly tables = new Map<string, TableCounts>();
  private readonly startedAt = performance.now();
  private rows = 0;
  private problems = 0;
  private differences = 0;
  private readonly outcomes = { inserted: 0, changed: 0, unchanged: 0 };

  constructor(
    private readonly manager: EntityManager,
    private readonly kind: ImportDefinition,
    private readonly origin: ImportRun,
    private readonly options: FileImportOptions,
  ) {
    this.file = basename(options.path);
    this.keys = new FileKeys(manager);
  }

  /** Takes all records, and says what came of them. */
  async run(records: AsyncIterable<CsvRecord>): Promise<ImportCounts> {
    await this.keys.begin();
    await this.manager.query("SET CONSTRAINTS ALL DEFERRED");
    const read = rowReader(this.kind, this.options.path);
    let batch: ReadRow[] = [];
    for await (const record of records) {
      batch.push(read(record));
      if (batch.length < batchSize) continue;
      await this.take(batch);
      batch = [];
    }
    if (batch.length > 0) await this.take(batch);
    const rest = this.differences - mostDifferences;
    if (rest > 0) this.options.reportDifference?.(`… and ${rest} more differences`);
    const { name, table } = this.kind;
    const { rows, problems, outcomes, tables } = this;
    return { name, table, rows, problems, outcomes, tables, seconds: this.seconds() };
  }

  private async take(batch: readonly ReadRow[]): Promise<void> {
    const problems = batch.flatMap((one) => one.problems);
    const repeated = await this.keys.add(
      batch.flatMap(({ line, key }) => (key === undefined ? [] : [{ line, key }])),
    );
    for (const { line, key } of batch) {
      const first = repeated.get(line);
      if (first !== undefined && key) problems.push(this.repetition(line, key, first));
    }
    const good = batch.flatMap(({ row }) => (row && !repeated.has(row.line) ? [row] : []));
    problems.push(...(await this.write(good)));
    this.report(problems.sort((a, b) => a.line - b.line));
    const before = this.rows;
    this.rows += batch.length;
    const isDue = Math.floor(this.rows / progressEvery) > Math.floor(before / progressEvery);
    if (isDue) this.options.report(this.progress());
  }

  /**
   * Writes rows, and returns their problems. If a constraint refuses one, its statement does not show which, so each
   * half is tried by itself, down to the row.
   */
  private async write(rows: readonly ImportRow[]): Promise<Problem[]> {
    if (rows.length === 0) return [];
    const { file, kind } = this;
    const batch = new ImportBatch(this.manager, this.origin, this.keys, {
      file,
      table: kind.table,
      isListed: this.options.reportDifference !== undefined,
    });
    await this.manager.query("SAVEPOINT import_batch");
    try {
      await kind.prepare(rows, batch);
      await checkDeferred(this.manager);
      await this.manager.query("RELEASE SAVEPOINT import_batch");
    } catch (error) {
      const problemOf = violationProblem(error);
      if (!problemOf) throw error;
      await this.manager.query("ROLLBACK TO SAVEPOINT import_batch");
      await this.manager.query("RELEASE SAVEPOINT import_batch");
      const [row] = rows;
      if (rows.length === 1 && row) return [problemOf(row)];
      const middle = Math.ceil(rows.length / 2);
      return [
        ...(await this.write(rows.slice(0, middle))),
        ...(await this.write(rows.slice(middle))),
      ];
    }
    this.count(batch);
    this.reportDifferences(rows, batch);
    return batch.problems;
  }

  private count(batch: ImportBatch): void {
    const outcomes = batch.outcomes.counts();
    this.outcomes.inserted += outcomes.inserted;
    this.outcomes.changed += outcomes.changed;
    this.outcomes.unchanged += outcomes.unchanged;
    for (const [table, counts] of batch.tables) {
      this.tables.set(table, addCounts(this.tables.get(table) ?? noCounts, counts));
    }
  }

  private reportDifferences(
    rows: readonly ImportRow[],
    { differences, newCells }: Pick<ImportBatch, "differences" | "newCells">,
  ): void {
    const { reportDifference } = this.options;
    if (!reportDifference) return;
    const rowAt = new Map(rows.map((row) => [row.line, row]));
    const all = [...differences, ...newDifferences(newCells, rowAt, this.kind.columns)];
    const shown = all
      .sort((a, b) => a.line - b.line)
      .slice(0, Math.max(0, mostDifferences - this.differences));
    this.differences += all.length;
    for (const difference of shown) {
      const row = rowAt.get(difference.line);
      const key = row ? this.kind.naturalKey.map((name) => row[name]) : [];
      reportDifference(formatDifference(this.file, key, difference));
    }
  }

  private report(problems: readonly Problem[]): void {
    this.problems += problems.length;
    for (const problem of problems) this.options.report(formatProblem(problem));
  }

  private repetition(line: number, key: readonly unknown[], first: number): Problem {
    const value = oneOrAll(key);
    const expected = `a value that does not stand already on line ${first}`;
    return cellProblem({ file: this.file, line }, this.kind.naturalKey.join(", "), value, expected);
  }

  private progress(): string {
    const rate = Math.round(this.rows / Math.max(this.seconds(), 0.001));
    const wrong = this.problems > 0 ? `, ${this.problems} problems` : "";
    return `${this.kind.name}: ${this.rows} rows so far, ${rate} rows/s${wrong}`;
  }

  private seconds(): number {
    return (performance.now() - this.startedAt) / 1_000;
  }
}
