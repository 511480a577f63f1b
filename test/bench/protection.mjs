// How long a light request waits for the thread that answers while 60 requests of a caller are protected at once: on that
// thread, and on threads of their own. Each asks for ten fiscal years of a large table, as a subgraph would protect them
// after a statement of the database. In this process alone: no graph has to run.
import { createRequire } from "node:module";
import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";

const require = createRequire(import.meta.url);
const folder = "../../dist/subgraphs/kit/statistics";
const { protectHere } = require(`${folder}/protect.js`);
const { ProtectionThreads } = require(`${folder}/protection-threads.js`);

const requests = Number(process.env.REQUESTS ?? 60);
const years = 10;
const [agencies, kinds] = [60, 10];

/** Numbers that look random, the same in every run. */
function randomFrom(seed) {
  let state = seed + 1;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

function tableOf(seed) {
  const random = randomFrom(seed);
  const sums = new Map();
  const add = (keys, count) => {
    const name = JSON.stringify(keys.map((key) => key ?? 0));
    sums.set(name, { keys, count: (sums.get(name)?.count ?? 0) + count });
  };
  for (let agency = 0; agency < agencies; agency += 1) {
    for (let kind = 0; kind < kinds; kind += 1) {
      const count = random() < 0.4 ? Math.ceil(12 * random() ** 3) : 0;
      if (count === 0) continue;
      for (const keys of [
        [`A${agency}`, `K${kind}`],
        [`A${agency}`, undefined],
        [undefined, `K${kind}`],
        [undefined, undefined],
      ])
        add(keys, count);
    }
  }
  return {
    measure: "PERSONS",
    dimensions: ["agency", "kind"],
    isNested: false,
    period: { from: null, to: `day ${seed}`, fiscalYear: null },
    knownAt: undefined,
    rule: { threshold: 5, width: 4 },
    groups: [...sums.values()].map(({ keys, count }) => ({ keys, count, persons: count })),
  };
}

const percentile = (values, part) =>
  values.sort((one, other) => one - other)[
    Math.min(values.length - 1, Math.floor(values.length * part))
  ];

async function measure(name, protectFor) {
  const tables = Array.from({ length: requests * years }, (_none, seed) => tableOf(seed));
  const outcomes = { answered: 0, refused: 0 };
  let isDone = false;
  const begun = performance.now();
  const all = Promise.all(
    Array.from({ length: requests }, async (_none, request) => {
      const protect = protectFor();
      await delay(1);
      const own = tables.slice(request * years, (request + 1) * years);
      const [first] = await Promise.allSettled([Promise.all(own.map(protect))]);
      outcomes[first.status === "fulfilled" ? "answered" : "refused"] += 1;
    }),
  ).finally(() => (isDone = true));
  const waits = [];
  while (!isDone) {
    const before = performance.now();
    await delay(5);
    waits.push(Math.max(0, performance.now() - before - 5));
  }
  await all;
  const [p50, p95, most] = [0.5, 0.95, 1].map((part) => percentile(waits, part).toFixed(0));
  console.log(
    `${name}: a light request waits ${p50} ms (p50), ${p95} ms (p95), ${most} ms at most; ${outcomes.answered} of ${requests} answered, ${outcomes.refused} refused, in ${((performance.now() - begun) / 1_000).toFixed(1)} s`,
  );
}

const logger = { error: (...line) => console.error(...line) };
for (const count of [0, 1, 2]) {
  const threads = count > 0 ? new ProtectionThreads({ threads: count, logger }) : undefined;
  const protectFor = () =>
    threads?.protectFor({ caller: "one", end: AbortSignal.timeout(8_000) }) ?? protectHere;
  await measure(`${count} threads`, protectFor);
  await threads?.end();
}
