import pino from "pino";
import { Client } from "pg";
import {
  cloneAuditDatabase,
  patientWaits,
  type TestAuditDatabase,
} from "../../test/support/audit-database";
import { readOf } from "./audit-entry.fixture";
import type { AuditReceipt } from "./audit-log";
import { withChain } from "./chain-reader";
import { checkpointOf } from "./checkpoint";
import { DatabaseAuditLog } from "./database-audit-log";
import { describeFinding } from "./finding";
import { verifyChain } from "./verify-chain";

const count = 20;
let audit: TestAuditDatabase;
let superuser: Client;
let checkpoint: AuditReceipt;
beforeEach(async () => {
  audit = await cloneAuditDatabase();
  const log = new DatabaseAuditLog(audit.writerUrl, pino({ level: "silent" }), patientWaits);
  for (let number = 1; number <= count; number += 1) await log.append(readOf(`official:${number}`));
  await log.close();
  checkpoint = await withChain(audit.readerUrl, checkpointOf);
  superuser = new Client({ connectionString: audit.adminUrl });
  await superuser.connect();
  // Somebody who can do anything with the server.
  await superuser.query("SET session_replication_role = replica");
});
afterEach(async () => {
  await superuser.end();
  await audit.drop();
});

/** What verifying says after somebody has tampered. */
async function afterwards(sql: string, checkpoints: readonly AuditReceipt[] = []) {
  await superuser.query(sql);
  const { findings } = await withChain(audit.readerUrl, (chain) => verifyChain(chain, checkpoints));
  return findings.map(describeFinding);
}

const shift = (by: number, from: number) =>
  `UPDATE audit_entry SET seq = seq + 1000 WHERE seq >= ${from}; UPDATE audit_entry SET seq = seq - 1000 + ${by} WHERE seq > 1000;`;
const newHash = "decode(repeat('ab', 32), 'hex')";
const exchange = (columns: string, one: number, other: number) =>
  `UPDATE audit_entry AS a SET (${columns}) = (SELECT ${columns} FROM audit_entry AS b WHERE b.seq = ${one + other} - a.seq) WHERE seq IN (${one}, ${other})`;

/** Makes a chain that is consistent in itself, as `append_audit_entries` would, from an entry on. */
const recomputed = (from: number) => `
DO $$
DECLARE
  each record;
  last bytea := coalesce((SELECT hash FROM audit_entry WHERE seq = ${from - 1}), decode(repeat('00', 32), 'hex'));
  number bigint := ${from - 1};
BEGIN
  FOR each IN SELECT * FROM audit_entry WHERE seq >= ${from} ORDER BY seq LOOP
    number := number + 1;
    last := sha256(last || int8send(number) || int8send((extract(epoch FROM each.recorded_at) * 1000000)::bigint) || sha256(convert_to(each.entry, 'UTF8')));
    UPDATE audit_entry SET seq = number, hash = last WHERE seq = each.seq;
  END LOOP;
  UPDATE audit_head SET seq = number, hash = last;
END $$;`;

it("finds nothing in a chain nobody touched", async () => {
  await expect(afterwards("", [checkpoint])).resolves.toEqual([]);
});

it.each([
  [
    "an edited text",
    "UPDATE audit_entry SET entry = '{}' WHERE seq = 7",
    ["entry 7: edited, or entry 6 with a hash made to fit it"],
  ],
  [
    "an edited text of the last entry",
    "UPDATE audit_entry SET entry = '{}' WHERE seq = 20",
    ["entry 20: edited, or entry 19 with a hash made to fit it"],
  ],
  [
    "an edited text of the first entry",
    "UPDATE audit_entry SET entry = '{}' WHERE seq = 1",
    ["entry 1: edited, or entry 0 with a hash made to fit it"],
  ],
  [
    "an edited time",
    "UPDATE audit_entry SET recorded_at = recorded_at - interval '1 microsecond' WHERE seq = 7",
    ["entry 7: edited, or entry 6 with a hash made to fit it"],
  ],
  [
    "an edited hash",
    `UPDATE audit_entry SET hash = ${newHash} WHERE seq = 7`,
    ["entry 7: hash edited"],
  ],
  [
    "an edited hash of the last entry",
    `UPDATE audit_entry SET hash = ${newHash} WHERE seq = 20`,
    ["entry 20: hash edited"],
  ],
  [
    "an edited text and hash",
    `UPDATE audit_entry SET entry = '{}', hash = ${newHash} WHERE seq = 7`,
    [
      "entry 7: edited or put there, does not follow from entry 6",
      "entry 8: edited, or entry 7 with a hash made to fit it",
    ],
  ],
  [
    "two edited texts",
    "UPDATE audit_entry SET entry = '{}' WHERE seq IN (3, 17)",
    [
      "entry 3: edited, or entry 2 with a hash made to fit it",
      "entry 17: edited, or entry 16 with a hash made to fit it",
    ],
  ],
  [
    "a deleted entry",
    "DELETE FROM audit_entry WHERE seq = 7",
    ["entry 7: deleted; entry 8 cannot be checked without"],
  ],
  [
    "deleted entries",
    "DELETE FROM audit_entry WHERE seq BETWEEN 7 AND 9",
    ["entries 7–9: deleted; entry 10 cannot be checked without"],
  ],
  [
    "a deleted first entry",
    "DELETE FROM audit_entry WHERE seq = 1",
    ["entry 1: deleted; entry 2 cannot be checked without"],
  ],
  [
    "a deleted entry whose gap was closed",
    `DELETE FROM audit_entry WHERE seq = 7; ${shift(-1, 8)} UPDATE audit_head SET seq = 19`,
    [
      "entry 7: edited or put there, does not follow from entry 6",
      "entries 8–19: renumbered by -1",
    ],
  ],
  [
    "two entries that changed places",
    exchange("recorded_at, entry, hash", 5, 12),
    ["entry 5: moved, was appended as entry 12", "entry 12: moved, was appended as entry 5"],
  ],
  [
    "two neighbours that changed places",
    exchange("recorded_at, entry, hash", 5, 6),
    ["entry 5: moved, was appended as entry 6", "entry 6: moved, was appended as entry 5"],
  ],
  [
    "the last two entries that changed places",
    exchange("recorded_at, entry, hash", 19, 20),
    ["entry 19: moved, was appended as entry 20", "entry 20: moved, was appended as entry 19"],
  ],
  [
    "two texts that changed places",
    exchange("recorded_at, entry", 5, 12),
    ["entry 5: moved, was appended as entry 12", "entry 12: moved, was appended as entry 5"],
  ],
  ["entries cut off", "DELETE FROM audit_entry WHERE seq > 17", ["entries 18–20: cut off"]],
  ["a log emptied", "DELETE FROM audit_entry", ["entries 1–20: cut off"]],
  [
    "an entry inserted behind the last",
    `INSERT INTO audit_entry VALUES (21, now(), '{}', ${newHash})`,
    [
      "entry 21: inserted behind the last entry, 20",
      "entry 21: edited or put there, does not follow from entry 20",
    ],
  ],
  [
    "an entry inserted",
    `${shift(1, 7)} INSERT INTO audit_entry VALUES (7, now(), '{}', ${newHash}); UPDATE audit_head SET seq = 21`,
    ["entry 7: inserted, never appended", "entries 8–21: renumbered by +1"],
  ],
  [
    "an edited head",
    `UPDATE audit_head SET hash = ${newHash}`,
    ["head: edited, its hash is not that of entry 20"],
  ],
  ["a removed head", "DELETE FROM audit_head", ["head: removed"]],
])("finds and locates %s", async (_what, sql, expected) => {
  await expect(afterwards(sql)).resolves.toEqual(expected);
});

describe("what is consistent in itself", () => {
  const cut = `DELETE FROM audit_entry WHERE seq > 17; UPDATE audit_head SET (seq, hash) = (SELECT seq, hash FROM audit_entry WHERE seq = 17)`;
  const rewritten = `UPDATE audit_entry SET entry = '{}' WHERE seq = 7; ${recomputed(1)}`;

  it.each([
    ["entries cut off with the head", cut, ["entries 18–20: cut off"]],
    [
      "a chain made anew",
      rewritten,
      ["entries 1–20: rewritten somewhere in there, the checkpoint of entry 20 has another hash"],
    ],
    [
      "an entry left out of a chain made anew",
      `DELETE FROM audit_entry WHERE seq = 7; ${recomputed(7)}`,
      ["entry 20: cut off"],
    ],
  ])("is found by a checkpoint alone: %s", async (_what, sql, expected) => {
    await expect(afterwards(sql)).resolves.toEqual([]);
    await expect(afterwards("", [checkpoint])).resolves.toEqual(expected);
  });

  it("is located between two checkpoints", async () => {
    const { rows } = await superuser.query<{ hash: string }>(
      "SELECT encode(hash, 'hex') AS hash FROM audit_entry WHERE seq IN (5, 10, 15) ORDER BY seq",
    );
    const checkpoints = rows.map(({ hash }, index) => ({ seq: 5 * (index + 1), hash }));
    await expect(afterwards(rewritten, checkpoints)).resolves.toEqual([
      "entries 6–10: rewritten somewhere in there, the checkpoint of entry 10 has another hash",
    ]);
  });
});

it("counts what it does not list", async () => {
  const log = new DatabaseAuditLog(audit.writerUrl, pino({ level: "silent" }), patientWaits);
  await Promise.all(
    Array.from({ length: 1_500 }, (_none, number) => log.append(readOf(`fellow:${number}`))),
  );
  await log.close();
  await superuser.query("UPDATE audit_entry SET entry = '{}' WHERE seq % 2 = 0");
  const { findings, unlisted } = await withChain(audit.readerUrl, (chain) => verifyChain(chain));
  expect([findings.length, unlisted]).toEqual([500, 260]);
});
