import { join } from "node:path";
import type { DemoOptions } from "./arguments";
import {
  ensureKeys,
  originOf,
  startDemo,
  startAuditSetup,
  startGateway,
  startIssuer,
  startSubgraph,
  startSubgraphCommand,
  type ProgramContext,
} from "./child-programs";
import { LocalStackFailure } from "./system/failure";
import { describeExit, type ManagedProcess } from "./system/managed-process";
import { initialiseOnce } from "./postgres/initialise";
import type { PostgresPlace } from "./postgres/place";
import { PostgresServer } from "./postgres/server";
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
    return this.#do(this.#startPostgres().then((server) => this.#setUpAudit(server)));
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
    await ensureKeys(this.context);
    const server = await this.#startPostgres();
    const { signal } = this.#stopping;
    signal.throwIfAborted();
    this.#serve("issuer", startIssuer(this.context));
    // One area's synthetic records and releases take longest: nothing else waits for them.
    const failures = await Promise.all([
      this.#startGateway(server, demo),
      ...subgraphNames.map((name) => this.#startArea(server, name, demo)),
    ]);
    this.#refuse(failures.flat());
    await Promise.all(
      [...this.#servers].map(([name, process]) => {
        return untilReady(process, originOf(this.context, name), signal);
      }),
    );
  }

  async #startGateway(server: PostgresServer, { isWanted }: DemoOptions): Promise<string[]> {
    const failed = await this.#failuresOf([startAuditSetup(this.context, server.adminUrl)]);
    if (failed.length > 0) return failed;
    this.#serve("gateway", startGateway(this.context, isWanted ? "synthetic" : undefined));
    return [];
  }

  async #startArea(
    { adminUrl }: PostgresServer,
    name: SubgraphName,
    { args }: DemoOptions,
  ): Promise<string[]> {
    const setup = startSubgraphCommand(this.context, name, adminUrl, ["setup"]);
    const failed = await this.#failuresOf([setup]);
    if (failed.length > 0) return failed;
    const withoutDemo = await this.#failuresOf([startDemo(this.context, name, args)]);
    if (withoutDemo.length > 0) return withoutDemo;
    this.#serve(name, startSubgraph(this.context, name));
    return [];
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

  async #setUpAudit({ adminUrl }: PostgresServer): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    this.#refuse(await this.#failuresOf([startAuditSetup(this.context, adminUrl)]));
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
