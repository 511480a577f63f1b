import { DatabaseError, escapeIdentifier } from "pg";
import { withClient } from "../../../subgraphs/kit/database/provision";
import { stateSql } from "./state.sql";

/** A database, and what it is to be prepared with. */
export interface Preparation {
  /** The database as a superuser. */
  readonly url: string;
  /** The role that owns the database: its backups contain the note too. */
  readonly owner: string;
  /** Whether it is the database of an area, with records and releases. */
  readonly isOfArea: boolean;
  /** The digest of everything that decides what the work does: programs, facts, passwords, arguments. */
  readonly fingerprint: string;
}

/**
 * Does the work that prepares a database, unless the database notes that the same work was done to its end, and is still
 * as that left it. The note is taken away before the work begins: what is interrupted or fails is done again.
 *
 * @param work - returns what failed
 */
export async function prepareOnce(
  preparation: Preparation,
  work: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  if (await isPrepared(preparation)) return [];
  await takeNoteAway(preparation);
  const failed = await work();
  if (failed.length === 0) await writeNote(preparation);
  return failed;
}

async function isPrepared(preparation: Preparation): Promise<boolean> {
  const { fingerprint, isOfArea } = preparation;
  const state = stateSql({ isOfArea });
  const sql = `SELECT FROM local_stack.prepared WHERE fingerprint = $1 AND state = (${state})`;
  return (await rowsOf(preparation, sql, [fingerprint])) === 1;
}

async function takeNoteAway(preparation: Preparation): Promise<void> {
  await rowsOf(preparation, "DELETE FROM local_stack.prepared", []);
}

/** How many rows a statement has; none where the database, or something that the statement names, is missing. */
async function rowsOf({ url }: Preparation, sql: string, values: unknown[]): Promise<number> {
  try {
    return await withClient(url, async (client) => (await client.query(sql, values)).rowCount ?? 0);
  } catch (error) {
    if (error instanceof DatabaseError && missing.has(error.code ?? "")) return 0;
    throw error;
  }
}

/** Of PostgreSQL's codes those for a database, schema, table, column and function that is not there. */
const missing: ReadonlySet<string> = new Set(["3D000", "3F000", "42P01", "42703", "42883"]);

async function writeNote({ url, owner, fingerprint, isOfArea }: Preparation): Promise<void> {
  const role = escapeIdentifier(owner);
  await withClient(url, async (client) => {
    await client.query(`
CREATE SCHEMA IF NOT EXISTS local_stack;
CREATE TABLE IF NOT EXISTS local_stack.prepared (fingerprint text NOT NULL, state text NOT NULL);
GRANT USAGE ON SCHEMA local_stack TO ${role};
GRANT SELECT ON local_stack.prepared TO ${role};`);
    await client.query(
      `INSERT INTO local_stack.prepared (fingerprint, state) VALUES ($1, (${stateSql({ isOfArea })}))`,
      [fingerprint],
    );
  });
}
