import { DatabaseError, type Pool, type PoolClient } from "pg";
import { type DataSource, QueryFailedError } from "typeorm";
import { noteStatement } from "./note-statement";
import { ReadQuery, type RowValues } from "./read-query";
import type { StatementNames } from "./statement-names";

/** A statement that reads rows. */
export interface ReadStatement {
  /** Says which it is, in the log and to PostgreSQL. */
  readonly tag: string;
  readonly sql: string;
  readonly values: readonly unknown[];
  /**
   * The names of statements that connections keep once they have been planned, if this is one of them. Only for statements
   * of which there are few and whose best plan does not depend on the values.
   */
  readonly kept?: StatementNames | undefined;
}

/**
 * Reads rows without an entity manager between, from the same pool, so with the same role and limits.
 * @throws QueryFailedError as the data source itself does
 */
export async function readRows(
  database: DataSource,
  statement: ReadStatement,
): Promise<readonly RowValues[]> {
  return (await read(database, statement)).rows;
}

/**
 * Reads rows as objects by the names of their columns, otherwise as {@link readRows}.
 * @throws QueryFailedError as the data source itself does
 */
export async function readObjects(
  database: DataSource,
  statement: ReadStatement,
): Promise<Readonly<Record<string, unknown>>[]> {
  const { rows, names } = await read(database, statement);
  return rows.map((row) => Object.fromEntries(names.map((name, place) => [name, row[place]])));
}

/** The rows that were read, and what their columns are called. */
interface Answer {
  readonly rows: readonly RowValues[];
  readonly names: readonly string[];
}

async function read(
  database: DataSource,
  { tag, sql, values, kept }: ReadStatement,
): Promise<Answer> {
  noteStatement(tag);
  const text = `/* ${tag} */ ${sql}`;
  const name = kept?.nameOf(text);
  try {
    return await send(database, text, values, name);
  } catch (error) {
    // Nothing has been read or written.
    if (name !== undefined && isOfKept(error)) return send(database, text, values);
    throw error;
  }
}

async function send(
  database: DataSource,
  text: string,
  values: readonly unknown[],
  name = "",
): Promise<Answer> {
  const client = await poolOf(database).connect();
  // A connection that breaks says so to whoever reads, and as an event, which would end the process if nobody heard it.
  client.on("error", heard);
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      const told = (error: Error | null, rows: readonly RowValues[] = []) =>
        error ? reject(error) : resolve({ rows, names: query.names });
      const query = new ReadQuery(name, text, values, told);
      client.query(query);
    });
    release(client);
    return answer;
  } catch (error) {
    release(client, isOfConnection(error));
    throw new QueryFailedError(text, [...values], error as Error);
  }
}

/**
 * The codes of a kept statement that cannot be run: its table has been changed since, the connection has lost it, or has
 * another by its name (PostgreSQL, appendix A). The connection would answer so for as long as it lasts.
 */
const ofKept: ReadonlySet<string> = new Set(["0A000", "26000", "42P05"]);

/** The codes after which PostgreSQL ends the connection, or may: class 08, operators' and time limits', internal ones. */
const ofConnection = /^(08|57P|25P0[34]|XX)/;

function isOfKept(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return cause instanceof DatabaseError && ofKept.has(cause.code ?? "");
}

/** No answer of PostgreSQL in time, or its last one, leaves a connection that nobody else can use. */
function isOfConnection(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return true;
  return isOfKept(error) || ofConnection.test(error.code ?? "XX");
}

function release(client: PoolClient, isBroken = false): void {
  client.off("error", heard);
  client.release(isBroken);
}

function heard(): void {}

/** The pool that TypeORM's own statements are sent through. */
function poolOf({ driver }: DataSource): Pool {
  return (driver as unknown as { readonly master: Pool }).master;
}
