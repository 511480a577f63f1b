// What a document costs a gateway that has never seen it: to check, to plan and to run, and the same once more when it is
// known. Then the memory of our gateway after many distinct documents. DOCUMENTS, ROUNDS and GATEWAYS choose less or more.
import { leaveMeasuredCore } from "../support/cores.mjs";
import { load, requestsFor } from "../support/load.mjs";
import { median, ratio, rotated, short, shortSpread } from "../support/numbers.mjs";
import { processorTime, residentMegabytes } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { chosen, number } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";
import { baseName, gatewayNames, startGateways } from "../gateways/gateways.mjs";
import { startProxy } from "../gateways/proxy.mjs";
import { documentCount, documentOf } from "./documents.mjs";

const rounds = number("ROUNDS", 3);
const inRound = 300;
const distinct = Math.min(number("DOCUMENTS", 20_000), documentCount);
const filled = "ours (public)";
// Our gateway is one process, which knows a document whoever has asked it first.
const names = chosen(
  "GATEWAYS",
  gatewayNames.filter((name) => name === filled || !name.startsWith("ours")),
);

run(async () => {
  // It starts on all cores.
  const stack = await startStack();
  leaveMeasuredCore();
  const proxy = await startProxy(stack);
  const gateways = await startGateways(names, { stack, proxy });
  let next = documentCount - inRound;
  // Warm programs are measured, with the subgraphs' answers recorded.
  for (const gateway of gateways) await ask(gateway, next, inRound);
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    next -= inRound;
    for (const gateway of rotated(gateways, round)) {
      const unseen = await ask(gateway, next, inRound);
      const known = await ask(gateway, next, inRound);
      measured.push({ name: gateway.name, round, unseen, known });
    }
  }
  const ours = gateways.find(({ name }) => name === filled);
  const memory = ours && (await fill(ours));
  report(measured, memory);
});

/** Asks neighbouring documents one after the other: milliseconds of processor time and latency of each. */
async function ask({ pid, url, headers }, from, count, connections = 1) {
  const requests = Array.from({ length: count }, (_, index) => {
    const variables = [{ year: 2023 }];
    return requestsFor({ query: documentOf(from + index), variables }, headers)[0];
  });
  const before = processorTime(pid);
  const { p50, p99, failed, failure } = await load(url, requests, { connections, count });
  if (failed > 0) throw new Error(`${failed} of ${count} failed: ${failure}`);
  return { processor: (processorTime(pid) - before) / count, p50, p99 };
}

/** Has a gateway see many documents, and notes its memory ten times on the way. */
async function fill(gateway) {
  say(`${distinct} distinct documents …`);
  const part = Math.ceil(distinct / 10);
  const memory = [{ documents: 0, megabytes: residentMegabytes(gateway.pid) }];
  for (let seen = 0; seen < distinct; seen += part) {
    await ask(gateway, seen, part, 4);
    memory.push({ documents: seen + part, megabytes: residentMegabytes(gateway.pid) });
  }
  return memory;
}

function report(measured, memory) {
  const of = (name, value) => measured.filter((each) => each.name === name).map(value);
  const planning = (name) => of(name, ({ unseen, known }) => unseen.processor - known.processor);
  const rows = names.map((name) => [
    name,
    shortSpread(of(name, ({ unseen }) => unseen.processor)),
    shortSpread(of(name, ({ known }) => known.processor)),
    shortSpread(planning(name)),
    ratio(median(planning(name)), median(planning(baseName))),
    short(median(of(name, ({ unseen }) => unseen.p50))),
    short(median(of(name, ({ unseen }) => unseen.p99))),
  ]);
  const header = [
    ...["gateway", "CPU ms, unseen", "CPU ms, known", "difference", `× ${baseName}`],
    ...["p50 ms, unseen", "p99 ms, unseen"],
  ];
  printTable("A document that was never seen before", header, rows);
  if (memory) {
    const megabytes = memory.map((each) => [each.documents, Math.round(each.megabytes)]);
    printTable("Memory of our gateway", ["distinct documents", "RSS MB"], megabytes);
  }
  writeResults("documents", { rounds, measured, memory });
}
