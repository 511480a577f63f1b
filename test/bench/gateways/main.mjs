// Compares gateways: all are asked the same and are given the same recorded answers of subgraphs. ROUNDS, SECONDS,
// GATEWAYS, OPERATIONS and CONNECTIONS choose less or more.
import { answersOf, requireEqual } from "../support/answers.mjs";
import { leaveMeasuredCore } from "../support/cores.mjs";
import { load, requestsFor } from "../support/load.mjs";
import { median, ratio, rotated, short, shortSpread } from "../support/numbers.mjs";
import { processorTime, residentMegabytes } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { chosen, number } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";
import { baseName, gatewayNames, startGateways } from "./gateways.mjs";
import { operations } from "./operations.mjs";
import { startProxy } from "./proxy.mjs";

const rounds = number("ROUNDS", 3);
const seconds = number("SECONDS", 3);
const names = chosen("GATEWAYS", gatewayNames);
const operationNames = chosen("OPERATIONS", Object.keys(operations));
const connectionCounts = chosen("CONNECTIONS", ["1", "50"]).map(Number);

run(async () => {
  // It starts on all cores.
  const stack = await startStack();
  leaveMeasuredCore();
  const proxy = await startProxy(stack);
  const gateways = await startGateways(names, { stack, proxy });
  await requireEqualAnswers(stack, gateways);
  await warmUp(gateways);
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds} …`);
    for (const operation of operationNames) {
      for (const connections of connectionCounts) {
        for (const gateway of rotated(gateways, round)) {
          measured.push(await measure(gateway, { operation, connections, round, proxy }));
        }
      }
    }
  }
  report(measured);
});

/** Every gateway must answer what the graph itself answers the caller; only then is its speed of interest. */
async function requireEqualAnswers(stack, gateways) {
  for (const operation of operationNames) {
    const expected = {};
    for (const { name, role, url, headers } of gateways) {
      const requests = requestsFor(operations[operation], headers);
      expected[role] ??= await answersOf(stack.url, requests);
      requireEqual(`${name}, ${operation},`, await answersOf(url, requests), expected[role]);
    }
    say(`${operation}: all gateways give equal answers.`);
  }
}

async function warmUp(gateways) {
  for (const operation of operationNames) {
    for (const { url, headers } of gateways) {
      const requests = requestsFor(operations[operation], headers);
      await load(url, requests, { connections: 8, count: 500 });
    }
  }
}

async function measure({ name, pid, url, headers }, { operation, connections, round, proxy }) {
  const requests = requestsFor(operations[operation], headers);
  await load(url, requests, { connections, count: connections === 1 ? 60 : 200 });
  await proxy.countCalls();
  const before = processorTime(pid);
  const { answered, ...result } = await load(url, requests, { connections, seconds });
  const processor = (processorTime(pid) - before) / answered;
  const { calls, recorded } = await proxy.countCalls();
  const memory = residentMegabytes(pid);
  const rates = { processor, calls: calls / answered, recorded, memory };
  return { name, operation, connections, round, answered, ...rates, ...result };
}

function report(measured) {
  for (const operation of operationNames) {
    for (const connections of connectionCounts) {
      const of = (name, key) =>
        measured
          .filter((each) => each.name === name && each.operation === operation)
          .filter((each) => each.connections === connections)
          .map((each) => each[key]);
      const base = median(of(baseName, "processor"));
      const rows = names.map((name) => [
        name,
        shortSpread(of(name, "processor")),
        ratio(median(of(name, "processor")), base),
        shortSpread(of(name, "perSecond")),
        short(median(of(name, "p50"))),
        short(median(of(name, "p99"))),
        short(median(of(name, "calls"))),
        short(median(of(name, "memory"))),
        of(name, "failed").reduce((sum, failed) => sum + failed, 0),
      ]);
      const title = `${operation}, ${connections} connection${connections === 1 ? "" : "s"}`;
      printTable(title, header, rows);
    }
  }
  writeResults("gateways", { rounds, seconds, measured });
}

const header = [
  ...["gateway", "CPU ms a request", `× ${baseName}`, "requests a second"],
  ...["p50 ms", "p99 ms", "calls a request", "RSS MB", "failed"],
];
