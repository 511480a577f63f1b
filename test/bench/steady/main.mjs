// Mixed reads for MINUTES at 80 % of the highest rate that the whole stack was found to answer: errors, latency, and the
// memory of every process as time goes by. SCALE is that of the records.
import { setTimeout as delay } from "node:timers/promises";
import { Pool } from "undici";
import { load, problemOf, requestsFor } from "../support/load.mjs";
import { percentile, short } from "../support/numbers.mjs";
import { familyOf, partOf, privateMegabytes, residentMegabytes } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { number } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";
import { questionsOf } from "../stack/questions.mjs";

const minutes = number("MINUTES", 5);
const scale = number("SCALE", 200_000);
const share = 0.8;
const connections = 20;
const parts = ["gateway", "recruitment", "dispatch", "fellowship", "cooperation", "PostgreSQL"];
const intervals = 10;

run(async () => {
  const stack = await startStack({ data: "", scale });
  const officer = stack.headersOf("dispatch-officer");
  const requests = mixed(await questionsOf({ url: stack.url, officer }));
  await load(stack.url, requests, { connections, seconds: 10 });
  const {
    perSecond: highest,
    failed,
    failure,
  } = await load(stack.url, requests, {
    connections,
    seconds: 20,
  });
  if (failed > 0) throw new Error(`${failed} requests failed: ${failure}`);
  const rate = highest * share;
  say(`${minutes} minutes at ${short(rate)} requests a second, of at most ${short(highest)} …`);
  const measured = [];
  for (let interval = 1; interval <= intervals; interval += 1) {
    const seconds = (minutes * 60) / intervals;
    const result = await askSteadily(stack.url, requests, { rate, seconds });
    measured.push({ minute: (interval * minutes) / intervals, ...result, memory: memoryOf(stack) });
  }
  report(measured, { rate, highest });
});

/** All questions in turn: one of each, then the next of each. */
function mixed(questions) {
  const all = Object.values(questions).map((question) => requestsFor(question, question.headers));
  const longest = Math.max(...all.map((requests) => requests.length));
  return Array.from({ length: longest }, (_, index) =>
    all.map((requests) => requests[index % requests.length]),
  ).flat();
}

/**
 * Sends requests at a rate, however long the answers take: what waits is counted from when it was to be sent.
 *
 * @returns how many were answered and failed, and milliseconds of an answer
 */
async function askSteadily(url, requests, { rate, seconds }) {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 100, pipelining: 1 });
  const times = [];
  let [failed, failure] = [0, undefined];
  const ask = async ({ headers, body }, due) => {
    const problem = await problemOf(pool, { method: "POST", path, headers, body });
    times.push(performance.now() - due);
    if (problem === undefined) return;
    failed += 1;
    failure ??= problem;
  };
  const start = performance.now();
  const asked = [];
  for (let sent = 0; sent < rate * seconds; sent += 1) {
    const due = start + (sent / rate) * 1_000;
    const early = due - performance.now();
    if (early > 1) await delay(early);
    asked.push(ask(requests[sent % requests.length], due));
  }
  await Promise.all(asked);
  await pool.close();
  const [p50, p99] = [percentile(times, 50), percentile(times, 99)];
  return { answered: times.length, failed, failure, p50, p99 };
}

/** Megabytes of each part of the stack: resident, and of PostgreSQL's processes, which share much, only their own. */
function memoryOf({ pid }) {
  const megabytes = Object.fromEntries(parts.map((part) => [part, 0]));
  for (const { pid: each, command } of familyOf(pid)) {
    const part = partOf(command);
    if (!parts.includes(part)) continue;
    const measure = part === "PostgreSQL" ? privateMegabytes : residentMegabytes;
    megabytes[part] += measure(each);
  }
  return megabytes;
}

function report(measured, { rate, highest }) {
  const rows = measured.map(({ minute, answered, failed, p50, p99, memory }) => [
    short(minute),
    answered,
    failed,
    short(p50),
    short(p99),
    ...parts.map((part) => Math.round(memory[part])),
  ]);
  const header = ["minute", "answered", "failed", "p50 ms", "p99 ms"];
  const title = `${short(rate)} requests a second, ${share * 100} % of ${short(highest)}`;
  printTable(title, [...header, ...parts.map((part) => `${part} MB`)], rows);
  writeResults("steady", { minutes, scale, rate, highest, measured });
}
