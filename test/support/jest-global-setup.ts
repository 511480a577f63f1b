import { execFile } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { requireBuilt } from "../../gateway/local/child-programs";
import { newCredentials } from "../../gateway/local/credentials";
import { canTraverse, type Identity } from "../../gateway/local/system/identity";
import { locateBinaries } from "../../gateway/local/postgres/binaries";
import { initialiseOnce } from "../../gateway/local/postgres/initialise";
import { sharedFolder } from "../../gateway/local/postgres/place";
import { reachableBinaries } from "../../gateway/local/postgres/reachable-binaries";
import { PostgresServer } from "../../gateway/local/postgres/server";
import { serverIdentity } from "../../gateway/local/postgres/server-identity";
import { isAlive } from "../../gateway/local/system/process-table";
import { subgraphNames } from "../../gateway/local/programs";
import { auditUrls } from "./audit-database";
import { claimPorts, freePort } from "./free-port";
import { asAdmin, roleUrls, templateOf, testPostgresVariable, type TestPostgres } from "./postgres";

const project = join(__dirname, "..", "..");
const folderPrefix = "personnel-graph-test-";

/** Starts one PostgreSQL for the whole run, with a migrated and loaded template for each subgraph. */
async function startTestPostgres(): Promise<void> {
  await requireBuilt(project);
  await claimPorts();
  const identity = await serverIdentity();
  const binaries = await reachableBinaries(await locateBinaries(), identity, sharedFolder);
  const folder = await makeFolder(identity);
  const cluster = join(folder, "postgres");
  const password = newCredentials().superuser;
  const port = await freePort();
  await initialiseOnce({ binaries, cluster, identity, password });
  const logFile = join(folder, "postgres.log");
  const server = new PostgresServer({
    binaries,
    cluster,
    identity,
    port,
    password,
    logFile,
    settings: throwaway,
  });
  try {
    await server.untilReady();
    await Promise.all([
      ...subgraphNames.map((name) => makeTemplate(name, port, server.adminUrl)),
      makeAuditTemplate(port, server.adminUrl),
    ]);
    await publish({ folder, port, pid: server.process.pid, adminUrl: server.adminUrl });
  } catch (error) {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/** Nothing of it must survive a crash, and speed is all that counts. */
const throwaway = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "400",
  // Each connection would otherwise compute thousands of hashes, on both sides.
  scram_iterations: "1",
  jit: "off",
};

async function makeFolder(identity: Identity | undefined): Promise<string> {
  const isReachable = !identity || (await canTraverse(tmpdir(), identity));
  const parent = isReachable ? tmpdir() : sharedFolder;
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = await mkdtemp(join(parent, `${folderPrefix}${process.pid}-`));
  await chmod(folder, 0o755);
  return folder;
}

/** A run that was killed could not clean up; its server has stopped with it. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(folderPrefix)) continue;
    if (isAlive(Number.parseInt(name.slice(folderPrefix.length), 10))) continue;
    // Another user's cannot be removed, and need not be.
    await rm(join(parent, name), { recursive: true, force: true }).catch(() => undefined);
  }
}

async function makeTemplate(subgraph: string, port: number, adminUrl: string): Promise<void> {
  const database = templateOf(subgraph);
  const { ownerUrl, appUrl } = roleUrls(port, subgraph, database);
  await setUp(join("subgraphs", subgraph, "main.js"), database, adminUrl, {
    OWNER_DATABASE_URL: ownerUrl,
    DATABASE_URL: appUrl,
  });
}

async function makeAuditTemplate(port: number, adminUrl: string): Promise<void> {
  const database = templateOf("audit");
  const { ownerUrl, writerUrl, readerUrl } = auditUrls(port, database);
  await setUp(join("gateway", "audit", "main.js"), database, adminUrl, {
    AUDIT_OWNER_DATABASE_URL: ownerUrl,
    AUDIT_DATABASE_URL: writerUrl,
    AUDIT_READER_DATABASE_URL: readerUrl,
  });
}

async function setUp(
  file: string,
  database: string,
  adminUrl: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const program = join(project, "dist", file);
  await promisify(execFile)(process.execPath, [program, "setup"], {
    env: { ...process.env, ADMIN_DATABASE_URL: adminUrl, ...environment },
  });
  // Nobody can connect to it from here on, so that it is never too busy to be copied.
  await asAdmin(adminUrl, (client) =>
    client.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS false`),
  );
}

async function publish(postgres: TestPostgres): Promise<void> {
  const file = join(postgres.folder, "connection.json");
  await writeFile(file, JSON.stringify(postgres), { mode: 0o600 });
  process.env[testPostgresVariable] = file;
}

export = startTestPostgres;
