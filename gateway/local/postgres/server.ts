import { spawn, type ChildProcess } from "node:child_process";
import { setTimeout as delay } from "node:timers/promises";
import { Client, DatabaseError } from "pg";
import { LocalStackFailure } from "../system/failure";
import type { Identity } from "../system/identity";
import { describeExit, ManagedProcess } from "../system/managed-process";
import { databaseUrl } from "./database-url";
import type { PostgresPlace } from "./place";

/** A PostgreSQL server to be started on an initialised cluster. */
export interface ServerOptions extends PostgresPlace {
  readonly port: number;
  readonly password: string;
  readonly logFile: string;
  /** Settings of postgresql.conf, by name. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** A running PostgreSQL server, reachable on 127.0.0.1 only. */
export class PostgresServer {
  /** Its process; stopping it here ends sessions and writes everything to disk. */
  readonly process: ManagedProcess;
  /** Where its superuser connects. */
  readonly adminUrl: string;
  readonly #guard: ChildProcess;

  /** Starts the server without waiting for it: see {@link untilReady}. */
  constructor({ binaries, cluster, identity, port, password, logFile, settings }: ServerOptions) {
    this.adminUrl = databaseUrl({ user: "postgres", password, port, database: "postgres" });
    const chosen = { ...ownSettings, ...settings, port: String(port) };
    this.process = new ManagedProcess({
      name: "postgres",
      file: binaries.postgres,
      args: [
        "-D",
        cluster,
        ...Object.entries(chosen).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
      ],
      cwd: cluster,
      environment: { TZ: "UTC", LC_ALL: "C" },
      identity,
      logFile,
      stopSteps,
    });
    this.#guard = guard(this.process, identity);
  }

  /** Waits until it accepts connections; throws {@link LocalStackFailure} if it ends instead. */
  async untilReady(signal?: AbortSignal): Promise<void> {
    const ended = this.process.exited.then((exit) => {
      const lines = this.process.lastLines().join("\n  ");
      throw new LocalStackFailure(`PostgreSQL did not start (${describeExit(exit)}):\n  ${lines}`);
    });
    await Promise.race([ended, this.#connects(signal)]);
  }

  /** Stops it and settles once it is gone. */
  async stop(): Promise<void> {
    this.#guard.kill("SIGKILL");
    await this.process.stop();
  }

  /** Ends it at once; the next start recovers from its journal. */
  kill(): void {
    this.process.kill("SIGQUIT");
  }

  async #connects(signal: AbortSignal | undefined): Promise<void> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      signal?.throwIfAborted();
      const problem = await tryConnection(this.adminUrl);
      if (problem === undefined) return;
      if (problem instanceof DatabaseError && problem.code === "28P01") throw wrongPassword();
      if (Date.now() > deadline) throw tooSlow(problem);
      await delay(25);
    }
  }
}

const ownSettings = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "200",
  timezone: "UTC",
  log_timezone: "UTC",
  // Failed statements are logged without values and without their text: messages such as those of constraints quote
  // rows.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
};

const stopSteps = [
  // "Fast" shutdown: sessions are ended, everything is written.
  { signal: "SIGINT", milliseconds: 20_000 },
  { signal: "SIGQUIT", milliseconds: 5_000 },
  { signal: "SIGKILL", milliseconds: 5_000 },
] as const;

/**
 * Stops the server when this process is killed, which PostgreSQL itself would not notice: a shell
 * waits for the end of its input, which comes with the end of this process, whatever its cause.
 */
function guard(server: ManagedProcess, identity: Identity | undefined): ChildProcess {
  const shell = spawn("/bin/sh", ["-c", `read -r _; kill -INT ${server.pid}`], {
    cwd: "/",
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
    ...(identity && { uid: identity.uid, gid: identity.gid }),
  });
  shell.once("error", () => undefined);
  void server.exited.then(() => shell.kill("SIGKILL"));
  return shell;
}

async function tryConnection(connectionString: string): Promise<Error | undefined> {
  const client = new Client({ connectionString, connectionTimeoutMillis: 2_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function wrongPassword(): LocalStackFailure {
  return new LocalStackFailure(
    "The kept password does not fit the kept databases: start anew with npm start -- --fresh.",
  );
}

function tooSlow(problem: Error): LocalStackFailure {
  return new LocalStackFailure(`PostgreSQL took no connection within 30 s: ${problem.message}`);
}
