import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { access, chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Client } from "pg";
import { databaseUrl } from "../../gateway/local/postgres/database-url";
import { type PartName, parts as allParts } from "../../gateway/local/programs";
import { isAlive } from "../../gateway/local/system/process-table";
import { areaNames } from "../../subgraphs/areas";
import { freePort } from "../support/free-port";
import { patience } from "../support/patience";
import { Sweep } from "../support/sweep";

const project = join(__dirname, "..", "..");
const parts = ["gateway", ...areaNames, "issuer", "postgres"] as const;
const sweep = new Sweep("gateway/local", __filename);
const started: StartedStack[] = [];
let dataDirectory: string;
let ports: Record<PartName, number>;

/** One run of the local stack's command, with what it printed so far. */
class StartedStack {
  stdout = "";
  stderr = "";
  readonly #child: ChildProcess;
  readonly #exit: Promise<unknown[]>;
  readonly #begun = Date.now();

  constructor(...args: string[]) {
    const variables = parts.map((part) => [allParts[part].variable, String(ports[part])]);
    const child = spawn(process.execPath, ["dist/gateway/local/main.js", ...args], {
      cwd: project,
      env: { ...process.env, ...Object.fromEntries(variables), DATA_DIRECTORY: dataDirectory },
      stdio: ["ignore", "pipe", "pipe"],
    });
    child.stdout.on("data", (chunk: Buffer) => (this.stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (this.stderr += chunk.toString()));
    this.#exit = once(child, "close");
    this.#child = child;
    started.push(this);
  }

  get isRunning(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** The programs that it started for a command which ends. */
  async commands(): Promise<string[]> {
    const logs = join(dataDirectory, "logs");
    const names = (await readdir(logs)).filter((name) => name.endsWith("-setup.log"));
    const ages = await Promise.all(
      names.map(async (name) => [name, (await stat(join(logs, name))).mtimeMs] as const),
    );
    return ages
      .filter(([, at]) => at >= this.#begun)
      .map(([name]) => name.slice(0, -".log".length))
      .sort();
  }

  async untilReady(): Promise<this> {
    while (!this.stdout.includes("Ctrl-C stops everything.")) {
      if (!this.isRunning) throw new Error(`${this.stdout}\n${this.stderr}`);
      await delay(20);
    }
    return this;
  }

  pidOf(part: PartName): number {
    const pid = new RegExp(`^${part} +\\S+ +(\\d+)`, "m").exec(this.stdout)?.[1];
    if (pid === undefined) throw new Error(`No process ${part} in:\n${this.stdout}`);
    return Number(pid);
  }

  async stop(signal: NodeJS.Signals): Promise<unknown> {
    this.#child.kill(signal);
    return this.exitCode();
  }

  async exitCode(): Promise<unknown> {
    return (await this.#exit)[0];
  }

  /** Whatever a test left running. */
  async end(): Promise<void> {
    if (this.isRunning) await this.stop("SIGTERM");
  }
}

/** Gives a stack a data folder and ports of its own. */
async function settle(): Promise<void> {
  started.length = 0;
  dataDirectory = await mkdtemp(join(tmpdir(), "personnel-graph-stack-"));
  // As root, PostgreSQL runs as another user, who must be able to pass.
  await chmod(dataDirectory, 0o755);
  const free = await Promise.all(parts.map(async (part) => [part, await freePort()]));
  ports = Object.fromEntries(free) as Record<PartName, number>;
}

async function clear(): Promise<void> {
  await Promise.all(started.map((stack) => stack.end()));
  await rm(dataDirectory, { recursive: true, force: true });
}

/** Kills a part of a running stack and expects it to come down with a message, all of it. */
async function expectDownWithout(part: PartName, stack: StartedStack): Promise<void> {
  process.kill(stack.pidOf(part), "SIGKILL");
  await expect(stack.exitCode()).resolves.toBe(1);
  expect(stack.stderr).toContain(`${part} ended unexpectedly (signal SIGKILL).`);
  expect(partsAliveOf(stack)).toEqual([]);
}

function partsAliveOf(stack: StartedStack): PartName[] {
  return parts.filter((part) => isAlive(stack.pidOf(part)));
}

// A start takes many seconds of a processor. So these follow the starts of one data folder, each test from where the last one left it.
describe("a data folder through its starts", () => {
  const cost: unknown = expect.any(Object);
  const asOf: unknown = expect.any(String);
  const none = { data: { dispatches: { totalCount: 0 } }, extensions: { cost, asOf } };
  let stack: StartedStack;

  beforeAll(async () => {
    await settle();
    // Whatever this one came to, the next begins anew.
    const interrupted = new StartedStack("--no-demo");
    while (!interrupted.stdout.includes("Starting")) await delay(5);
    await delay(200);
    await interrupted.stop("SIGKILL");
    stack = await new StartedStack().untilReady();
  });
  afterAll(clear);

  it("is begun anew when its first start was interrupted", async () => {
    expect(partsAliveOf(stack)).toEqual(parts);
    await expect(stack.commands()).resolves.toEqual([
      "audit-setup",
      ...[...areaNames].sort().map((name) => `${name}-setup`),
    ]);
  });

  it("answers the query it prints", async () => {
    const [, url = "", body = ""] = /curl (\S+) -H '[^']+' -d '(.+)'$/m.exec(stack.stdout) ?? [];
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body,
    });
    expect(await response.json()).toEqual({
      data: {
        fiscalYear: {
          name: "令和5年度",
          recruitmentFigures: { nodes: [{ value: 52, source: { title: expect.any(String) } }] },
        },
      },
      extensions: { dataset: "synthetic", cost, asOf },
    });
  });

  it("has synthetic records, marked in every answer", async () => {
    expect(stack.stdout).toContain("are synthetic, made up for demonstration");
    await expect(countDispatches()).resolves.toEqual({
      data: { dispatches: { totalCount: 342 } },
      extensions: { dataset: "synthetic", cost, asOf },
    });
  });

  it("prints tokens that its gateway accepts, for the roles there are", async () => {
    const token = await runToken("dispatch-officer,fellowship-officer");
    expect(token).toMatchObject({ code: 0, stderr: "" });
    const headers = { authorization: `Bearer ${token.stdout.trim()}`, "graph-purpose": "test" };
    const officials = "{ officials(first: 1) { nodes { __typename } } }";
    expect(await ask(officials, headers)).toMatchObject({
      data: { officials: { nodes: [{ __typename: "Official" }] } },
    });
    expect(await ask(officials, { authorization: "Bearer x" })).toMatchObject({
      errors: [{ extensions: { code: "INVALID_TOKEN" } }],
    });
    expect(await runToken("admin")).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^Expected one or more of public, analyst, .+"admin"\.\n$/),
    });
    for (const file of ["issuer.json", "keys/signing-keys.json"]) {
      expect((await stat(join(dataDirectory, file))).mode & 0o777).toBe(0o600);
    }
  });

  it("gives each subgraph a role that can neither change its schema nor reach another database", async () => {
    const { recruitment } = await credentials();
    const address = { user: "recruitment_app", password: recruitment.app, port: ports.postgres };
    const own = databaseUrl({ ...address, database: "recruitment" });
    await expect(query(own, "CREATE TABLE intruder (id int)")).rejects.toThrow("permission denied");
    const others = databaseUrl({ ...address, database: "dispatch" });
    await expect(query(others, "SELECT 1")).rejects.toThrow("permission denied");
  });

  it("keeps a second stack off its data", async () => {
    const second = new StartedStack();
    await expect(second.exitCode()).resolves.toBe(1);
    expect(second.stderr).toMatch(/^A local stack \(process \d+\) already runs on .+\n$/);
  });

  it("is left alone by everything after SIGTERM, and gives no token", async () => {
    await query(await ownerUrl(), "CREATE TABLE forgotten (id int)");
    const code = await stack.stop("SIGTERM");
    expect({ code, stderr: stack.stderr }).toEqual({ code: 0, stderr: "" });
    expect(partsAliveOf(stack)).toEqual([]);
    await expect(access(join(dataDirectory, "postgres", "postmaster.pid"))).rejects.toThrow(
      "ENOENT",
    );
    expect(await runToken("analyst")).toEqual({
      code: 1,
      stdout: "",
      stderr:
        "No local stack runs on this data folder: start it with npm start, or set DATA_DIRECTORY as it was started with.\n",
    });
  });

  it("starts nothing where the key of its issuer cannot be read", async () => {
    const file = join(dataDirectory, "issuer.json");
    const kept = await readFile(file);
    await writeFile(file, "{}");
    const refused = new StartedStack();
    await expect(refused.exitCode()).resolves.toBe(1);
    expect(refused.stderr).toContain(
      `Cannot read ${file} (not in the expected form): begin anew with npm start -- --fresh.\n`,
    );
    await writeFile(file, kept);
  });

  it("keeps its synthetic records where none are asked for", async () => {
    const refused = new StartedStack("--no-demo");
    await expect(refused.exitCode()).resolves.toBe(1);
    expect(refused.stderr).toContain(
      "The database holds 2175 synthetic dispatches, asked for are 0: begin anew with --fresh.\n",
    );
  });

  it("is begun anew without all it held by --fresh --no-demo", async () => {
    stack = await new StartedStack("--fresh", "--no-demo").untilReady();
    expect(stack.stdout).not.toContain("synthetic");
    await expect(countDispatches()).resolves.toEqual(none);
    await expect(query(await ownerUrl(), "SELECT FROM forgotten")).rejects.toThrow(
      "does not exist",
    );
    await query(await ownerUrl(), "CREATE TABLE kept (id int)");
  });

  it("persists after SIGKILL, without orphans, and so does that there are no synthetic records; only what was changed by hand is prepared again", async () => {
    const killed = stack;
    await killed.stop("SIGKILL");
    stack = await new StartedStack().untilReady();
    expect(stack.stdout).not.toContain("synthetic");
    await expect(countDispatches()).resolves.toEqual(none);
    await expect(query(await ownerUrl(), "SELECT count(*)::int FROM kept")).resolves.toEqual([
      { count: 0 },
    ]);
    await expect(stack.commands()).resolves.toEqual(["recruitment-setup"]);
    // Each ends by itself once it has noticed, and has finished what it was at.
    for (const deadline = Date.now() + patience; Date.now() < deadline; await delay(20)) {
      if (partsAliveOf(killed).length === 0) break;
    }
    expect(partsAliveOf(killed)).toEqual([]);
  });

  it.each(sweep.of<PartName | "SIGINT">(["dispatch", "gateway", "SIGINT", "issuer", "postgres"]))(
    "comes down when %s is killed or sent",
    async (ending) => {
      if (!stack.isRunning) {
        stack = await new StartedStack().untilReady();
        await expect(stack.commands()).resolves.toEqual([]);
      }
      if (ending === "SIGINT") await expect(stack.stop(ending)).resolves.toBe(0);
      else await expectDownWithout(ending, stack);
    },
  );
});

(sweep.runs(0) ? describe : describe.skip)("a new data folder", () => {
  beforeEach(settle);
  afterEach(clear);

  it("has more synthetic records with --scale", async () => {
    await new StartedStack("--scale", "4000").untilReady();
    await expect(countDispatches()).resolves.toMatchObject({
      data: { dispatches: { totalCount: 2 * 342 } },
    });
  });
});

describe("a start that cannot succeed says why in one line", () => {
  let listener: Server | undefined;

  beforeEach(settle);
  afterEach(async () => {
    listener?.close();
    await clear();
  });

  it("for an unknown flag", async () => {
    await expectFailure(
      ["--frehs"],
      'Expected --fresh, --no-demo, --scale N or --help, received "--frehs".\n',
    );
  });

  it("for a taken port", async () => {
    listener = createServer().listen(ports.dispatch, "127.0.0.1");
    await once(listener, "listening");
    await expectFailure(
      [],
      `Port ${ports.dispatch}, wanted by dispatch, is already in use: free it, or set DISPATCH_PORT to another port.\n`,
    );
  });

  it("for one port set twice", async () => {
    ports.fellowship = ports.dispatch;
    await expectFailure(
      [],
      `Port ${ports.dispatch} is set for both dispatch and fellowship: change FELLOWSHIP_PORT.\n`,
    );
  });

  it("for a data folder that holds other files, which --fresh leaves alone", async () => {
    const file = join(dataDirectory, "thesis.txt");
    await writeFile(file, "irreplaceable");
    await expectFailure(
      ["--fresh"],
      `${dataDirectory} holds files that are not the local stack's: nothing was touched; set DATA_DIRECTORY to another folder.\n`,
    );
    await expect(readFile(file, "utf8")).resolves.toBe("irreplaceable");
  });

  it.each([
    ["import", "dispatch", "officials.csv"],
    ["audit-command", "verify"],
  ])("for a data folder without databases where %s needs them", async (program, ...args) => {
    const { code, stdout, stderr } = await runLocal(program, ...args);
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`There are no databases in ${dataDirectory}: `);
    await expect(readdir(dataDirectory)).resolves.toEqual([]);
  });

  it("for a data folder that cannot be made", async () => {
    const file = join(dataDirectory, "file");
    await writeFile(file, "", { mode: 0o755 });
    const folder = dataDirectory;
    dataDirectory = join(file, "data");
    const stack = new StartedStack();
    dataDirectory = folder;
    await expect(stack.exitCode()).resolves.toBe(1);
    expect(stack.stderr).toMatch(/^.+ENOTDIR.+\n$/);
  });
});

function runToken(...args: string[]) {
  return runLocal("token", ...args);
}

/** Runs another command of the local stack to its end. */
async function runLocal(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [`dist/gateway/local/${program}.js`, ...args], {
    cwd: project,
    env: { ...process.env, DATA_DIRECTORY: dataDirectory },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk: Buffer) => (written.stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (written.stderr += chunk.toString()));
  const [code] = (await once(child, "close")) as unknown[];
  return { code, ...written };
}

/** How many officials are on dispatch on a day, as an officer is shown it. */
async function countDispatches(): Promise<unknown> {
  const { stdout: token } = await runToken("dispatch-officer");
  return ask('{ dispatches(asOf: "2024-03-31") { totalCount } }', {
    authorization: `Bearer ${token.trim()}`,
    "graph-purpose": "test",
  });
}

async function ask(
  query: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${ports.gateway}/graphql`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

async function expectFailure(args: string[], line: string): Promise<void> {
  const stack = new StartedStack(...args);
  const code = await stack.exitCode();
  expect({ code, stderr: stack.stderr }).toEqual({ code: 1, stderr: line });
}

interface Passwords {
  readonly recruitment: { readonly owner: string; readonly app: string };
}

async function credentials(): Promise<Passwords> {
  const text = await readFile(join(dataDirectory, "credentials.json"), "utf8");
  return JSON.parse(text) as Passwords;
}

async function ownerUrl(): Promise<string> {
  const { recruitment } = await credentials();
  const password = recruitment.owner;
  const port = ports.postgres;
  return databaseUrl({ user: "recruitment_owner", password, port, database: "recruitment" });
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
