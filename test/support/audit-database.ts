import { z } from "zod";
import { withChain } from "../../gateway/audit/chain-reader";
import type { AuditWaits } from "../../gateway/audit/database-audit-log";
import { databaseUrl } from "../../gateway/local/postgres/database-url";
import { asAdmin, cloneTemplate, templateOf, testPostgres } from "./postgres";
import { patience } from "./patience";

/** For a log of tests that are about something else: on a busy machine it must not give up. */
export const patientWaits: AuditWaits = {
  entry: patience,
  connection: patience,
  statement: patience,
};

const entry = z
  .object({
    requestId: z.string(),
    kind: z.enum(["read", "change"]),
    subject: z.string(),
    roles: z.array(z.string()),
    purpose: z.string().optional(),
    persons: z.array(z.string()),
    counted: z.array(z.string()).optional(),
    fields: z.array(z.string()),
    errors: z.array(z.string()),
  })
  .loose();

/** What a test sees of an entry, with its number in the log. */
export type RecordedEntry = z.infer<typeof entry> & { readonly seq: number };

/** An audit log of its own for one test file. */
export interface TestAuditDatabase {
  readonly ownerUrl: string;
  /** As the role that may append and do nothing else. */
  readonly writerUrl: string;
  /** As the role that may read. */
  readonly readerUrl: string;
  /** As a superuser. */
  readonly adminUrl: string;
  /** Every entry so far, in order. */
  entries(): Promise<RecordedEntry[]>;
  /** The number of the last entry, 0 where there is none. */
  last(): Promise<number>;
  /** The entries behind the one of this number. */
  entriesAfter(seq: number): Promise<RecordedEntry[]>;
  /** Puts an empty log in its place, ending sessions that still use it. */
  renew(): Promise<void>;
  /** Ends all sessions and lets nobody in, as if the server were away, until `up`. */
  down(): Promise<void>;
  up(): Promise<void>;
  drop(): Promise<void>;
}

/** The addresses of an audit database as each of its roles. */
export function auditUrls(port: number, database: string) {
  const as = (role: string) =>
    databaseUrl({ user: `audit_${role}`, password: "test", port, database });
  return { ownerUrl: as("owner"), writerUrl: as("writer"), readerUrl: as("reader") };
}

/** Makes an empty audit log. */
export async function cloneAuditDatabase(): Promise<TestAuditDatabase> {
  const { adminUrl: serverUrl, port } = testPostgres();
  const { database, renew, drop } = await cloneTemplate("audit", ["owner", "writer", "reader"]);
  const urls = auditUrls(port, database);
  const adminUrl = new URL(serverUrl);
  adminUrl.pathname = `/${database}`;
  const allow = (isAllowed: boolean) =>
    asAdmin(serverUrl, async (client) => {
      await client.query(`ALTER DATABASE "${database}" ALLOW_CONNECTIONS ${String(isAllowed)}`);
      if (isAllowed) return;
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
        [database],
      );
    });
  return {
    ...urls,
    adminUrl: adminUrl.toString(),
    entries: () => readEntries(urls.readerUrl, 1),
    last: () => withChain(urls.readerUrl, async ({ head }) => head?.seq ?? 0),
    entriesAfter: (seq) => readEntries(urls.readerUrl, seq + 1),
    renew: () => renew(templateOf("audit")),
    down: () => allow(false),
    up: () => allow(true),
    drop,
  };
}

/** The entry of a number and those behind it. */
function readEntries(url: string, from: number): Promise<RecordedEntry[]> {
  return withChain(url, async (chain) => {
    const entries: RecordedEntry[] = [];
    for await (const { seq, text } of chain.entries({ from })) {
      entries.push({ ...entry.parse(JSON.parse(text)), seq });
    }
    return entries;
  });
}
