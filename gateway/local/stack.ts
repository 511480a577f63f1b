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
import { subgraphNames } from "./programs";
import { untilReady } from "./readiness";

/** Everything one `npm start` runs: PostgreSQL, the subgraphs and the gateway. */
export class LocalStack {
  /** Rejects with {@link LocalStackFailure} when a process that should run has ended. */
  readonly lost: Promise<never>;
  readonly #reportLost: (failure: LocalStackFailure) => void;
  readonly #stopping = new AbortController();
  /** Started processes in layers: later ones use earlier ones, and are stopped before them. */
  readonly #layers: ManagedProcess[][] = [];
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

  /** The running processes, the gateway first and PostgreSQL last. */
  get processes(): readonly ManagedProcess[] {
    const own = this.#layers.toReversed().flat();
    return this.#postgres ? [...own, this.#postgres.process] : own;
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
    for (const layer of this.#layers.toReversed()) {
      await Promise.all(layer.map((process) => process.stop()));
    }
    await this.#postgres?.stop();
    await this.#work.catch(() => undefined);
  }

  /** Ends everything at once. */
  kill(): void {
    for (const process of this.#layers.flat()) process.kill("SIGKILL");
    this.#postgres?.kill();
  }

  async #do(work: Promise<void>): Promise<void> {
    this.#work = work;
    await Promise.race([work, this.lost]);
  }

  async #startAll(demo: DemoOptions): Promise<void> {
    await ensureKeys(this.context);
    const server = await this.#startPostgres();
    await this.#runOnAll(server, ["setup"]);
    this.#stopping.signal.throwIfAborted();
    // The synthetic records and releases of one area take longest: the audit log is set up meanwhile.
    await this.#untilDone([
      startAuditSetup(this.context, server.adminUrl),
      ...subgraphNames.map((name) => startDemo(this.context, name, demo.args)),
    ]);
    this.#stopping.signal.throwIfAborted();
    const subgraphs = subgraphNames.map((name) => ({
      process: startSubgraph(this.context, name),
      origin: originOf(this.context, name),
    }));
    const issuer = {
      process: startIssuer(this.context),
      origin: originOf(this.context, "issuer"),
    };
    const gateway = {
      process: startGateway(this.context, demo.isWanted ? "synthetic" : undefined),
      origin: originOf(this.context, "gateway"),
    };
    this.#layers.push(
      [...subgraphs, issuer].map(({ process }) => process),
      [gateway.process],
    );
    const servers = [...subgraphs, issuer, gateway];
    servers.forEach(({ process }) => this.#watch(process));
    const { signal } = this.#stopping;
    await Promise.all(servers.map(({ process, origin }) => untilReady(process, origin, signal)));
  }

  async #runOnAll({ adminUrl }: PostgresServer, command: readonly string[]): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    await this.#untilDone(
      subgraphNames.map((name) => startSubgraphCommand(this.context, name, adminUrl, command)),
    );
  }

  async #setUpAudit({ adminUrl }: PostgresServer): Promise<void> {
    this.#stopping.signal.throwIfAborted();
    await this.#untilDone([startAuditSetup(this.context, adminUrl)]);
  }

  /** Waits for programs that end, and throws {@link LocalStackFailure} naming those that fail. */
  async #untilDone(running: ManagedProcess[]): Promise<void> {
    this.#layers.push(running);
    const exits = await Promise.all(running.map(({ exited }) => exited));
    this.#layers.pop();
    const failed = running.flatMap(({ name }, index) => {
      const exit = exits[index];
      return exit && describeExit(exit) !== "exit code 0"
        ? [`${name} (${describeExit(exit)})`]
        : [];
    });
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
