import { execFile } from "node:child_process";
import { join } from "node:path";
import { Client } from "pg";
import type { SubgraphName } from "../../../gateway/local/programs";
import { demoProgram, demoTemplate } from "../../support/demo-template";
import { cloneDatabase } from "../../support/postgres";

/** How a program ended. */
export interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A figure as published, and as counted from the records. */
export interface Comparison {
  readonly id: string;
  readonly published: number;
  readonly counted: number;
}

/** A subgraph's migrated and loaded database, and the program that fills it with synthetic records. */
export interface DemoDatabase {
  /** Runs the built program as the owner of the tables. */
  fill(...args: string[]): Promise<Outcome>;
  /** Loads the published facts again. */
  loadFacts(): Promise<Outcome>;
  /** Runs SQL as the owner of the tables. */
  rows<Row extends object>(sql: string): Promise<Row[]>;
  /**
   * Table → how many rows it has, how many of them are synthetic, and what they are, whenever they were recorded; without
   * the register of releases.
   */
  content(): Promise<Map<string, TableContent>>;
  drop(): Promise<void>;
}

/** What a table holds. */
export interface TableContent {
  readonly rows: number;
  /** Absent where its rows do not say whether they are synthetic. */
  readonly synthetic?: number;
  readonly hash: string;
}

const dist = join(__dirname, "..", "..", "..", "dist");

/** Makes a copy of a subgraph's migrated and loaded database that is filled already. */
export async function filledDemoDatabase(subgraph: SubgraphName): Promise<DemoDatabase> {
  return demoDatabase(subgraph, await demoTemplate(subgraph));
}

/** Makes a copy of a subgraph's migrated and loaded database, or of another template of it. */
export async function demoDatabase(
  subgraph: SubgraphName,
  template?: string,
): Promise<DemoDatabase> {
  const database = await cloneDatabase(subgraph, template);
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  const rows = async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows;
  return {
    rows,
    fill: (...args) => run(demoProgram(subgraph), args, database),
    loadFacts: () => run(join(dist, "subgraphs", subgraph, "main.js"), ["load"], database),
    content: () => contentOf(rows),
    drop: async () => {
      await client.end();
      await database.drop();
    },
  };
}

/** Every constraint and index, as PostgreSQL writes them; nothing that is not valid. */
export const constraintsSql = `
SELECT conrelid::regclass::text AS on, conname AS name, pg_get_constraintdef(oid) AS definition, convalidated AS valid
FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL
SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid), indisvalid
FROM pg_index WHERE indrelid IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace)
ORDER BY 1, 2, 3`;

async function contentOf(rows: DemoDatabase["rows"]): Promise<Map<string, TableContent>> {
  const tables = await rows<{ name: string; marked: boolean }>(`
SELECT t.relname AS name, EXISTS (
  SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'synthetic') AS marked
FROM pg_class t
WHERE t.relkind = 'r' AND t.relnamespace = 'public'::regnamespace AND t.relname NOT IN ('synthetic_dataset', 'record_coverage', 'release', 'released_table', 'released_cell', 'release_basis')
ORDER BY name`);
  const content = new Map<string, TableContent>();
  for (const { name, marked } of tables) {
    const [counted] = await rows<TableContent>(`
SELECT count(*)::integer AS rows, md5(coalesce(string_agg(held, '|' ORDER BY held COLLATE "C"), '')) AS hash
  ${marked ? ", (count(*) FILTER (WHERE synthetic))::integer AS synthetic" : ""}
FROM "${name}" t CROSS JOIN LATERAL (SELECT (to_jsonb(t) - 'recorded_at')::text AS held) h`);
    if (counted) content.set(name, counted);
  }
  return content;
}

function run(
  program: string,
  args: readonly string[],
  { ownerUrl }: { readonly ownerUrl: string },
): Promise<Outcome> {
  const env = { ...process.env, OWNER_DATABASE_URL: ownerUrl };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
    });
  });
}
