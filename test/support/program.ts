import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Socket } from "node:net";
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { setTimeout as delay } from "node:timers/promises";
import { patience } from "./patience";

/** A line one of our programs logged. */
export interface LogLine {
  readonly msg?: string;
  readonly requestId?: string;
  readonly clientRequestId?: string;
  readonly status?: number;
  readonly statements?: string[];
  readonly subgraphCalls?: {
    subgraph: string;
    kind: "root" | "entities";
    representations: number;
  }[];
}

const mostStarts = 5;
const longestAnswer = 30_000;

/** What a program says that ended for a reason which passes: its port was just taken, or its database too busy. */
const passing = [
  /^Port \d+ on \S+ is taken/m,
  /timeout exceeded when trying to connect|Connection terminated due to connection timeout/,
];

/** One of our programs, built and run as a process of its own. */
export class Program {
  private child: ChildProcess;
  private lines: LogLine[] = [];
  /** What the process of now wrote to standard error. */
  private complaints = "";
  private hasListened = false;
  private isWhole = true;
  private killed = 0;

  /**
   * @param file - below `dist`, as `gateway/main.js`
   * @param environment - besides that of the test run
   */
  constructor(
    private readonly file: string,
    readonly url: string,
    private readonly environment: Readonly<Record<string, string>>,
  ) {
    this.child = this.spawn();
  }

  /**
   * Waits until the program can answer. One that ended as its port was taken or its database did not let it in in time is
   * started again, as whoever runs it would.
   * @throws Error with what it said, where it ended for another reason
   */
  async ready(): Promise<void> {
    let starts = 1;
    for (const deadline = Date.now() + patience; ; await delay(50)) {
      const signal = AbortSignal.timeout(longestAnswer);
      const response = await fetch(`${this.url}/ready`, { signal }).catch(() => undefined);
      // Who has taken its port may answer too.
      if (response?.ok && this.isListening) return;
      if (this.hasEnded) {
        const why = await this.lastWords();
        if (starts === mostStarts || !passing.some((each) => each.test(this.complaints))) {
          throw new Error(`${this.file} ended before it was ready: ${why}`);
        }
        console.warn(`${this.file} is started again, as it ended before it was ready: ${why}`);
        this.isWhole = false;
        this.child = this.spawn();
        starts += 1;
      } else if (Date.now() > deadline) {
        throw new Error(`${this.file} did not become ready: ${JSON.stringify(this.lines)}`);
      }
    }
  }

  /** How the process ended, what it complained of, and what it logged. */
  private async lastWords(): Promise<string> {
    const { stdout, stderr, exitCode, signalCode } = this.child;
    for (const stream of [stdout, stderr]) if (stream) await finished(stream);
    const how = signalCode ?? `code ${String(exitCode)}`;
    return [how, this.complaints.trim(), JSON.stringify(this.lines)].join("\n");
  }

  private get isListening(): boolean {
    return this.hasListened && !this.hasEnded;
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Whether it still runs as it was started, never ended nor started again. */
  get isAsStarted(): boolean {
    return this.isWhole && !this.hasEnded;
  }

  /** How often it was killed: each time it may have taken lines with it that it had not written. */
  get kills(): number {
    return this.killed;
  }

  /** Forgets the lines it logged. */
  forget(): void {
    this.lines = [];
  }

  /** The log line of a request, by what its caller calls it, once it is written. */
  async answered(clientRequestId: string): Promise<LogLine> {
    for (const deadline = Date.now() + patience; ; await delay(5)) {
      const line = this.ofRequest(clientRequestId).at(-1);
      if (line) return line;
      if (Date.now() > deadline)
        throw new Error(`${this.file} logged no answer to ${clientRequestId}`);
    }
  }

  /** The log lines of a request so far, one for each time it reached this program. */
  ofRequest(clientRequestId: string): LogLine[] {
    return this.lines.filter(
      (line) => line.clientRequestId === clientRequestId && line.msg === "answered",
    );
  }

  /** The memory that is resident now, bytes; `undefined` where the system does not say as Linux does. */
  async memory(): Promise<number | undefined> {
    const status = await readFile(`/proc/${String(this.child.pid)}/status`, "utf8").catch(() => "");
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
  }

  /** The processor time taken so far, milliseconds; 0 where the system does not say as Linux does. */
  async processorTime(): Promise<number> {
    const stat = await readFile(`/proc/${String(this.child.pid)}/stat`, "utf8").catch(() => "");
    // Behind the name, which is in brackets: the 14th and 15th field of all, in hundredths of a second.
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .slice(11, 13)
      .map(Number);
    return (user + system) * 10;
  }

  /** Ends the process at once, as a crash would. */
  async kill(): Promise<void> {
    this.isWhole = false;
    this.killed += 1;
    const ended = once(this.child, "exit");
    this.child.kill("SIGKILL");
    await ended;
  }

  /** Starts the process again on the same port. */
  restart(): void {
    this.child = this.spawn();
  }

  /** Asks the process to stop, and gives its exit code. */
  async stop(): Promise<number | null> {
    this.isWhole = false;
    if (this.hasEnded) return this.child.exitCode;
    const ended = once(this.child, "exit");
    this.child.kill("SIGTERM");
    await ended;
    return this.child.exitCode;
  }

  private spawn(): ChildProcess {
    const { hostname, port } = new URL(this.url);
    const child = spawn(process.execPath, [join(__dirname, "..", "..", "dist", this.file)], {
      env: { ...process.env, HOST: hostname, PORT: port, LOG_LEVEL: "info", ...this.environment },
      stdio: ["ignore", "pipe", "pipe", "ipc"],
    });
    // It ends when the worker does, which it does not keep from ending.
    child.unref();
    child.channel?.unref();
    const [stdout, stderr] = [child.stdout as Socket, child.stderr as Socket];
    stdout.unref();
    stderr.unref();
    createInterface({ input: stdout }).on("line", (line) => {
      const logged = JSON.parse(line) as LogLine;
      this.lines.push(logged);
      if (logged.msg?.startsWith("Server listening") === true) this.hasListened = true;
    });
    this.hasListened = false;
    this.complaints = "";
    stderr.setEncoding("utf8").on("data", (text: string) => {
      this.complaints += text;
      process.stderr.write(text);
    });
    return child;
  }
}
