import { DatabaseError, Pool } from "pg";
import type { Logger } from "pino";
import { type AuditEntry, auditEntryText } from "./audit-entry";
import { type AuditLog, type AuditReceipt, auditUnavailable } from "./audit-log";

/** How long the log waits, in milliseconds. */
export interface AuditWaits {
  /** For an entry to be written, all in all. */
  readonly entry: number;
  /** For a connection. */
  readonly connection: number;
  /** For a statement. */
  readonly statement: number;
}

const usualWaits: AuditWaits = { entry: 5_000, connection: 2_000, statement: 4_000 };
/** So that a batch of the longest documents stays small. */
const mostAtOnce = 50;

interface Waiting {
  /** `undefined` where only the log's state is asked for. */
  readonly text: string | undefined;
  /** Whether it has been answered, as after too long a wait. */
  readonly isOver: () => boolean;
  readonly resolve: (receipt: AuditReceipt | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * The audit log in its database. Entries that arrive during a write are written together by the next statement, so that
 * one connection and one wait for the disk serve many requests.
 */
export class DatabaseAuditLog implements AuditLog {
  readonly #pool: Pool;
  readonly #waiting = new Set<Waiting>();
  #writing: Promise<void> | undefined;

  /** Takes the URL of the audit database, with the role that is permitted to append only. */
  constructor(
    url: string,
    private readonly logger: Logger,
    private readonly waits = usualWaits,
  ) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: "gateway audit",
      max: 1,
      keepAlive: true,
      connectionTimeoutMillis: waits.connection,
      statement_timeout: waits.statement,
      query_timeout: waits.statement + 500,
      idleTimeoutMillis: 60_000,
    });
    this.#pool.on("error", (error) => logger.warn({ err: error }, "audit connection lost"));
  }

  async append(entry: AuditEntry): Promise<AuditReceipt> {
    const receipt = await this.#write(auditEntryText(entry));
    if (receipt) return receipt;
    throw new Error("The audit log gave no receipt for an entry.");
  }

  async check(): Promise<void> {
    await this.#write(undefined);
  }

  async close(): Promise<void> {
    await this.#writing;
    await this.#pool.end();
  }

  #write(text: string | undefined): Promise<AuditReceipt | undefined> {
    return new Promise((resolve, reject) => {
      let isOver = false;
      const waiting: Waiting = {
        text,
        isOver: () => isOver,
        resolve: (receipt) => {
          clearTimeout(timer);
          resolve(receipt);
        },
        reject: (error) => {
          clearTimeout(timer);
          reject(error instanceof Error ? error : new Error(String(error)));
        },
      };
      const timer = setTimeout(() => {
        isOver = true;
        this.#waiting.delete(waiting);
        reject(unavailable());
      }, this.waits.entry);
      this.#waiting.add(waiting);
      this.#writing ??= this.#writeAll();
    });
  }

  async #writeAll(): Promise<void> {
    while (this.#waiting.size > 0) {
      const batch = [...this.#waiting].slice(0, mostAtOnce);
      for (const each of batch) this.#waiting.delete(each);
      await this.#writeBatch(batch);
    }
    // In the same turn as the last check: what comes a moment later must not wait for a writer that has ended.
    this.#writing = undefined;
  }

  /** Writes a batch in one statement; entry by entry where the database refuses one of them. */
  async #writeBatch(batch: readonly Waiting[]): Promise<void> {
    const texts = batch.flatMap(({ text }) => (text === undefined ? [] : [text]));
    try {
      const receipts = await this.#send(texts);
      let next = 0;
      for (const { text, resolve } of batch) {
        resolve(text === undefined ? undefined : receipts[next++]);
      }
    } catch (error) {
      if (batch.length > 1 && refusesEntries(error)) {
        for (const each of batch) if (!each.isOver()) await this.#writeBatch([each]);
        return;
      }
      this.logger.error({ err: error, entries: texts.length }, "the audit log cannot be written");
      for (const { reject } of batch) reject(unavailable());
    }
  }

  async #send(texts: readonly string[]): Promise<AuditReceipt[]> {
    // Each by itself: the library would copy all of an array to escape it.
    const entries = texts.map((_text, index) => `$${index + 1}`).join();
    const { rows } = await this.#pool.query<{ seq: string; hash: Buffer }>({
      // The connection keeps the statement for each number of entries.
      name: `append_${texts.length}`,
      text: `/* audit append */ SELECT seq, hash FROM public.append_audit_entries(ARRAY[${entries}]::text[])`,
      values: [...texts],
    });
    if (rows.length !== texts.length) {
      throw new Error(`Expected ${texts.length} receipts, received ${rows.length}.`);
    }
    return rows.map(({ seq, hash }) => ({ seq: Number(seq), hash: hash.toString("hex") }));
  }
}

/**
 * The classes of SQLSTATE that are not about the entries: connection, transaction state, authorization, rollback,
 * resources, locks, timeouts and shutdown, system, internal (PostgreSQL, appendix A).
 */
const classesOfServer: ReadonlySet<string> = new Set([
  ...["08", "25", "28", "3D", "40"],
  ...["53", "55", "57", "58", "XX"],
]);

/** True if the database was reached and able to write, and refused these entries together. */
function refusesEntries(error: unknown): boolean {
  return error instanceof DatabaseError && !classesOfServer.has((error.code ?? "XX").slice(0, 2));
}

function unavailable(): Error {
  return auditUnavailable("send it again later.");
}
