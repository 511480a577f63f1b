import { access } from "node:fs/promises";
import { join } from "node:path";
import type { Credentials } from "./credentials";
import type { DataFolder } from "./data-folder";
import { inheritedEnvironment } from "./env";
import { LocalStackFailure } from "./system/failure";
import { developersOrigins, generousBudgets } from "./for-developers";
import { keepIssuer } from "./issuer/issuer-file";
import { echoOf } from "./log-echo";
import { ManagedProcess } from "./system/managed-process";
import { runProgram } from "./system/run-program";
import { databaseUrl } from "./postgres/database-url";
import { subgraphNames, type PartName, type SubgraphName } from "./programs";

/** What is needed to start any of the stack's own programs. */
export interface ProgramContext {
  /** The project's folder, which holds `dist`. */
  readonly project: string;
  readonly folder: DataFolder;
  readonly ports: Readonly<Record<PartName, number>>;
  readonly credentials: Credentials;
}

/** Throws {@link LocalStackFailure} naming the first program that was not built. */
export async function requireBuilt(project: string): Promise<void> {
  const files = [
    gatewayFile(project),
    auditFile(project),
    ...subgraphNames.map((name) => subgraphFile(project, name)),
  ];
  for (const file of files) {
    await access(file).catch(() => {
      throw new LocalStackFailure(`${file} is missing: run npm run build first.`);
    });
  }
}

/** Starts a subgraph's own program for one command that ends, with every right it needs. */
export function startSubgraphCommand(
  context: ProgramContext,
  name: SubgraphName,
  adminUrl: string,
  command: readonly string[],
): ManagedProcess {
  const file = subgraphFile(context.project, name);
  const environment = everyRight(context, name, adminUrl);
  return start(context, `${name}-${command[0] ?? "command"}`, [file, ...command], environment);
}

/**
 * Starts the program that makes a subgraph's database, loads its facts and synthetic records, or checks that there are
 * none of these, and makes a release if one is due.
 */
export function startPreparation(
  context: ProgramContext,
  name: SubgraphName,
  adminUrl: string,
  args: readonly string[],
): ManagedProcess {
  const file = join(context.project, "dist", "subgraphs", name, "demo", "main.js");
  const environment = everyRight(context, name, adminUrl);
  return start(context, `${name}-setup`, [file, "--set-up", ...args], environment);
}

/**
 * Makes the key of the issuer where there is none yet.
 *
 * @throws LocalStackFailure where it cannot be read
 */
export async function ensureIssuer(context: ProgramContext): Promise<void> {
  await keepIssuer(context.folder.issuer, originOf(context, "issuer"));
}

/**
 * Makes the keys of requests to subgraphs and of cursors, where there are none yet.
 *
 * @throws LocalStackFailure where none can be made
 */
export async function ensureKeys(context: ProgramContext): Promise<void> {
  await Promise.all(["signing", "cursor"].map((use) => ensureKeysOf(use, context)));
}

async function ensureKeysOf(use: string, { project, folder }: ProgramContext): Promise<void> {
  const isThere = () =>
    access(join(folder.keys, `${use}-keys.json`)).then(
      () => true,
      () => false,
    );
  if (await isThere()) return;
  const program = join(project, "dist", "gateway", "access", "keys.js");
  const args = [program, "new", folder.keys, use];
  const { code, output } = await runProgram(process.execPath, args, { cwd: project });
  // The program of a start that was killed may have made them in between.
  if (code === 0 || (await isThere())) return;
  throw new LocalStackFailure(`The ${use} keys cannot be made: ${output}`);
}

/** Starts a subgraph's server, which has only its restricted role. */
export function startSubgraph(context: ProgramContext, name: SubgraphName): ManagedProcess {
  const environment = {
    DATABASE_URL: databaseUrls(context, name).app,
    GATEWAY_KEYS_FILE: join(context.folder.keys, "gateway-keys.json"),
    CURSOR_KEYS_FILE: join(context.folder.keys, "cursor-keys.json"),
    HOST: "127.0.0.1",
    PORT: String(context.ports[name]),
  };
  return start(context, name, [subgraphFile(context.project, name), "serve"], environment);
}

/** Starts the program that makes the audit database, with every right it needs. */
export function startAuditSetup(context: ProgramContext, adminUrl: string): ManagedProcess {
  const { owner, writer, reader } = auditUrls(context);
  const environment = {
    ADMIN_DATABASE_URL: adminUrl,
    AUDIT_OWNER_DATABASE_URL: owner,
    AUDIT_DATABASE_URL: writer,
    AUDIT_READER_DATABASE_URL: reader,
  };
  return start(context, "audit-setup", [auditFile(context.project), "setup"], environment);
}

/** Starts the gateway, which knows the subgraphs' addresses and the role that appends to the audit log. */
export function startGateway(context: ProgramContext, dataset: string | undefined): ManagedProcess {
  const { BUDGETS = generousBudgets, CORS_ORIGINS = developersOrigins } = inheritedEnvironment();
  const urls = subgraphNames.map((name) => `${name}=${originOf(context, name)}/graphql`);
  const environment = {
    HOST: "127.0.0.1",
    PORT: String(context.ports.gateway),
    SUBGRAPH_URLS: urls.join(","),
    AUDIT_DATABASE_URL: auditUrls(context).writer,
    PUBLIC_URL: originOf(context, "gateway"),
    BUDGETS,
    CORS_ORIGINS,
    OPEN_SCHEMA: "true",
    SANDBOX: "true",
    EXPLORER: "true",
    SIGNING_KEYS_FILE: signingKeys(context),
    // The stack's own issuer, even if the developer's shell names another.
    OIDC_ISSUER: originOf(context, "issuer"),
    LOCAL_ISSUER: "true",
    OIDC_AUDIENCE: "personnel-graph",
    OIDC_JWKS_URL: "",
    OIDC_ALGORITHMS: "EdDSA",
    ...(dataset !== undefined && { DATASET: dataset }),
  };
  return start(context, "gateway", [...memory, gatewayFile(context.project)], environment);
}

/** Starts the issuer of development tokens, which pages of the gateway may ask; its address and key are in the data folder. */
export function startIssuer(context: ProgramContext): ManagedProcess {
  const file = join(context.project, "dist", "gateway", "local", "issuer", "main.js");
  return start(context, "issuer", [file, context.folder.issuer, originOf(context, "gateway")], {});
}

/** The address of a part's HTTP server, without a path. */
export function originOf({ ports }: ProgramContext, name: PartName): string {
  return `http://127.0.0.1:${ports[name]}`;
}

function start(
  { project, folder }: ProgramContext,
  name: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): ManagedProcess {
  return new ManagedProcess({
    name,
    file: process.execPath,
    args,
    cwd: project,
    environment: {
      ...inheritedEnvironment(),
      // Libraries check more in development, for those who work on them.
      NODE_ENV: "production",
      // From Node.js 22.1 on, programs keep what was compiled of them for the next start.
      NODE_COMPILE_CACHE: folder.compiled,
      ...environment,
    },
    logFile: join(folder.logs, `${name}.log`),
    stopSteps,
    ipc: true,
    onLine: (line, stream) => {
      const echo = echoOf(name, line, stream);
      if (echo !== undefined) process.stderr.write(`${echo}\n`);
    },
  });
}

/**
 * Room for what requests leave behind at once, so that little of it is collected twice, and a limit for what is kept of
 * many different operations. Subgraphs have neither: their threads for statistics would get both in place of limits of
 * their own.
 */
const memory = ["--max-semi-space-size=32", "--max-old-space-size=384"] as const;

const stopSteps = [
  { signal: "SIGTERM", milliseconds: 15_000 },
  { signal: "SIGKILL", milliseconds: 5_000 },
] as const;

/** The addresses of a subgraph's database, as the role that owns its tables and as its restricted role. */
export function databaseUrls({ ports, credentials }: ProgramContext, name: SubgraphName) {
  const { owner, app } = credentials[name];
  const address = { port: ports.postgres, database: name };
  return {
    owner: databaseUrl({ ...address, user: `${name}_owner`, password: owner }),
    app: databaseUrl({ ...address, user: `${name}_app`, password: app }),
  };
}

function everyRight(context: ProgramContext, name: SubgraphName, adminUrl: string) {
  const { owner, app } = databaseUrls(context, name);
  return { ADMIN_DATABASE_URL: adminUrl, OWNER_DATABASE_URL: owner, DATABASE_URL: app };
}

function signingKeys({ folder }: ProgramContext): string {
  return join(folder.keys, "signing-keys.json");
}

/** The audit database as each of its roles. */
export function auditUrls({ ports, credentials: { audit } }: ProgramContext) {
  const as = (role: keyof typeof audit) =>
    databaseUrl({
      port: ports.postgres,
      database: "audit",
      user: `audit_${role}`,
      password: audit[role],
    });
  return { owner: as("owner"), writer: as("writer"), reader: as("reader") };
}

/** The program that sets up, verifies and shows the audit log. */
export function auditFile(project: string): string {
  return join(project, "dist", "gateway", "audit", "main.js");
}

function gatewayFile(project: string): string {
  return join(project, "dist", "gateway", "main.js");
}

/** The program of a subgraph. */
export function subgraphFile(project: string, name: SubgraphName): string {
  return join(project, "dist", "subgraphs", name, "main.js");
}
