import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { Pool } from "pg";
import type { Logger } from "pino";
import { timeZone } from "../../subgraphs/kit/clock";
import { type CitationRecord, readCitationRecord } from "./citation-record";
import type { KeptCitation } from "../pages/shared/citation/kept-citation";
import { bytesOfRow, type KeptBytes } from "./kept-today";

/** How long the database may take, milliseconds: somebody waits for it. */
const longestConnection = 1_000;
const longestStatement = 1_000;
/** Far above all that is kept of an answer. */
const longestText = 100_000_000;

/** A record as it is written. */
export interface PackedRecord {
  readonly record: CitationRecord;
  readonly bytes: Buffer;
}

/** Makes a record as small as it is kept. */
export async function packed(record: CitationRecord): Promise<PackedRecord> {
  return { record, bytes: await promisify(gzip)(record.text) };
}

/**
 * Cited answers in the audit database, as the role that appends to the audit log: it can add and read them, and neither
 * change nor remove one. It has connections of its own, so that nobody who cites keeps the log waiting.
 */
export class CitationStore {
  readonly #pool: Pool;

  /** Takes the URL of the audit database. */
  constructor(url: string, logger: Logger) {
    this.#pool = new Pool({
      connectionString: url,
      application_name: "gateway citations",
      max: 2,
      keepAlive: true,
      connectionTimeoutMillis: longestConnection,
      statement_timeout: longestStatement,
      query_timeout: longestStatement + 200,
      idleTimeoutMillis: 60_000,
    });
    this.#pool.on("error", (error) => logger.warn({ err: error }, "citations: connection lost"));
  }

  /**
   * Keeps an answer, unless the same has been kept that day.
   *
   * @returns what is kept, and whether it is new
   * @throws Error where the database cannot be reached or refuses it
   */
  async keep({ record, bytes }: PackedRecord): Promise<{ kept: KeptCitation; isNew: boolean }> {
    const { rowCount } = await this.#pool.query({
      name: "keep_citation",
      text: `/* citation keep */ INSERT INTO public.citation (id, answer_key, record) VALUES ($1, $2, $3)
ON CONFLICT (answer_key) DO NOTHING`,
      values: [record.id, record.key, bytes],
    });
    if (rowCount === 1) return { kept: record, isNew: true };
    const kept = await this.#one("answer_key", record.key);
    if (!kept) throw new Error("A citation was neither kept nor there.");
    return { kept, isNew: false };
  }

  /**
   * The answer that is kept under an id.
   *
   * @throws Error where the database cannot be reached, and where what it has is not what was kept
   */
  find(id: string): Promise<KeptCitation | undefined> {
    return this.#one("id", id);
  }

  /**
   * The same answer to the same question, if it has been kept that day.
   *
   * @throws Error as {@link find}
   */
  findSame({ key }: CitationRecord): Promise<KeptCitation | undefined> {
    return this.#one("answer_key", key);
  }

  /** How many bytes have been kept since the beginning of this day, and how many the table takes in all, with its indexes. */
  async keptBytes(): Promise<KeptBytes> {
    const { rows } = await this.#pool.query<{ today: string; table: string }>({
      name: "kept_bytes",
      text: `/* citation bytes */ SELECT coalesce(sum(octet_length(record) + $2::int), 0) AS today,
  pg_total_relation_size('public.citation') AS table
FROM public.citation WHERE kept_at >= date_trunc('day', now(), $1)`,
      values: [timeZone, bytesOfRow],
    });
    const [row] = rows;
    return { today: Number(row?.today ?? 0), inAll: Number(row?.table ?? 0) };
  }

  /** Lets go of the database. */
  close(): Promise<void> {
    return this.#pool.end();
  }

  async #one(column: "id" | "answer_key", value: string | Buffer) {
    const { rows } = await this.#pool.query<{ id: string; record: Buffer }>({
      name: `citation_by_${column}`,
      text: `/* citation find */ SELECT id, record FROM public.citation WHERE ${column} = $1`,
      values: [value],
    });
    const [row] = rows;
    if (!row) return undefined;
    const unpacked = await promisify(gunzip)(row.record, { maxOutputLength: longestText });
    const text = unpacked.toString("utf8");
    return { id: row.id, text, citation: readCitationRecord(row.id, text) };
  }
}
