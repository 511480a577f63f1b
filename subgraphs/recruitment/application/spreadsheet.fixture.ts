import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile, type ImportOptions } from "../../kit/import/import-file";
import type { ImportSummary, TableCounts } from "../../kit/import/summary";
import { runInRequest } from "../../kit/request-scope";
import { withOwner } from "../../kit/subgraph/database-commands";
import { recruitment } from "../recruitment";

/** What came of a spreadsheet. */
export interface Imported {
  /** The problems, a line each. */
  readonly reported: readonly string[];
  /** Where it was written. */
  readonly summary?: ImportSummary;
  /** Where it was refused. */
  readonly refusal?: string;
  /** The tags of the statements it took. */
  readonly statements: readonly string[];
}

/** Imports spreadsheets of the ministry, for tests. */
export class Spreadsheets {
  private constructor(
    private readonly ownerUrl: string,
    private readonly folder: string,
  ) {}

  /** Spreadsheets in a folder of their own; remove them when done. */
  static async of({ ownerUrl }: { readonly ownerUrl: string }): Promise<Spreadsheets> {
    return new Spreadsheets(ownerUrl, await mkdtemp(join(tmpdir(), "recruitment-import-")));
  }

  /** Imports a file with this content, called `applications.csv`. */
  async import(
    content: string | Buffer,
    options: Pick<ImportOptions, "overwrite" | "encoding"> = {},
  ): Promise<Imported> {
    const path = join(this.folder, "applications.csv");
    await writeFile(path, content);
    const reported: string[] = [];
    const report = (line: string) => void reported.push(line);
    const scope = { requestId: "import", statements: [], subgraphCalls: [] };
    const { statements } = scope;
    return runInRequest(scope, () =>
      withOwner(recruitment, { owner: this.ownerUrl }, (database) =>
        importFile(database, recruitment.imports ?? [], { path, report, ...options }),
      ),
    ).then(
      (summary) => ({ reported, summary, statements }),
      (error: unknown) => ({ reported, refusal: (error as Error).message, statements }),
    );
  }

  /** Removes the folder. */
  remove(): Promise<void> {
    return rm(this.folder, { recursive: true });
  }
}

/** What was written of a table, as `inserted/changed/removed`. */
export function writtenOf({ summary }: Imported, table: string): string {
  const counts: Partial<TableCounts> = summary?.tables.get(table) ?? {};
  return [counts.inserted, counts.changed, counts.removed].join("/");
}
