import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { sumsOf } from "./counted-groups";
import { protectHere } from "./protect";
import { type ProtectionOptions, ProtectionThreads } from "./protection-threads";
import type { NamedDimension } from "./statistics-request";
import { type TableToProtect, tableToProtect } from "./table-to-protect";

/** Threads run built modules. */
const program = join(__dirname, "../../../dist/subgraphs/kit/statistics/protection-worker.js");

const started: ProtectionThreads[] = [];
afterEach(() => Promise.all(started.splice(0).map((threads) => threads.end())));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "protection-"));
});
afterAll(() => rm(folder, { recursive: true }));

/** Threads, and what they log. */
function threadsOf(options: Partial<ProtectionOptions> = {}) {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const logger = pino({}, { write });
  const threads = new ProtectionThreads({ threads: 1, logger, program, ...options });
  started.push(threads);
  const protectFor = (caller = "a", end = new AbortController().signal) =>
    threads.protectFor({ caller, since: performance.now(), end });
  return { threads, lines, protectFor, protect: protectFor() };
}

/** A program of threads that does this with what it is sent, before it does what the built one does. */
async function programWith(name: string, script: string): Promise<string> {
  const file = join(folder, `${name}.js`);
  await writeFile(
    file,
    `const { parentPort } = require("node:worker_threads");
parentPort.on("message", (table) => { ${script} });
require(${JSON.stringify(program)});`,
  );
  return file;
}

const dimension = (name: string, within?: string): NamedDimension => ({
  ...{ name, sql: name, type: "text", most: 99 },
  ...(within !== undefined && { within }),
});
const crossed = [dimension("agency"), dimension("region")];
const nested = [dimension("region"), dimension("country", "region")];

/** A table whose counts follow from a seed. */
function tableOf(seed: number, dimensions = crossed, side = 4): TableToProtect {
  const isNested = dimensions[1]?.within !== undefined;
  const groups = Array.from({ length: side * (dimensions.length < 2 ? 1 : side) }, (_none, at) => {
    const [row, column] = [at % side, Math.floor(at / side)];
    const count = (seed * (row + 2) * (column + 3)) % 11;
    const keys = [row === 3 ? null : String(row), isNested ? `${row}-${column}` : String(column)];
    return {
      ...{ period: 0, keys: keys.slice(0, dimensions.length), meets: [true, true] },
      ...{ count, records: count, persons: count },
    };
  });
  const subject = {
    measure: "PERSONS",
    period: { from: null, to: "2024-03-31", fiscalYear: null },
    knownAt: undefined,
    rule: disclosureRule(5),
  };
  const whole = dimensions.length === 0 ? sumsOf(groups) : [...groups, ...sumsOf(groups)];
  return tableToProtect(subject, dimensions, whole);
}

it.each([
  ["a total", []],
  ["a line", [dimension("region")]],
  ["a table", crossed],
  ["a nest", nested],
])("give of %s just what is given without threads", async (_what, dimensions) => {
  const { protect } = threadsOf({ keptGroups: 0 });
  for (let seed = 1; seed < 40; seed += 1) {
    const table = tableOf(seed, dimensions);
    expect(await protect(table)).toEqual(await protectHere(table));
  }
});

it("compute the same table once, for all who ask at once and for those who ask later", async () => {
  const { protectFor } = threadsOf();
  const callers = ["a", "b", "c"].map((caller) => protectFor(caller));
  const asked = callers.flatMap((protect) => [1, 2].map(() => protect(tableOf(1))));
  const [first, ...others] = await Promise.all(asked);
  for (const other of others) expect(other).toBe(first);
  expect(await protectFor("d")(tableOf(1))).toBe(first);
});

it("compute a table again once its counts are others", async () => {
  const { protect } = threadsOf();
  const first = await protect(tableOf(1));
  const other = await protect(tableOf(2));
  expect(other).toEqual(await protectHere(tableOf(2)));
  expect(other).not.toEqual(first);
});

it("leave the thread that asks free", async () => {
  const { protect } = threadsOf();
  await protect(tableOf(1));
  let passed = 0;
  const clock = setInterval(() => (passed += 1), 1);
  await Promise.all([2, 3, 4].map((seed) => protect(tableOf(seed, crossed, 40))));
  clearInterval(clock);
  expect(passed).toBeGreaterThan(0);
});

it("tell an error of the computation as it is, and go on", async () => {
  const { protect, lines } = threadsOf();
  const wrong = { ...tableOf(1), groups: [{ keys: ["1", "1"], count: 0.5, persons: 1 }] };
  await expect(protect(wrong)).rejects.toThrow(RangeError);
  await expect(protect(wrong)).rejects.toThrow(RangeError);
  expect(await protect(tableOf(1))).toEqual(await protectHere(tableOf(1)));
  expect(lines).toEqual([]);
});

describe("a thread that ends", () => {
  const busy = { extensions: { code: "STATISTICS_BUSY" } };
  const tables = [1, 2, 3].map((seed) => tableOf(seed));
  const fatal = { ...tableOf(9), measure: "FATAL" };
  const whereFatal = (script: string) => `if (table.measure === "FATAL") { ${script} }`;

  it.each([
    ["by itself", "process.exit(3);", ["a table was not protected"]],
    [
      "by an error",
      `parentPort.postMessage = () => { throw new Error("fatal"); };`,
      ["a thread that protects tables failed", "a table was not protected"],
    ],
    [
      "for want of memory",
      "const all = []; for (;;) all.push(new Array(1e6).fill(0.5));",
      ["a thread that protects tables failed", "a table was not protected"],
    ],
  ])("%s refuses its table, and another protects those that wait", async (how, script, logged) => {
    const file = await programWith(how.replaceAll(" ", "-"), whereFatal(script));
    const { protect, lines } = threadsOf({ program: file, longestTable: 60_000 });
    const refused = expect(protect(fatal)).rejects.toMatchObject(busy);
    const others = await Promise.all(tables.map((table) => protect(table)));
    await refused;
    expect(others).toEqual(await Promise.all(tables.map(protectHere)));
    expect(lines.map(({ msg }) => msg)).toEqual(logged);
  });

  it("as its table takes too long refuses it, and another protects the next", async () => {
    const file = await programWith("endless", whereFatal("for (;;);"));
    const { protect, lines } = threadsOf({ program: file, longestTable: 1_000 });
    await expect(protect(fatal)).rejects.toMatchObject(busy);
    expect(lines.map(({ msg }) => msg)).toEqual(["a table takes too long to protect"]);
    // On a busy machine it can take too long to begin, too.
    const answered = async (table: TableToProtect): Promise<unknown> =>
      protect(table).catch(() => answered(table));
    expect(await answered(tableOf(1))).toEqual(await protectHere(tableOf(1)));
  });

  it("before it can begin refuses everything, and nothing hangs", async () => {
    const { protect } = threadsOf({ program: join(folder, "missing.js") });
    for (const asked of tables.map(protect)) await expect(asked).rejects.toMatchObject(busy);
  });
});

it("do not compute what was waiting for a caller who is gone", async () => {
  const file = await programWith("noting", `if (table.measure === "GONE") process.exit(3);`);
  const { protectFor, lines } = threadsOf({ program: file });
  const caller = new AbortController();
  const first = protectFor("there")(tableOf(1));
  const gone = protectFor("gone", caller.signal);
  const waiting = [1, 2].map((seed) => gone({ ...tableOf(seed), measure: "GONE" }));
  caller.abort();
  for (const each of waiting) await expect(each).rejects.toThrow();
  await first;
  expect(await protectFor("there")(tableOf(2))).toEqual(await protectHere(tableOf(2)));
  expect(lines).toEqual([]);
});

it("know nothing of the process's variables", async () => {
  const file = await programWith(
    "environment",
    "if (Object.keys(process.env).length > 0) process.exit(3);",
  );
  const { protect, lines } = threadsOf({ program: file });
  await protect(tableOf(1));
  expect(lines).toEqual([]);
});

it("refuse what waits when they are to end, and let what has begun end", async () => {
  const { threads, protectFor } = threadsOf();
  const begun = protectFor("a")(tableOf(1));
  const waiting = protectFor("b")(tableOf(2));
  threads.refuse();
  await expect(waiting).rejects.toMatchObject({ extensions: { code: "STATISTICS_BUSY" } });
  expect(await begun).toEqual(await protectHere(tableOf(1)));
  await expect(protectFor("c")(tableOf(3))).rejects.toThrow();
});

it("refuse what has begun too when they are ended, and say nothing of it", async () => {
  const file = await programWith("endless-all", "for (;;);");
  const { threads, protect, lines } = threadsOf({ program: file, longestTable: 60_000 });
  const refused = expect(protect(tableOf(1))).rejects.toMatchObject({
    extensions: { code: "STATISTICS_BUSY" },
  });
  await threads.end();
  await refused;
  expect(lines).toEqual([]);
});
