import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFile } from "../../kit/import/import-file";
import type { TableCounts } from "../../kit/import/summary";
import { runInRequest } from "../../kit/request-scope";
import { withOwner } from "../../kit/subgraph/database-commands";
import { fellowship } from "../fellowship";
import type { Office } from "../office.fixture";

/** The cells of a row that differ from those of every row. */
type Cells = Readonly<Record<string, string>>;

/** What an import did: what it reported, without the file's name; the counts of its table; the tags of its statements. */
export interface Imported {
  readonly reported: readonly string[];
  readonly counts: TableCounts | undefined;
  readonly statements: readonly string[];
}

/** A kind of spreadsheet, for tests: fills in rows, and imports them as the command does. */
export class Sheet {
  constructor(
    private readonly office: Office,
    private readonly ownerUrl: string,
    private readonly kind: "fellows" | "placements",
    /** All columns with the cells of a row that is right. */
    private readonly row: Cells,
  ) {}

  /** Imports rows that must be taken. */
  take(...rows: readonly Cells[]): Promise<Imported> {
    return this.taken(rows, false);
  }

  /** Imports rows that must be taken, also where something else than a spreadsheet wrote what is on record. */
  overwrite(...rows: readonly Cells[]): Promise<Imported> {
    return this.taken(rows, true);
  }

  private async taken(rows: readonly Cells[], overwrite: boolean): Promise<Imported> {
    const { reported, counts, statements, refusal } = await this.run(rows, overwrite);
    if (refusal === undefined) return { reported, counts, statements };
    throw new Error(`${refusal}\n${reported.join("\n")}`);
  }

  /** Imports rows that must be refused: the problems. Throws where something was written all the same. */
  async refused(...rows: readonly Cells[]): Promise<readonly string[]> {
    const before = await this.office.everything();
    const { reported, refusal } = await this.run(rows, false);
    if (refusal === undefined) throw new Error("nothing was refused");
    if ((await this.office.everything()) !== before) throw new Error("something was written");
    return reported;
  }

  private async run(
    rows: readonly Cells[],
    overwrite: boolean,
  ): Promise<Imported & { readonly refusal?: string }> {
    const folder = await mkdtemp(join(tmpdir(), "fellowship-import-"));
    const path = join(folder, "sheet.csv");
    const reported: string[] = [];
    const scope = { requestId: "", statements: [] as string[], subgraphCalls: [] };
    try {
      await writeFile(path, this.csv(rows));
      const summary = await runInRequest(scope, () =>
        withOwner(fellowship, { owner: this.ownerUrl }, (database) =>
          importFile(database, fellowship.imports ?? [], {
            path,
            overwrite,
            report: (line) => void reported.push(line.replace("sheet.csv:", "")),
          }),
        ),
      );
      const counts = summary.name === this.kind ? summary.tables.get(summary.table) : undefined;
      return { reported, counts, statements: scope.statements };
    } catch (error) {
      const refusal = error instanceof Error ? error.message : String(error);
      return { reported, counts: undefined, statements: scope.statements, refusal };
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  private csv(rows: readonly Cells[]): string {
    const names = Object.keys(this.row);
    const lines = rows.map((cells) => {
      const row: Cells = { ...this.row, ...cells };
      return names.map((name) => `"${(row[name] ?? "").replaceAll('"', '""')}"`).join(",");
    });
    return `${[names.join(","), ...lines].join("\n")}\n`;
  }
}
