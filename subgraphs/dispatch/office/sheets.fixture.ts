import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile, type ImportOptions } from "../../kit/import/import-file";
import type { TableCounts } from "../../kit/import/summary";
import { withOwner } from "../../kit/subgraph/database-commands";
import { dispatch } from "../dispatch";

/** A row of a spreadsheet: column → cell; columns left out are empty. */
export type Cells = Readonly<Record<string, string>>;

/** What became of a spreadsheet. */
export interface Imported {
  /** The problems, without the name of the file: `2: post: received "", expected a text`. */
  readonly reported: string[];
  /** Rows by table, where it was written. */
  readonly tables?: Readonly<Record<string, TableCounts>>;
}

/** Imports the rows of a kind of spreadsheet into a database of dispatch. */
export async function importRows(
  ownerUrl: string,
  kind: string,
  rows: readonly Cells[],
  options: Pick<ImportOptions, "overwrite" | "actor"> = {},
): Promise<Imported> {
  const columns = Object.keys(dispatch.imports?.find(({ name }) => name === kind)?.columns ?? {});
  const lines = rows.map((row) => columns.map((column) => `"${row[column] ?? ""}"`).join(","));
  const folder = await mkdtemp(join(tmpdir(), "dispatch-sheet-"));
  const path = join(folder, "sheet.csv");
  await writeFile(path, `${[columns.join(","), ...lines].join("\n")}\n`);
  const reported: string[] = [];
  const report = (line: string) => void reported.push(line.replace(/^sheet\.csv:/, ""));
  try {
    const { tables } = await withOwner(dispatch, { owner: ownerUrl }, (database) =>
      importFile(database, dispatch.imports ?? [], { path, report, ...options }),
    );
    return { reported, tables: Object.fromEntries(tables) };
  } catch (error) {
    if (reported.length === 0) throw error;
    return { reported };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Counts of rows as a summary has them. */
export function counts(inserted: number, changed: number, unchanged: number): TableCounts {
  return { inserted, changed, unchanged, removed: 0 };
}
