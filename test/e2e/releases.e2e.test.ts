import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { startTestGraph, type TestGraph } from "../support/graph";

const run = promisify(execFile);
const program = join(__dirname, "..", "..", "dist", "subgraphs", "dispatch", "main.js");
const asPublic = { authorization: undefined, "graph-purpose": undefined };

interface Answer {
  readonly dispatchStatistics: {
    readonly asOf: string | null;
    readonly release: { readonly vintage: number; readonly releasedAt: string } | null;
    readonly covers: { readonly to: string } | null;
    readonly total: Cell;
    readonly rows: readonly { readonly payRate: string | null; readonly count: Cell }[];
  };
}

interface Cell {
  readonly value: number | null;
  readonly reason: string | null;
}

/** Departures of fiscal 2014 by how much of the pay goes on. */
const byPay = `query ($knownAt: KnownAt) {
  dispatchStatistics(measure: DEPARTURES, fiscalYears: [2014], groupBy: [PAY_RATE], knownAt: $knownAt) {
    asOf release { vintage releasedAt } covers { to } total { value reason } rows { payRate count { value reason } }
  }
}`;

describe("a release", () => {
  let graph: TestGraph;
  let owner: Client;

  beforeAll(async () => {
    graph = await startTestGraph({ demo: true });
    owner = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await graph.stop();
  });

  const release = async (...flags: readonly string[]): Promise<string> => {
    const env = { ...process.env, OWNER_DATABASE_URL: graph.databases.dispatch.ownerUrl };
    return (await run(process.execPath, [program, "release", ...flags], { env })).stdout;
  };
  const paid = async (knownAt?: string) => {
    const { data, errors } = await graph.execute<Answer>(byPay, { knownAt }, asPublic);
    expect(errors).toEqual([]);
    const { rows, ...answer } = data.dispatchStatistics;
    return { ...answer, paid: rows.map(({ payRate, count }) => [payRate, count.value]) };
  };

  it("answers the public with its number, when it was made, and the day it is of", async () => {
    const { release: made, asOf, total } = await paid();
    expect(made).toEqual({ vintage: 1, releasedAt: expect.stringMatching(/^20\d\d-/) });
    expect({ asOf, total }).toEqual({ asOf: null, total: { value: 148, reason: null } });
    const { data } = await graph.execute<Answer>(
      "{ dispatchStatistics(measure: ON_DISPATCH) { asOf total { value reason } release { vintage releasedAt } } }",
      {},
      asPublic,
    );
    // Who says no day means the last reference day.
    expect(data.dispatchStatistics.asOf).toMatch(/^20\d\d-03-31$/);
    expect(data.dispatchStatistics.release).toEqual(made);
  });

  it("is not made again where nothing is new, nor before a fiscal year has ended", async () => {
    await expect(release()).resolves.toBe("release 1 stays: nothing is new\n");
    await expect(release("--if-due")).resolves.toBe("");
    await expect(release("--whenever")).rejects.toThrow(
      'Expected nothing, --if-due or --when-due, received "--whenever".',
    );
  });

  it.each(["release", "released_table", "released_cell", "release_basis"])(
    "is frozen: nobody changes or removes what is in %s",
    async (table) => {
      for (const statement of [
        `UPDATE ${table} SET vintage = vintage`,
        `DELETE FROM ${table}`,
        `TRUNCATE ${table} CASCADE`,
      ]) {
        await expect(owner.query(statement)).rejects.toThrow("a release is frozen");
      }
    },
  );

  it("is read by the public, but not what it was made from, nor anything that is counted", async () => {
    const reader = new Client({ connectionString: graph.databases.dispatch.appUrl });
    await reader.connect();
    try {
      const { rows } = await reader.query<{ current_user: string }>("SELECT current_user");
      await reader.query(`SET ROLE "${rows[0]?.current_user ?? ""}_published"`);
      await expect(reader.query("SELECT FROM released_cell")).resolves.toBeDefined();
      for (const table of ["release_basis", "dispatch", "official"]) {
        await expect(reader.query(`SELECT FROM ${table}`)).rejects.toThrow("permission denied");
      }
    } finally {
      await reader.end();
    }
  });

  it("keeps a correction about too few persons waiting, and takes in one about enough", async () => {
    const before = await paid();
    const correct = (count: number) =>
      owner.query(
        `UPDATE dispatch SET pay_ratio = 50 WHERE id IN (SELECT id FROM dispatch
  WHERE started_on BETWEEN '2014-04-01' AND '2015-03-31' AND pay_ratio = 100 ORDER BY id LIMIT $1)`,
        [count],
      );
    await correct(1);
    await expect(release()).resolves.toMatch(
      /^release 1 stays: nothing is new\ncorrections of .*DEPARTURES.* wait: they would tell of too few persons\n$/,
    );
    await expect(paid()).resolves.toEqual(before);
    await delay(10);
    await correct(7);
    await expect(release()).resolves.toMatch(/^release 2: /);
    const after = await paid();
    const numberOf = (rate: string, answer: typeof after) =>
      Number(answer.paid.find(([each]) => each === rate)?.[1] ?? 0);
    expect(after.release?.vintage).toBe(2);
    expect(numberOf("PARTIAL", after) - numberOf("PARTIAL", before)).toBe(8);
    expect(numberOf("FULL_100", before) - numberOf("FULL_100", after)).toBe(8);
  });

  it("can be asked for when there is a later one, and is listed", async () => {
    const { data } = await graph.execute<{
      readonly dispatchReleases: readonly {
        readonly vintage: number;
        readonly releasedAt: string;
      }[];
    }>("{ dispatchReleases { vintage releasedAt } }", {}, asPublic);
    expect(data.dispatchReleases.map(({ vintage }) => vintage)).toEqual([2, 1]);
    const [, first] = data.dispatchReleases;
    await owner.query("SELECT 1");
    const { errors } = await graph.execute(byPay, { knownAt: "2020-01-01" }, asPublic);
    expect(errors).toMatchObject([
      { extensions: { code: "NOT_RELEASED" }, message: expect.stringContaining("first release") },
    ]);
    expect(first?.vintage).toBe(1);
  });
});
