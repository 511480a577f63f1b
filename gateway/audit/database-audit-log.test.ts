import { createHash } from "node:crypto";
import pino from "pino";
import { Client } from "pg";
import {
  cloneAuditDatabase,
  patientWaits,
  type TestAuditDatabase,
} from "../../test/support/audit-database";
import { awakeTime } from "../../test/support/awake-time";
import { readOf } from "./audit-entry.fixture";
import { withChain } from "./chain-reader";
import { DatabaseAuditLog } from "./database-audit-log";
import { verifyChain } from "./verify-chain";

const logger = pino({ level: "silent" });
const unavailable = { extensions: { code: "AUDIT_UNAVAILABLE", http: { status: 503 } } };
let audit: TestAuditDatabase;
let log: DatabaseAuditLog;
beforeEach(async () => {
  audit = await cloneAuditDatabase();
  log = new DatabaseAuditLog(audit.writerUrl, logger, patientWaits);
});
afterEach(async () => {
  await log.close();
  await audit.drop();
});

const verified = () => withChain(audit.readerUrl, (chain) => verifyChain(chain));

it("has the entry once it has given the receipt, in one text that says everything", async () => {
  const receipt = await log.append(
    readOf("official:12", {
      id: "1",
      requestId: "r-1",
      clientRequestId: "c-1",
      roles: ["b", "a", "b"],
      client: undefined,
      attributes: { municipality: "131016" },
      purpose: "人事異動",
      operation: {
        type: "query",
        name: "Q",
        document: "query Q { a }\0\ud800",
        variables: '{"b":1}',
      },
      persons: ["official:2", "official:12", "official:2"],
      counted: ["Official 1931", "Dispatch 2000"],
      errors: ["SUBGRAPH_TIMEOUT"],
    }),
  );
  await log.close();
  const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
  await withChain(audit.readerUrl, async (chain) => {
    expect(chain.head).toEqual({ seq: 1, hash: Buffer.from(receipt.hash, "hex") });
    for await (const { seq, text } of chain.entries()) {
      expect(seq).toBe(1);
      expect(text).toBe(
        `{"version":3,"id":"1","requestId":"r-1","clientRequestId":"c-1","kind":"read","subject":"officer-1","roles":["a","b"],"attributes":{"municipality":"131016"},"purpose":"人事異動","asOf":"2024-03-31","operation":{"type":"query","name":"Q","documentSha256":"${sha256("query Q { a }\0\ud800")}","document":"query Q { a }\\u0000\\ud800","variablesSha256":"${sha256('{"b":1}')}","variables":"{\\"b\\":1}"},"persons":["official:12","official:2"],"counted":["Dispatch 2000","Official 1931"],"fields":["Official.name"],"errors":["SUBGRAPH_TIMEOUT"]}`,
      );
    }
  });
  log = new DatabaseAuditLog(audit.writerUrl, logger, patientWaits);
});

it("chains what twenty writers append at the same time", async () => {
  const logs = Array.from(
    { length: 20 },
    () => new DatabaseAuditLog(audit.writerUrl, logger, patientWaits),
  );
  const receipts = await Promise.all(
    logs.map(async (each, writer) => {
      const own = [];
      for (let number = 0; number < 25; number += 1) {
        own.push(await each.append(readOf(`official:${writer}-${number}`)));
      }
      return own;
    }),
  );
  await Promise.all(logs.map((each) => each.close()));
  expect(new Set(receipts.flat().map(({ seq }) => seq)).size).toBe(500);
  await expect(verified()).resolves.toMatchObject({
    entries: 500,
    head: { seq: 500 },
    findings: [],
  });
});

it("writes together what comes while it writes, each entry with its own receipt", async () => {
  const persons = Array.from({ length: 120 }, (_none, number) => `official:${number}`);
  const receipts = await Promise.all(persons.map((person) => log.append(readOf(person))));
  const entries = await audit.entries();
  expect(entries.map(({ persons: [person] }) => person)).toEqual(
    [...persons.keys()]
      .sort((one, other) => (receipts[one]?.seq ?? 0) - (receipts[other]?.seq ?? 0))
      .map((number) => persons[number]),
  );
  await expect(verified()).resolves.toMatchObject({ findings: [] });
});

it("waits for the disk, whatever session and server say", async () => {
  const client = new Client({ connectionString: audit.writerUrl });
  await client.connect();
  await client.query("SET synchronous_commit = off");
  await client.query("BEGIN");
  await client.query("SELECT * FROM append_audit_entries(ARRAY['{}'])");
  const { rows } = await client.query("SHOW synchronous_commit");
  await client.end();
  expect(rows).toEqual([{ synchronous_commit: "on" }]);
});

it("says that it is unavailable at once where nobody answers, and works again when somebody does", async () => {
  await log.append(readOf("official:1"));
  await audit.down();
  await expect(log.append(readOf("official:2"))).rejects.toMatchObject(unavailable);
  await expect(log.check()).rejects.toMatchObject(unavailable);
  await audit.up();
  await expect(log.check()).resolves.toBeUndefined();
  await expect(log.append(readOf("official:3"))).resolves.toMatchObject({ seq: 2 });
});

it("waits five seconds at most for a log that hangs", async () => {
  const usual = new DatabaseAuditLog(audit.writerUrl, logger);
  const owner = new Client({ connectionString: audit.ownerUrl });
  await owner.connect();
  await owner.query("BEGIN; SELECT FROM audit_head FOR UPDATE");
  const waited = await awakeTime(async () => {
    const appends = [usual.append(readOf("official:1")), usual.append(readOf("official:2"))];
    for (const each of [...appends, usual.check()]) {
      await expect(each).rejects.toMatchObject(unavailable);
    }
  });
  expect(waited).toBeLessThan(5_500);
  await owner.end();
  await usual.close();
  // What was sent and not answered may have been appended in the end, and is chained all the same.
  await expect(log.append(readOf("official:3"))).resolves.toBeDefined();
  await expect(verified()).resolves.toMatchObject({ findings: [] });
});

it("writes the others where the database refuses one entry of those written together", async () => {
  const owner = new Client({ connectionString: audit.ownerUrl });
  await owner.connect();
  await owner.query(
    "ALTER TABLE audit_entry ADD CONSTRAINT test_refuses CHECK (entry NOT LIKE '%official:13\"%')",
  );
  await owner.end();
  const persons = Array.from({ length: 30 }, (_none, number) => `official:${number}`);
  const settled = await Promise.allSettled([
    ...persons.map((person) => log.append(readOf(person))),
    log.check(),
  ]);
  const refused = settled.flatMap(({ status }, number) => (status === "rejected" ? [number] : []));
  expect(refused).toEqual([13]);
  expect(settled[13]).toMatchObject({ reason: unavailable });
  const entries = await audit.entries();
  expect(entries.map(({ persons: [person] }) => person).sort()).toEqual(
    persons.filter((person) => person !== "official:13").sort(),
  );
  await expect(verified()).resolves.toMatchObject({ entries: 29, findings: [] });
});

it("refuses an entry that is not JSON, and with it all of the statement", async () => {
  const client = new Client({ connectionString: audit.writerUrl });
  await client.connect();
  for (const text of ["", "[]", "{"]) {
    const append = client.query("SELECT append_audit_entries($1::text[])", [["{}", text]]);
    await expect(append).rejects.toThrow("audit_entry_entry_check");
  }
  await client.end();
  await expect(verified()).resolves.toMatchObject({ entries: 0 });
});
