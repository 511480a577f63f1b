import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { readerRole } from "./reader-role";

/** The three connection URLs of one subgraph's database. */
export interface DatabaseUrls {
  /** A superuser, on any database of the server. */
  readonly admin: string;
  /** The role that owns the database and its tables; migrations and loads run as it. */
  readonly owner: string;
  /** The restricted role the subgraph runs as. */
  readonly app: string;
}

/**
 * How long a change waits for a lock before PostgreSQL looks whether it is a deadlock; only a superuser may set it.
 * Several times what a change takes. Where many changes are in each other's way, each pair of them costs that long.
 */
const deadlockTimeout = "200ms";

/** What a database has besides its two roles. */
export interface ProvisionOptions {
  /** What PostgreSQL brings and the tables need. */
  readonly extensions?: readonly string[];
  /**
   * The names of those who read only part of it. The restricted role can become the role of each, and has none of its
   * rights otherwise.
   */
  readonly readers?: readonly string[];
}

interface Login {
  readonly role: string;
  readonly password: string;
  readonly database: string;
}

/**
 * Creates the database and its roles where they are missing, and sets the passwords of those that log in. Idempotent.
 *
 * The restricted role may connect to this database only, and may neither create nor alter anything in it: `CONNECT`
 * and `TEMPORARY` are taken from `PUBLIC`, on the server's own databases too, and so is `CREATE` on the schema. The
 * server should therefore be the graph's alone.
 */
export async function provisionDatabase(
  { admin, owner, app }: DatabaseUrls,
  { extensions = ["btree_gist"], readers = [] }: ProvisionOptions = {},
): Promise<void> {
  const ownerLogin = loginOf(owner);
  const appLogin = loginOf(app);
  if (ownerLogin.database !== appLogin.database) {
    throw new Error(
      `OWNER_DATABASE_URL names database "${ownerLogin.database}", DATABASE_URL names "${appLogin.database}"; expected the same.`,
    );
  }
  const readerRoles = readers.map((reader) => readerRole(appLogin.role, reader));
  await withClient(admin, async (client) => {
    // Several subgraphs may be provisioned at once, and PostgreSQL refuses concurrent changes of one database's rights.
    await client.query("SELECT pg_advisory_lock(hashtext('provision'))");
    await client.query("REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC");
    await createRole(client, ownerLogin);
    await createRole(client, appLogin);
    await client.query(
      `ALTER ROLE ${escapeIdentifier(appLogin.role)} SET deadlock_timeout = '${deadlockTimeout}'`,
    );
    for (const role of readerRoles) await createReaderRole(client, role, appLogin.role);
    const database = escapeIdentifier(ownerLogin.database);
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [
      ownerLogin.database,
    ]);
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${database} OWNER ${escapeIdentifier(ownerLogin.role)}`);
    }
    await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
    await client.query(
      `GRANT CONNECT ON DATABASE ${database} TO ${escapeIdentifier(appLogin.role)}`,
    );
  });
  await withClient(withDatabase(admin, ownerLogin.database), async (client) => {
    for (const extension of extensions) {
      await client.query(`CREATE EXTENSION IF NOT EXISTS ${escapeIdentifier(extension)}`);
    }
    await client.query("REVOKE ALL ON SCHEMA public FROM PUBLIC");
    await client.query(`GRANT ALL ON SCHEMA public TO ${escapeIdentifier(ownerLogin.role)}`);
    for (const role of [appLogin.role, ...readerRoles]) {
      await client.query(`GRANT USAGE ON SCHEMA public TO ${escapeIdentifier(role)}`);
    }
  });
}

/** The name of the role a connection URL logs in as. */
export function roleOf(url: string): string {
  return loginOf(url).role;
}

/** The name of the database a connection URL leads to. */
export function databaseOf(url: string): string {
  return loginOf(url).database;
}

/** The same connection URL for another database of the server. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(database)}`;
  return changed.toString();
}

/** Connects for as long as `work` takes. */
export async function withClient<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const harmless = "NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS NOINHERIT";

async function createRole(client: Client, { role, password }: Login): Promise<void> {
  await createIfMissing(client, role);
  await client.query(
    `ALTER ROLE ${escapeIdentifier(role)} LOGIN ${harmless} PASSWORD ${escapeLiteral(password)}`,
  );
}

async function createReaderRole(client: Client, role: string, app: string): Promise<void> {
  const name = escapeIdentifier(role);
  await createIfMissing(client, role);
  await client.query(`ALTER ROLE ${name} NOLOGIN ${harmless}`);
  await client.query(
    `GRANT ${name} TO ${escapeIdentifier(app)} WITH ADMIN FALSE, INHERIT FALSE, SET TRUE`,
  );
}

async function createIfMissing(client: Client, role: string): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = $1", [role]);
  if (rowCount === 0) await client.query(`CREATE ROLE ${escapeIdentifier(role)}`);
}

function loginOf(url: string): Login {
  const { username, password, pathname } = new URL(url);
  return {
    role: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}
