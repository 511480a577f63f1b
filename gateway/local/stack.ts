import { join } from "node:path";
import type { DemoOptions } from "./arguments";
import {
  ensureIssuer,
  ensureKeys,
  originOf,
  startAuditSetup,
  startGateway,
  startIssuer,
  startPreparation,
  startSubgraph,
  startSubgraphCommand,
  type ProgramContext,
} from "./child-programs";
import { LocalStackFailure } from "./system/failure";
import { describeExit, type ManagedProcess } from "./system/managed-process";
import { initialiseOnce } from "./postgres/initialise";
import type { PostgresPlace } from "./postgres/place";
import { PostgresServer } from "./postgres/server";
import { type Preparation, prepareOnce } from "./prepared/prepare-once";
import { areaPreparation, auditPreparation, type PreparedBy } from "./preparations";
import { programDigest } from "./prepared/program-digest";
import { type PartName, parts, type SubgraphName, subgraphNames } from "./programs";
import { untilReady } from "./readiness";

/** Everything one `npm start` runs: PostgreSQL, the subgraphs and the gateway. */
export class LocalStack {
  /** Rejects with {@link LocalStackFailure} when a process that should run has ended. */
  readonly lost: Promise<never>;
  readonly #reportLost: (failure: LocalStackFailure) => void;
  readonly #stopping = new AbortController();
  readonly #servers = new Map<PartName, ManagedProcess>();
  /** Running programs that end by themselves. */
  readonly #commands = new Set<ManagedProcess>();
  #postgres: PostgresServer | undefined;
  #work: Promise<unknown> = Promise.resolve();

  constructor(
    readonly context: ProgramContext,
    readonly place: PostgresPlace,
  ) {
    const { promise, reject } = rejectable();
    this.lost = promise;
    this.#reportLost = reject;
  }

  /** The running servers, in the order in which they are shown. */
  get processes(): readonly ManagedProcess[] {
    const running = new Map<string, ManagedProcess>(this.#servers);
    if (this.#postgres) running.set("postgres", this.#postgres.process);
    return Object.keys(parts).flatMap((name) => running.get(name) ?? []);
  }

  /** Starts everything and resolves once the gateway and all subgraphs can answer. */
  start(demo: DemoOptions): Promise<void> {
    return this.#do(this.#startAll(demo));
  }

  /** Runs one command of every subgraph's program, all at once, starting only PostgreSQL for it. */
  run(command: readonly string[]): Promise<void> {
    return this.#do(this.#startPostgres().then((server) => this.#runOnAll(server, command)));
  }

  /** Creates the audit log if it is missing, starting only PostgreSQL for it. */
  setUpAudit(): Promise<void> {
    return this.#do(
      this.#startPreparing().then(async (by) => this.#refuse(await this.#prepareAudit(by))),
    );
  }

  /** Stops the gateway, then the subgraphs, then PostgreSQL, each once the one before has ended. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#servers.get("gateway")?.stop();
    await Promise.all(this.#own().map((process) => process.stop()));
    await this.#postgres?.stop();
    await this.#work.catch(() => undefined);
  }

  /** Ends everything at once. */
  kill(): void {
    for (const process of this.#own()) process.kill("SIGKILL");
    this.#postgres?.kill();
  }

  #own(): ManagedProcess[] {
    return [...this.#servers.values(), ...this.#commands];
  }

  async #do(work: Promise<void>): Promise<void> {
    this.#work = work;
    await Promise.race([work, this.lost]);
  }

  async #startAll(demo: DemoOptions): Promise<void> {
    await ensureIssuer(this.context);
    const [by] = await Promise.all([this.#startPreparing(), this.#startGateway(demo)]);
    // One area's synthetic records and releases take longest: nothing else waits for them.
    const failures = await Promise.all([
      this.#prepareAudit(by),
      ...subgraphNames.map((name) => this.#startArea(by, name, demo)),
    ]);
    this.#refuse(failures.flat());
    await Promise.all(
      [...this.#servers].map(([name, process]) => {
        return untilReady(process, originOf(this.context, name), this.#stopping.signal);
      }),
    );
  }

  /** Both need no database to start, and the gateway takes longest of all servers. */
  async #startGateway({ isWanted }: DemoOptions): Promise<void> {
    await ensureKeys(this.context);
    this.#stopping.signal.throwIfAborted();
    this.#serve("gateway", startGateway(this.context, isWanted ? "synthetic" : undefined));
    this.#serve("issuer", startIssuer(this.context));
  }

  async #startArea(
    by: PreparedBy,
    name: SubgraphName,
    { args }: DemoOptions,
  ): Promise<readonly string[]> {
    const { context } = this;
    const failed = await this.#prepare(areaPreparation(context, name, by, args), () =>
      startPreparation(context, name, by.adminUrl, args),
    );
    if (failed.length === 0) this.#serve(name, startSubgraph(context, name));
    return failed;
  }

  #prepareAudit(by: PreparedBy): Promise<readonly string[]> {
    return this.#prepare(auditPreparation(this.context, by), () =>
      startAuditSetup(this.context, by.adminUrl),
    );
  }

  /** Starts the program that prepares a database, unless it is prepared already. */
  async #prepare(
    preparation: Preparation,
    program: () => ManagedProcess,
  ): Promise<readonly string[]> {
    return prepareOnce(preparation, async () => {
      this.#stopping.signal.throwIfAborted();
      return this.#failuresOf([program()]);
    });
  }

  #serve(name: PartName, process: ManagedProcess): void {
    this.#servers.set(name, process);
    this.#watch(process);
  }

  async #runOnAll({ adminUrl }: PostgresServer, command: readonly string[]): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    const running = subgraphNames.map((name) => {
      return startSubgraphCommand(this.context, name, adminUrl, command);
    });
    this.#refuse(await this.#failuresOf(running));
  }

  /** Waits for programs that end, and names those that fail. */
  async #failuresOf(running: readonly ManagedProcess[]): Promise<string[]> {
    for (const process of running) this.#commands.add(process);
    const exits = await Promise.all(
      running.map(async ({ name, exited }) => [name, describeExit(await exited)] as const),
    );
    for (const process of running) this.#commands.delete(process);
    this.#stopping.signal.throwIfAborted();
    return exits.flatMap(([name, exit]) => (exit === "exit code 0" ? [] : [`${name} (${exit})`]));
  }

  #refuse(failed: readonly string[]): void {
    if (failed.length === 0) return;
    throw new LocalStackFailure(`Failed: ${failed.join(", ")}. Logs: ${this.context.folder.logs}`);
  }

  async #startPreparing(): Promise<PreparedBy> {
    const { adminUrl } = await this.#startPostgres();
    return { adminUrl, programs: programDigest(this.context.project) };
  }

  async #startPostgres(): Promise<PostgresServer> {
    const { context, place } = this;
    const { signal } = this.#stopping;
    const password = context.credentials.superuser;
    await initialiseOnce({ ...place, password, signal });
    signal.throwIfAborted();
    const logFile = join(context.folder.logs, "postgres.log");
    const server = new PostgresServer({
      ...place,
      port: context.ports.postgres,
      password,
      logFile,
    });
    this.#postgres = server;
    await server.untilReady(signal);
    this.#watch(server.process);
    return server;
  }

  #watch(process: ManagedProcess): void {
    void process.exited.then((exit) => {
      if (this.#stopping.signal.aborted) return;
      const lines = process.lastLines().map((line) => `\n  ${line}`);
      const detail = lines.length > 0 ? ` Its last lines:${lines.join("")}` : "";
      this.#reportLost(
        new LocalStackFailure(
          `${process.name} ended unexpectedly (${describeExit(exit)}).${detail}`,
        ),
      );
    });
  }
}

function rejectable() {
  let reject: (failure: LocalStackFailure) => void = () => undefined;
  const promise = new Promise<never>((_, rejectPromise) => (reject = rejectPromise));
  // The failure is seen by what awaits it; until then it must not end this process.
  promise.catch(() => undefined);
  return { promise, reject };
}
