import { Client } from "pg";

/** An entry as it is stored. */
export interface StoredEntry {
  readonly seq: number;
  /** Microseconds since 1970. */
  readonly recordedAt: bigint;
  readonly text: string;
  readonly hash: Buffer;
}

/** What the log says its last entry is. */
export interface StoredHead {
  readonly seq: number;
  readonly hash: Buffer;
}

/** The log as it was at one moment, however much is appended meanwhile. */
export interface Chain {
  /** `undefined` where somebody has removed it. */
  readonly head: StoredHead | undefined;
  /** Reads the entries by number, a few at a time. */
  entries(where?: EntryFilter): AsyncGenerator<StoredEntry>;
}

/** Which entries are read. */
export interface EntryFilter {
  /** Those whose text has this in it. */
  readonly containing?: string;
  /** Those recorded then or later. */
  readonly since?: Date;
  /** This one and those behind it. */
  readonly from?: number;
}

/** A document can have a megabyte, and a page is held in memory whole. */
const pageSize = 100;

/** Reads the log in one transaction that changes nothing. */
export async function withChain<Result>(
  url: string,
  work: (chain: Chain) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, application_name: "audit reader" });
  await client.connect();
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { rows } = await client.query<{ seq: string; hash: Buffer }>(
      "/* audit head */ SELECT seq, hash FROM public.audit_head",
    );
    const [row] = rows;
    const head = row && { seq: Number(row.seq), hash: row.hash };
    return await work({ head, entries: (filter) => entriesOf(client, filter) });
  } finally {
    await client.end();
  }
}

async function* entriesOf(
  client: Client,
  { containing, since, from }: EntryFilter = {},
): AsyncGenerator<StoredEntry> {
  await client.query({
    text: `/* audit entries */ DECLARE entries NO SCROLL CURSOR FOR
SELECT seq, (extract(epoch FROM recorded_at) * 1000000)::bigint AS recorded_at, entry, hash
FROM public.audit_entry
WHERE ($1::text IS NULL OR strpos(entry, $1) > 0) AND ($2::timestamptz IS NULL OR recorded_at >= $2)
  AND ($3::bigint IS NULL OR seq >= $3)
ORDER BY seq`,
    values: [containing ?? null, since?.toISOString() ?? null, from ?? null],
  });
  for (;;) {
    const { rows } = await client.query<{
      seq: string;
      recorded_at: string;
      entry: string;
      hash: Buffer;
    }>(`FETCH ${pageSize} FROM entries`);
    for (const { seq, recorded_at, entry, hash } of rows) {
      yield { seq: Number(seq), recordedAt: BigInt(recorded_at), text: entry, hash };
    }
    if (rows.length < pageSize) break;
  }
  await client.query("CLOSE entries");
}
