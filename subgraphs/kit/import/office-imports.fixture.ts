import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { migrate, provision, withOwner } from "../subgraph/database-commands";
import { importFile, type ImportOptions } from "./import-file";
import { office } from "./office.fixture";
import type { ImportSummary } from "./summary";

/** An empty database, and how to remove it. */
interface EmptyDatabase {
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  drop(): Promise<void>;
}

/** What came of a spreadsheet. */
export interface Outcome {
  readonly reported: string[];
  /** What it says otherwise than what is on record. */
  readonly differences: string[];
  readonly summary?: ImportSummary;
  readonly refusal?: string;
}

/** The header of spreadsheets of people. */
export const header = "number,name,joined_on,room,tags";

/** The office of {@link office} with a database of its own, and its imports. */
export class OfficeImports {
  private constructor(
    private readonly database: EmptyDatabase,
    readonly client: Client,
    readonly folder: string,
  ) {}

  /** Opens an office that has no records, in a database made for it. */
  static async open(making: Promise<EmptyDatabase>): Promise<OfficeImports> {
    const database = await making;
    const { adminUrl: admin, ownerUrl: owner, appUrl: app } = database;
    await provision(office, { admin, owner, app });
    await migrate(office, { owner, app });
    const client = new Client({ connectionString: owner });
    await client.connect();
    return new OfficeImports(database, client, await mkdtemp(join(tmpdir(), "import-")));
  }

  /** Removes all records. */
  async clear(): Promise<void> {
    await this.client.query(
      "ALTER TABLE change_record DISABLE TRIGGER ALL; TRUNCATE person, room, person_tag, change_record; ALTER TABLE change_record ENABLE TRIGGER ALL",
    );
  }

  /** Removes the office. */
  async close(): Promise<void> {
    await this.client.end();
    await this.database.drop();
    await rm(this.folder, { recursive: true });
  }

  /** Imports a file with this content, called `people.csv`. */
  async import(
    content: string | Buffer,
    options: Omit<ImportOptions, "path" | "report"> = {},
  ): Promise<Outcome> {
    const path = join(this.folder, "people.csv");
    await writeFile(path, content);
    const reported: string[] = [];
    const differences: string[] = [];
    const report = (line: string) => void reported.push(line);
    const reportDifference = (line: string) => void differences.push(line);
    try {
      const summary = await withOwner(office, { owner: this.database.ownerUrl }, (connection) =>
        importFile(connection, office.imports ?? [], {
          path,
          report,
          reportDifference,
          ...options,
        }),
      );
      return { reported, differences, summary };
    } catch (error) {
      const refusal = error instanceof Error ? error.message : String(error);
      return { reported, differences, refusal };
    }
  }

  /** The rows of a statement. */
  async rows(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
    return (await this.client.query<Record<string, unknown>>(sql, values)).rows;
  }

  /** Renames somebody as a mutation would, or else whoever is said, and notes it. */
  async rename(
    number: string,
    name: string,
    { actor, action } = { actor: "officer", action: "renamePerson" },
  ): Promise<void> {
    await this.client.query(
      `WITH before AS (SELECT id, name FROM person WHERE number = $1),
       after AS (UPDATE person SET name = $2, version = version + 1 WHERE number = $1 RETURNING id, version)
       INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
       SELECT '2026-01-02T03:04:05Z', $3, 'r', $4, 'person', id, after.version,
         jsonb_build_object('name', jsonb_build_array(before.name, $2::text))
       FROM after JOIN before USING (id)`,
      [number, name, actor, action],
    );
  }
}
