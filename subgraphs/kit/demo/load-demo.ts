import { Client, escapeIdentifier } from "pg";
import { declareCoverage } from "../statistics/coverage-table";
import { declareLoaded } from "../statistics/declare-loaded";
import { copyRows } from "./copy-rows";
import type { DemoRecords, DemoTable } from "./demo-records";
import { withoutIndexes } from "./without-indexes";

/** Says how far a load is, one line at a time. */
export type Progress = (line: string) => void;

/**
 * Loads synthetic records, all or none, as the role that owns the tables: at least `scale` of the counted ones, or none
 * with a scale of 0. Without a scale, one copy, and only into a database that has no records yet.
 *
 * @throws Error where a scale is given and the database has synthetic records in another number, or others without any
 */
export async function loadDemo(
  { counted, inOneCopy, measures, complete = {}, tables }: DemoRecords,
  ownerUrl: string,
  scale: number | undefined,
  progress: Progress,
): Promise<void> {
  const copies = Math.ceil((scale ?? inOneCopy) / inOneCopy);
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("LOCK TABLE synthetic_dataset IN EXCLUSIVE MODE");
    const loaded = await oneRow<{ copies: number }>(client, "SELECT copies FROM synthetic_dataset");
    if (loaded && scale !== undefined && loaded.copies !== copies) {
      throw new Error(
        `The database holds ${loaded.copies * inOneCopy} synthetic ${counted}, asked for are ${copies * inOneCopy}: begin anew with --fresh.`,
      );
    }
    if (!loaded && copies > 0) {
      if (await oneRow(client, "SELECT FROM change_record LIMIT 1")) {
        if (scale === undefined) {
          progress("It holds records of its own: no synthetic ones are added.");
          return;
        }
        throw new Error(
          "The database holds records that are not synthetic: start without --scale, or begin anew with --fresh.",
        );
      }
      await fill(client, tables(copies), progress);
      await client.query("INSERT INTO synthetic_dataset (copies) VALUES ($1)", [copies]);
      for (const statement of declareLoaded(measures, { isKept: false })) {
        await client.query(statement);
      }
      for (const [table, day] of Object.entries(complete)) {
        await client.query(declareCoverage, [table, day]);
      }
    }
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
}

async function oneRow<Row extends object>(client: Client, sql: string): Promise<Row | undefined> {
  return (await client.query<Row>(sql)).rows[0];
}

async function fill(
  client: Client,
  filled: readonly DemoTable[],
  progress: Progress,
): Promise<void> {
  const names = [...new Set(filled.map(({ table }) => table))];
  await withoutIndexes(client, names, async () => {
    for (const table of filled) {
      progress(`${table.table}: ${await copyRows(client, table)} synthetic rows`);
    }
    progress("indexes and constraints");
  });
  await client.query(`ANALYZE ${names.map(escapeIdentifier).join(", ")}`);
}
