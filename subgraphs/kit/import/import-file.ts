import { access, constants, stat } from "node:fs/promises";
import { basename } from "node:path";
import type { DataSource } from "typeorm";
import { formatProblem } from "../facts/problem";
import { type CsvRecord, readCsv } from "./csv-records";
import { detectEncoding } from "./detect-encoding";
import type { Encoding } from "./encoding";
import { FileImport, type FileImportOptions } from "./file-import";
import type { ImportDefinition } from "./import-definition";
import { newRun } from "./import-run";
import { recogniseKind } from "./recognise-kind";
import type { ImportSummary } from "./summary";

/** How a file is imported. */
export interface ImportOptions extends FileImportOptions {
  /** The encoding that was named; otherwise it must be UTF-8, or UTF-16 with a byte order mark. */
  readonly encoding?: Encoding;
  /** Do everything and take it back. */
  readonly dryRun?: boolean;
  /** Write what the file says also if somebody else wrote what is on record. */
  readonly overwrite?: boolean;
  /** The person whose spreadsheet it is, if not the present operating-system user, who is recorded as well. */
  readonly actor?: string;
}

/** A file was refused; nothing of it was written. */
export class InvalidImport extends Error {
  constructor(problems: number, rows: number) {
    const count = problems === 1 ? "1 problem" : `${problems} problems`;
    super(`${count} in ${rows === 1 ? "1 row" : `${rows} rows`}; nothing was written.`);
    this.name = "InvalidImport";
  }
}

/**
 * Imports a CSV file in one transaction: all of it, or nothing. Its kind is recognised by its header. Memory does not
 * grow with the file.
 *
 * @throws InvalidImport if anything is wrong, after every problem was written
 */
export async function importFile(
  database: DataSource,
  definitions: readonly ImportDefinition[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const { path, report, dryRun = false, overwrite = false } = options;
  await requireFile(path);
  const file = basename(path);
  const refuse = (line: number, column: string, received: string, expected: string): never => {
    report(formatProblem({ file, line, column, received, expected }));
    throw new InvalidImport(1, 0);
  };
  const detected = await detectEncoding(path, options.encoding);
  if (!("encoding" in detected)) {
    return refuse(detected.line, "row", detected.received, detected.expected);
  }
  const { encoding } = detected;
  const kind = recogniseKind(definitions, await readHeader(path, encoding));
  if (!("columns" in kind)) return refuse(1, "header", kind.received, kind.expected);
  const runner = database.createQueryRunner();
  await runner.connect();
  try {
    await runner.startTransaction();
    const work = new FileImport(runner.manager, kind, newRun(overwrite, options.actor), options);
    const counts = await work.run(recordsOf(path, encoding));
    if (counts.problems > 0) throw new InvalidImport(counts.problems, counts.rows);
    await (dryRun ? runner.rollbackTransaction() : runner.commitTransaction());
    return { ...counts, encoding, dryRun };
  } finally {
    // Nothing remains of what was refused or aborted.
    if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
    await runner.release();
  }
}

async function requireFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new Error(`There is no file ${path}.`);
  if (found.isDirectory()) throw new Error(`${path} is a folder; expected a CSV file.`);
  await access(path, constants.R_OK).catch(() => {
    throw new Error(`${path} cannot be read: this user has no permission to.`);
  });
}

/** The record on the first line; `undefined` of an empty file. */
async function readHeader(path: string, encoding: Encoding): Promise<CsvRecord | undefined> {
  for await (const record of readCsv(path, encoding)) {
    return record.line === 1 ? record : { line: 1, cells: [""] };
  }
  return undefined;
}

/** The records behind the header. */
async function* recordsOf(path: string, encoding: Encoding): AsyncGenerator<CsvRecord> {
  for await (const record of readCsv(path, encoding)) {
    if (record.line > 1) yield record;
  }
}
