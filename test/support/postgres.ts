import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { Client, DatabaseError, escapeIdentifier } from "pg";
import { z } from "zod";
import { databaseUrl } from "../../gateway/local/postgres/database-url";
import { patience } from "./patience";

const schema = z.object({
  /** The throwaway folder; everything in it goes with the run. */
  folder: z.string(),
  pid: z.number(),
  port: z.number(),
  adminUrl: z.string(),
});

/** The PostgreSQL server of one Jest run, started by its global setup. */
export type TestPostgres = z.infer<typeof schema>;

/** The environment variable that says where the server is described, for Jest's workers. */
export const testPostgresVariable = "PERSONNEL_GRAPH_TEST_POSTGRES";

/** A database of its own for one test file. */
export interface TestDatabase {
  readonly name: string;
  /** As the role that owns database and tables. */
  readonly ownerUrl: string;
  /** As the restricted role the subgraph runs as. */
  readonly appUrl: string;
  /** Puts a new copy of a template in its place, ending sessions that still use it. */
  renew(template: string): Promise<void>;
  /** Removes the database, ending sessions that still use it. */
  drop(): Promise<void>;
}

/** Names for a database that does not exist yet, with a superuser who can make it. */
export interface EmptyDatabase extends Omit<TestDatabase, "renew"> {
  readonly adminUrl: string;
}

/** Reads where the server of this Jest run is. */
export function testPostgres(): TestPostgres {
  const file = process.env[testPostgresVariable];
  if (file === undefined) throw new Error("Jest's global setup has started no PostgreSQL.");
  return schema.parse(JSON.parse(readFileSync(file, "utf8")));
}

/** The name of the migrated and loaded database that a subgraph's test databases are copies of. */
export function templateOf(subgraph: string): string {
  return `${subgraph}_template`;
}

/** The addresses of a database as the owner and as the restricted role of a subgraph. */
export function roleUrls(port: number, subgraph: string, database: string) {
  const as = (role: string) =>
    databaseUrl({ user: `${subgraph}_${role}`, password: "test", port, database });
  return { ownerUrl: as("owner"), appUrl: as("app") };
}

/** Makes a copy of the subgraph's migrated and loaded database, or of another template of it. */
export async function cloneDatabase(
  subgraph: string,
  template = templateOf(subgraph),
): Promise<TestDatabase> {
  const { port } = testPostgres();
  const { database, ...rest } = await cloneTemplate(subgraph, ["owner", "app"], template);
  return { name: database, ...roleUrls(port, subgraph, database), ...rest };
}

/** A copy of a template, by its name. */
export interface ClonedTemplate {
  readonly database: string;
  /** Puts a new copy of a template in its place, ending sessions that still use it. */
  renew(template: string): Promise<void>;
  /** Removes it, ending sessions that still use it. */
  drop(): Promise<void>;
}

/** Makes a copy of a template for roles of an area of which the first owns it, named without the area's name. */
export async function cloneTemplate(
  area: string,
  roles: readonly string[],
  template = templateOf(area),
): Promise<ClonedTemplate> {
  const { adminUrl } = testPostgres();
  const database = freshName(area);
  const name = escapeIdentifier(database);
  const named = roles.map((role) => escapeIdentifier(`${area}_${role}`));
  const copy = (from: string) =>
    asAdmin(adminUrl, async (client) => {
      await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      await retryWhileBusy(() =>
        client.query(
          `CREATE DATABASE ${name} TEMPLATE ${escapeIdentifier(from)} OWNER ${named[0] ?? ""} STRATEGY FILE_COPY`,
        ),
      );
      // Rights on the database itself are not part of what a template hands on.
      await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
      await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${named.join(", ")}`);
    });
  await copy(template);
  return { database, renew: copy, drop: () => drop(adminUrl, database) };
}

/**
 * Fresh names of a database and its roles, none of which exists yet, for tests of `setup` itself.
 * The roles are fresh too because roles belong to the whole server, which other tests use meanwhile.
 */
export async function emptyDatabase(subgraph: string): Promise<EmptyDatabase> {
  const { adminUrl, port } = testPostgres();
  const database = freshName(subgraph);
  const urls = roleUrls(port, database, database);
  return {
    name: database,
    ...urls,
    adminUrl,
    drop: () => drop(adminUrl, database, `${database}_`),
  };
}

/** Runs work as the superuser of a server. */
export async function asAdmin<Result>(
  adminUrl: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function freshName(subgraph: string): string {
  return `${subgraph}_${randomBytes(6).toString("hex")}`;
}

async function drop(adminUrl: string, database: string, rolePrefix?: string): Promise<void> {
  await asAdmin(adminUrl, async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(database)} WITH (FORCE)`);
    if (rolePrefix === undefined) return;
    const { rows } = await client.query<{ role: string }>(
      "SELECT rolname AS role FROM pg_roles WHERE starts_with(rolname, $1)",
      [rolePrefix],
    );
    for (const { role } of rows) await client.query(`DROP ROLE ${escapeIdentifier(role)}`);
  });
}

const objectInUse = "55006";

/** Does what cannot be done while somebody uses a database, once nobody does. */
export async function retryWhileBusy(work: () => Promise<unknown>): Promise<void> {
  for (const deadline = Date.now() + patience; ; await delay(100)) {
    try {
      await work();
      return;
    } catch (error) {
      const isBusy = error instanceof DatabaseError && error.code === objectInUse;
      if (!isBusy || Date.now() > deadline) throw error;
    }
  }
}
