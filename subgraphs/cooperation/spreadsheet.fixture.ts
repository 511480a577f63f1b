import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile, type ImportOptions } from "../kit/import/import-file";
import type { ImportSummary, TableCounts } from "../kit/import/summary";
import { withOwner } from "../kit/subgraph/database-commands";
import { cooperation } from "./cooperation";
import type { Desk } from "./office.fixture";

/** A subgraph's database, as its owner reaches it. */
interface Owned {
  readonly ownerUrl: string;
}

/** What came of a spreadsheet. */
export interface Outcome {
  /** Its problems, a line each. */
  readonly reported: readonly string[];
  /** Where it was written. */
  readonly summary: ImportSummary | undefined;
  /** What was written, by table; nothing where it was refused. */
  readonly tables: Readonly<Record<string, TableCounts>>;
  /** The statements it took, by their tags. */
  readonly statements: readonly string[];
}

/** Imports a spreadsheet of a kind, `rows` being its lines without the header, as the command does. */
export async function importing(
  office: Owned,
  kind: string,
  rows: readonly string[],
  options: Pick<ImportOptions, "overwrite"> = {},
): Promise<Outcome> {
  const columns = cooperation.imports?.find(({ name }) => name === kind)?.columns ?? {};
  const folder = await mkdtemp(join(tmpdir(), "spreadsheet-"));
  const path = join(folder, `${kind}.csv`);
  const reported: string[] = [];
  const report = (line: string) => void reported.push(line);
  try {
    await writeFile(path, `${[Object.keys(columns).join(","), ...rows].join("\n")}\n`);
    return await withOwner(cooperation, { owner: office.ownerUrl }, async (database) => {
      const queries = jest.spyOn(database.logger, "logQuery");
      const summary = await importFile(database, cooperation.imports ?? [], {
        path,
        report,
        ...options,
      }).catch((error: unknown) => {
        if (reported.length === 0) throw error;
        return undefined;
      });
      const statements = queries.mock.calls.map(([query]) => /^\/\* (.*?) \*\//.exec(query)?.[1]);
      return {
        reported,
        summary,
        tables: Object.fromEntries(summary?.tables ?? []),
        statements: statements.filter((tag) => tag !== undefined),
      };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** What is refused: nothing of it is written, and each problem is reported with its line and column. */
export async function expectNothingWritten(
  office: Owned & Pick<Desk, "changes">,
  kind: string,
  rows: readonly string[],
  ...problems: string[]
): Promise<void> {
  const before = await office.changes();
  const { reported, tables } = await importing(office, kind, rows);
  expect(reported).toEqual(problems.map((problem) => `${kind}.csv:${problem}`));
  expect(tables).toEqual({});
  expect(await office.changes()).toBe(before);
}
