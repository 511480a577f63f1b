import { setTimeout as delay } from "node:timers/promises";
import fc from "fast-check";
import { Client } from "pg";
import { Column, type DataSource, Entity } from "typeorm";
import { type EmptyDatabase, emptyDatabase } from "../../../test/support/postgres";
import { createDataSource } from "../database/data-source";
import { provisionDatabase, roleOf } from "../database/provision";
import { ChangeTables1790080000000 } from "./change-tables";
import { CommitOrder1790500000000 } from "./commit-order";
import type { ChangeDefinition } from "./change-definition";
import { Deadline } from "./deadline";
import { keyOwner } from "./idempotency";
import { IdempotencyOwners1790300000000 } from "./idempotency-owners";
import type { ChangeInput, MutationInput } from "./inputs";
import { runChange } from "./run-change";
import { StoredRecord } from "./stored-record";

@Entity("seat")
class Seat extends StoredRecord {
  @Column("text")
  label: string;
  @Column("text", { name: "holder", nullable: true })
  holder: string | null;
  @Column("timestamptz", { name: "taken_at", nullable: true })
  takenAt: Date | null;
  @Column("jsonb", { nullable: true })
  details: object | null;
}

type Code = "LABEL_TAKEN" | "SEAT_TAKEN" | "INVALID_LABEL";
const constraints = {
  one_seat_a_label: {
    code: "LABEL_TAKEN",
    message: "Expected a new label.",
    path: ["input", "label"],
  },
} as const;

const addSeat: ChangeDefinition<MutationInput & { label: string }, Seat, Code> = {
  name: "addSeat",
  node: Seat,
  constraints,
  work: async (change, { label }) => {
    change.check(label !== "", "INVALID_LABEL", "Expected a label.", "input", "label");
    change.check(label.length < 9, "INVALID_LABEL", "Expected less.", "input", "label");
    const seat = await change.insert(Seat, { label, details: { size: [1, 2] } });
    change.check(label !== "late", "INVALID_LABEL", "Found late.", "input", "label");
    return seat;
  },
};

const takeSeat: ChangeDefinition<ChangeInput & { holder: string }, Seat, Code> = {
  name: "takeSeat",
  node: Seat,
  constraints,
  work: async (change, input) => {
    const seat = await change.lock(Seat, input);
    change.check(seat.holder === null, "SEAT_TAKEN", `It is ${seat.holder ?? ""}'s.`, "input");
    return change.update(Seat, seat, { holder: input.holder, takenAt: change.now });
  },
};

/** Locks two seats in the order given: two such changes in opposite order are a deadlock. */
const swapHolders: ChangeDefinition<MutationInput & { ids: string[] }, Seat, Code> = {
  name: "swapHolders",
  node: Seat,
  constraints,
  work: async (change, { ids }) => {
    const seats: Seat[] = [];
    for (const id of ids) {
      seats.push(await change.lock(Seat, { id }));
      await change.manager.query("/* swapHolders.wait */ SELECT pg_sleep(0.02)");
    }
    const [a, b] = seats;
    if (!a || !b) throw new Error("expected two seats");
    await change.update(Seat, a, { holder: `${b.holder ?? ""}+` });
    return change.update(Seat, b, { holder: `${a.holder ?? ""}+` });
  },
};

/** Adds a seat unless one has the label, where others can write between the look and the insert. */
function addFreeSeat(
  meanwhile: () => Promise<unknown>,
): ChangeDefinition<MutationInput & { label: string }, Seat, Code> {
  return {
    name: "addFreeSeat",
    node: Seat,
    constraints,
    work: async (change, { label }) => {
      const [taken] = await change.see(Seat, { where: { label }, comment: "addFreeSeat.taken" });
      change.check(
        !taken,
        "LABEL_TAKEN",
        `Expected a label other than ${label}.`,
        "input",
        "label",
      );
      await meanwhile();
      return change.insert(Seat, { label });
    },
  };
}

const echoLabel: ChangeDefinition<MutationInput & { label: string }, Seat, Code> = {
  name: "echoLabel",
  node: Seat,
  constraints,
  work: (change, { label }) => {
    change.check(false, "INVALID_LABEL", `Received ${label}.`, "input", "label");
    return change.insert(Seat, { label });
  },
};

let empty: EmptyDatabase;
let database: DataSource;
let owner: Client;
beforeAll(async () => {
  empty = await emptyDatabase("recruitment");
  await provisionDatabase({ admin: empty.adminUrl, owner: empty.ownerUrl, app: empty.appUrl });
  const migrating = createDataSource({
    url: empty.ownerUrl,
    applicationName: "test",
    poolSize: 1,
    entities: [],
    migrations: [
      ChangeTables1790080000000,
      IdempotencyOwners1790300000000,
      CommitOrder1790500000000,
    ],
  });
  await migrating.initialize();
  await migrating.runMigrations();
  await migrating.destroy();
  owner = new Client({ connectionString: empty.ownerUrl });
  await owner.connect();
  await owner.query(`
CREATE TABLE seat (
  id text PRIMARY KEY, version integer NOT NULL DEFAULT 1, synthetic boolean NOT NULL DEFAULT false,
  label text NOT NULL CONSTRAINT one_seat_a_label UNIQUE, holder text, taken_at timestamptz, details jsonb,
  CONSTRAINT no_holder_called_nobody CHECK (holder <> 'nobody')
);
GRANT SELECT ON ALL TABLES IN SCHEMA public TO "${roleOf(empty.appUrl)}";
GRANT INSERT, UPDATE ON seat TO "${roleOf(empty.appUrl)}";
GRANT INSERT ON change_record, idempotency_key TO "${roleOf(empty.appUrl)}"`);
  database = createDataSource({
    url: empty.appUrl,
    applicationName: "test",
    poolSize: 10,
    entities: [Seat],
  });
  await database.initialize();
});
afterAll(async () => {
  await database.destroy();
  await owner.end();
  await empty.drop();
});

const origin = { actor: "a.tester", keyOwner: "tester", requestId: "request-1" };
const add = (label: string, idempotencyKey?: string) =>
  runChange(database, origin, addSeat, { label, ...(idempotencyKey && { idempotencyKey }) });
const take = (input: ChangeInput & { holder: string }) =>
  runChange(database, origin, takeSeat, input);
async function added(label: string): Promise<Seat> {
  const { node } = await add(label);
  if (!node) throw new Error(`${label} was not added`);
  return node;
}
async function counted(): Promise<Record<string, number>> {
  const { rows } = await owner.query<Record<string, number>>(`
SELECT (SELECT count(*)::int FROM seat) AS seats, (SELECT count(*)::int FROM change_record) AS records,
  (SELECT count(*)::int FROM idempotency_key) AS keys`);
  return rows[0] ?? {};
}

describe("a change", () => {
  it("answers with the node as the database holds it and keeps who did what, when, in which request", async () => {
    const before = Date.now();
    const seat = await added("A1");
    expect(seat).toBeInstanceOf(Seat);
    expect(seat).toMatchObject({ label: "A1", version: 1, synthetic: false, holder: null });
    const { rows } = await owner.query<{ at: Date; changes: unknown }>(
      "SELECT * FROM change_record WHERE record_id = $1",
      [seat.id],
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actor: "a.tester",
      request_id: "request-1",
      action: "addSeat",
      record_type: "seat",
      version: 1,
      changes: { label: "A1", details: { size: [1, 2] } },
    });
    expect(rows[0]?.at.getTime()).toBeGreaterThanOrEqual(before);
  });

  it("counts the version and keeps before and after of what changed", async () => {
    const seat = await added("A2");
    const { node } = await take({ id: seat.id, holder: "Ann", expectedVersion: 1 });
    expect(node).toMatchObject({ version: 2, holder: "Ann" });
    expect(node?.takenAt).toBeInstanceOf(Date);
    const { rows } = await owner.query(
      "SELECT version, changes FROM change_record WHERE record_id = $1 ORDER BY id",
      [seat.id],
    );
    expect(rows[1]).toMatchObject({ version: 2, changes: { holder: [null, "Ann"] } });
  });

  it("says every broken rule at once and writes nothing", async () => {
    const before = await counted();
    expect(await add("")).toEqual({
      node: null,
      userErrors: [
        { code: "INVALID_LABEL", message: "Expected a label.", path: ["input", "label"] },
      ],
    });
    expect((await add("late")).userErrors).toMatchObject([{ message: "Found late." }]);
    expect(await counted()).toEqual(before);
  });

  it("says NOT_FOUND of a record that is not there and VERSION_CONFLICT of one that has changed", async () => {
    const before = await added("A3").then(counted);
    expect((await take({ id: "nowhere", holder: "Ann" })).userErrors).toEqual([
      {
        code: "NOT_FOUND",
        message: 'Expected the id of an existing seat, received "nowhere".',
        path: ["input", "id"],
      },
    ]);
    const { rows } = await owner.query<{ id: string }>("SELECT id FROM seat WHERE label = 'A3'");
    const id = rows[0]?.id ?? "";
    const { userErrors } = await take({ id, holder: "Ann", expectedVersion: 7 });
    expect(userErrors).toMatchObject([
      { code: "VERSION_CONFLICT", path: ["input", "expectedVersion"] },
    ]);
    expect(await counted()).toEqual(before);
  });

  it("turns a violated constraint into the refusal it stands for, and only that", async () => {
    const seat = await added("A4");
    const before = await counted();
    expect((await add("A4")).userErrors).toEqual([constraints.one_seat_a_label]);
    await expect(take({ id: seat.id, holder: "nobody" })).rejects.toThrow(
      "no_holder_called_nobody",
    );
    expect(await counted()).toEqual(before);
  });

  it("reports a record that was written between the look and the insert, like one from before", async () => {
    const reported: unknown[] = [];
    const touched = (_name: string, record: object) => reported.push((record as Seat).label);
    const write = jest.fn(() =>
      owner.query("INSERT INTO seat (id, label) VALUES ('race', 'A5') ON CONFLICT DO NOTHING"),
    );
    const { node, userErrors } = await runChange(
      database,
      { ...origin, touched },
      addFreeSeat(write),
      { label: "A5" },
    );
    expect({ node, userErrors }).toMatchObject({
      node: null,
      userErrors: [{ code: "LABEL_TAKEN", message: "Expected a label other than A5." }],
    });
    expect(reported).toEqual(["A5"]);
  });

  it("leaves a record of changes that not even the owner can alter", async () => {
    await expect(owner.query("UPDATE change_record SET actor = 'x'")).rejects.toThrow(
      "append-only",
    );
    await expect(owner.query("DELETE FROM change_record")).rejects.toThrow("append-only");
    await expect(owner.query("TRUNCATE change_record")).rejects.toThrow("append-only");
    await expect(database.query("DELETE FROM change_record")).rejects.toThrow("permission denied");
  });
});

describe("an idempotency key", () => {
  it("gives the first answer again, instants included, and does nothing more", async () => {
    const seat = await added("B1");
    const input = { id: seat.id, holder: "Bob", idempotencyKey: "b1" };
    const first = await take(input);
    const before = await counted();
    const again = await take(input);
    expect(again).toEqual(first);
    expect(again.node).toBeInstanceOf(Seat);
    expect(again.node?.takenAt).toBeInstanceOf(Date);
    expect(await counted()).toEqual(before);
  });

  it("gives a refusal again, even where it would now be allowed", async () => {
    await added("B2");
    const refused = await add("B2", "b2");
    await owner.query("UPDATE seat SET label = 'B2 moved' WHERE label = 'B2'");
    expect(await add("B2", "b2")).toEqual(refused);
    expect(refused.userErrors).toHaveLength(1);
  });

  it("is refused for another input and for another mutation", async () => {
    const { node } = await add("B3", "b3");
    const before = await counted();
    await expect(add("B4", "b3")).rejects.toMatchObject({
      extensions: { code: "IDEMPOTENCY_KEY_REUSED" },
    });
    await expect(
      take({ id: node?.id ?? "", holder: "Bob", idempotencyKey: "b3" }),
    ).rejects.toMatchObject({ extensions: { code: "IDEMPOTENCY_KEY_REUSED" } });
    expect(await counted()).toEqual(before);
  });

  it("stands for an input whatever the order of its fields", async () => {
    const orderOf = fc.shuffledSubarray(["holder", "id", "expectedVersion"], { minLength: 3 });
    const seat = await added("B5");
    const values = { holder: "Bob", id: seat.id, expectedVersion: 1 };
    await fc.assert(
      fc.asyncProperty(orderOf, async (order) => {
        const entries = order.map((name) => [name, values[name as keyof typeof values]] as const);
        const input = { ...Object.fromEntries(entries), idempotencyKey: "b5" } as never;
        expect((await take(input)).node).toMatchObject({ version: 2, holder: "Bob" });
      }),
      { numRuns: 10 },
    );
  });

  it("belongs to its caller: the same key of another shows nothing and does not collide", async () => {
    const { node } = await add("B7", "shared");
    const other = { ...origin, keyOwner: "other" };
    const theirs = await runChange(database, other, addSeat, {
      label: "B8",
      idempotencyKey: "shared",
    });
    expect(theirs.node).toMatchObject({ label: "B8" });
    expect(await add("B7", "shared")).toMatchObject({ node: { id: node?.id } });
    const copied = await runChange(database, other, addSeat, {
      label: "B7",
      idempotencyKey: "unused",
    });
    expect(copied.userErrors).toMatchObject([{ code: "LABEL_TAKEN" }]);
  });

  it("of before keys had owners gives its answer to the same input, and collides with none", async () => {
    const first = await add("B9", "old");
    await owner.query("UPDATE idempotency_key SET owner = '' WHERE key = 'old'");
    expect(await add("B9", "old")).toEqual(first);
    expect((await add("B10", "old")).node).toMatchObject({ label: "B10" });
  });

  it("is forgotten after 30 days, a few at a time with whatever is kept", async () => {
    await add("B11", "young");
    await owner.query(`
INSERT INTO idempotency_key (owner, key, at, mutation, input_hash, answer)
SELECT 'tester', 'aged ' || n, now() - interval '31 days', 'addSeat', '', '{}' FROM generate_series(1, 25) n;
UPDATE idempotency_key SET at = now() - interval '29 days' WHERE key = 'young'`);
    const aged = async () => {
      const { rows } = await owner.query<{ aged: number; young: number }>(
        "SELECT count(*) FILTER (WHERE key LIKE 'aged%')::int AS aged, count(*) FILTER (WHERE key = 'young')::int AS young FROM idempotency_key",
      );
      return rows[0];
    };
    for (const left of [15, 5, 0]) {
      await add(`A${left}`, `forgetting ${left}`);
      expect(await aged()).toEqual({ aged: left, young: 1 });
    }
    await expect(database.query("DELETE FROM idempotency_key")).rejects.toThrow(
      "permission denied",
    );
  });

  it("belongs to one subject who asks through one application for one person", () => {
    const callers = [
      { subject: "app" },
      { subject: "app", client: "portal" },
      { subject: "app", client: "portal", actor: "Aoki" },
      { subject: "app", client: "portal", actor: "Baba" },
      { subject: "app", actor: "Aoki" },
    ];
    expect(new Set(callers.map(keyOwner)).size).toBe(callers.length);
    expect(keyOwner({ subject: "app", actor: "Aoki" })).toBe(
      keyOwner({ subject: "app", actor: "Aoki" }),
    );
  });

  it.each([
    "",
    "x".repeat(201),
    "a\0",
    "a\ud800",
    " ",
    `${" ".repeat(200)}x`,
    "a\u202eb",
    "\u200b",
  ])("must have 1–200 characters, all of which can be seen: %j", async (key) => {
    const input = { label: "B6", idempotencyKey: key };
    await expect(runChange(database, origin, addSeat, input)).rejects.toMatchObject({
      extensions: { code: "INVALID_IDEMPOTENCY_KEY" },
    });
  });
});

describe("a change that others keep waiting", () => {
  const patience = 2_000;
  const timed = async (change: (deadline: Deadline) => Promise<unknown>) => {
    const before = performance.now();
    const [result] = await Promise.allSettled([change(new Deadline(patience))]);
    const code =
      result.status === "rejected"
        ? (result.reason as { extensions?: { code?: string } }).extensions?.code
        : "made";
    return { code, milliseconds: performance.now() - before };
  };
  const taking = (input: ChangeInput & { holder: string }) => (deadline: Deadline) =>
    runChange(database, origin, takeSeat, input, deadline);

  it("is cancelled with CONCURRENT_CHANGE by its deadline, while readers go on", async () => {
    const { id } = await added("D1");
    await owner.query("BEGIN");
    await owner.query("SELECT FROM seat WHERE id = $1 FOR UPDATE", [id]);
    const waiting = Promise.all(
      Array.from({ length: 20 }, () => timed(taking({ id, holder: "Dan" }))),
    );
    const before = performance.now();
    await expect(database.query("SELECT 1 AS one")).resolves.toEqual([{ one: 1 }]);
    expect(performance.now() - before).toBeLessThan(patience);
    const results = await waiting;
    await owner.query("COMMIT");
    expect(new Set(results.map(({ code }) => code))).toEqual(new Set(["CONCURRENT_CHANGE"]));
    const longest = Math.max(...results.map(({ milliseconds }) => milliseconds));
    expect(longest).toBeLessThan(2 * patience);
    expect((await take({ id, holder: "Dan" })).node).toMatchObject({ version: 2 });
  });

  it("waits for one thing after the other no longer than for one", async () => {
    const { id } = await added("D2");
    const first = new Client({ connectionString: empty.ownerUrl });
    await first.connect();
    await first.query("BEGIN");
    await first.query("SELECT pg_advisory_xact_lock(hashtextextended('idempotency d2', 0))");
    await owner.query("BEGIN");
    await owner.query("SELECT FROM seat WHERE id = $1 FOR UPDATE", [id]);
    const waiting = timed(taking({ id, holder: "Dan", idempotencyKey: "d2" }));
    await delay(0.9 * patience);
    await first.end();
    const { code, milliseconds } = await waiting;
    await owner.query("COMMIT");
    expect(code).toBe("CONCURRENT_CHANGE");
    expect(milliseconds).toBeGreaterThanOrEqual(patience);
    expect(milliseconds).toBeLessThan(1.8 * patience);
    expect((await take({ id, holder: "Dan", idempotencyKey: "d2" })).node).toMatchObject({
      version: 2,
    });
  });

  it("does not wait longer where readers hold every connection", async () => {
    const { id } = await added("D3");
    const readers = Array.from({ length: 10 }, () => database.query("SELECT pg_sleep(4)"));
    const { code, milliseconds } = await timed(taking({ id, holder: "Dan" }));
    expect(code).toBe("CONCURRENT_CHANGE");
    expect(milliseconds).toBeLessThan(1.8 * patience);
    await Promise.all(readers);
    expect((await take({ id, holder: "Dan" })).node).toMatchObject({ version: 2 });
  });

  it("keeps a refusal under its key even where a message was cut in half a character", async () => {
    const label = `${"a".repeat(78)}\ud83d`;
    const input = { label, idempotencyKey: "half" };
    const first = await runChange(database, origin, echoLabel, input);
    const again = await runChange(database, origin, echoLabel, input);
    expect(again.userErrors.map(({ code }) => code)).toEqual(["INVALID_LABEL"]);
    expect(first.userErrors).toHaveLength(1);
  });
});

describe("50 concurrent writers", () => {
  const fifty = Array.from({ length: 50 }, (_each, index) => index);

  it("with one idempotency key have one effect and all get the one answer", async () => {
    const before = await counted();
    const answers = await Promise.all(fifty.map(() => add("C1", "c1")));
    expect(new Set(answers.map(({ node }) => node?.id)).size).toBe(1);
    const after = await counted();
    expect(after["seats"]).toBe((before["seats"] ?? 0) + 1);
    expect(after["keys"]).toBe((before["keys"] ?? 0) + 1);
  });

  it("on one unique value have one effect, and 49 are refused", async () => {
    const answers = await Promise.all(fifty.map(() => add("C2")));
    expect(answers.filter(({ node }) => node)).toHaveLength(1);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array<string>(49).fill("LABEL_TAKEN"));
  });

  it("on one version of a record have one effect, and 49 are refused", async () => {
    const { id } = await added("C3");
    const answers = await Promise.all(
      fifty.map((each) => take({ id, holder: `H${each}`, expectedVersion: 1 })),
    );
    const winners = answers.filter(({ node }) => node);
    expect(winners).toHaveLength(1);
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(Array<string>(49).fill("VERSION_CONFLICT"));
    const { rows } = await owner.query("SELECT holder, version FROM seat WHERE id = $1", [id]);
    expect(rows).toEqual([{ holder: winners[0]?.node?.holder, version: 2 }]);
  });

  it("in each other's way see no deadlock: one of them tries again", async () => {
    const [a, b] = [await added("C4"), await added("C5")];
    const answers = await Promise.all(
      fifty.slice(0, 8).map((each) =>
        runChange(database, origin, swapHolders, {
          ids: each % 2 === 0 ? [a.id, b.id] : [b.id, a.id],
        }),
      ),
    );
    expect(answers.every(({ node }) => node)).toBe(true);
    const { rows } = await owner.query("SELECT version FROM seat WHERE id = ANY($1)", [
      [a.id, b.id],
    ]);
    expect(rows).toEqual([{ version: 9 }, { version: 9 }]);
  });
});
