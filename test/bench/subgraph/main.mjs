// A subgraph beside graphql-js over the same tables, with the same verification of the gateway's signature and without
// any. All are asked what the light operation asks of the subgraph. ROUNDS and REQUESTS choose less or more.
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { operations } from "../gateways/operations.mjs";
import { answersOf, requireEqual } from "../support/answers.mjs";
import { openSigner, shareHeader } from "../support/assertions.mjs";
import { startChild, untilReady } from "../support/child.mjs";
import { leaveMeasuredCore, measuredCore } from "../support/cores.mjs";
import { load } from "../support/load.mjs";
import { median, ratio, rotated, shortSpread } from "../support/numbers.mjs";
import { freePort } from "../support/ports.mjs";
import { commandLine, environmentOf, processorTime } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { number, project } from "../support/settings.mjs";
import { startStack } from "../support/stack.mjs";

const subgraph = "cooperation";
const rounds = number("ROUNDS", 3);
const count = number("REQUESTS", 3_000);
const plain = fileURLToPath(new URL("plain.mjs", import.meta.url));

/** The light operation as the gateway asks it of the subgraph. */
const bodies = operations.light.variables.map((variables) =>
  JSON.stringify({
    query: `query Light__cooperation__0($day: Date!) {
      network(code: "CJK_PPN") { members(asOf: $day) { country { code } agency { code } } } }`,
    variables,
    operationName: "Light__cooperation__0",
  }),
);

run(async () => {
  // It starts on all cores.
  const stack = await startStack();
  leaveMeasuredCore();
  const pid = stack.pidOf(subgraph);
  const { NODE_CHANNEL_FD, NODE_CHANNEL_SERIALIZATION_MODE, ...env } = environmentOf(pid);
  const [, ...args] = commandLine(pid);
  // All have the subgraph's own flags and variables, and the others graphql-js as it is fastest.
  const flags = args.slice(
    0,
    args.findIndex((each) => each.endsWith(".js")),
  );
  const plainEnv = { ...env, NODE_ENV: "production" };
  const base = "plain, same verification";
  const programs = [
    await start("subgraph", args, env),
    await start(base, [...flags, plain], { ...plainEnv, VERIFY: "1" }),
    await start("plain, no verification", [...flags, plain], plainEnv),
  ];
  const sign = await openSigner({
    tree: project,
    signingKeys: join(stack.dataFolder, "keys", "signing-keys.json"),
  });

  let expected;
  for (const { name, url } of programs) {
    const answers = await answersOf(url, await vouchedFor(bodies.length, sign));
    requireEqual(name, answers, (expected ??= answers));
  }
  say("All answers are equal.");
  for (const program of programs) program.share = await shareOf(program.url, sign);
  for (const program of programs) await ask(program, 8, 1_000, sign);
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const connections of [1, 20]) {
      for (const program of rotated(programs, round)) {
        await ask(program, connections, 100, sign);
        measured.push({ round, ...(await ask(program, connections, count, sign)) });
      }
    }
  }
  report(measured, programs, base);
});

async function start(name, args, env) {
  const port = await freePort();
  const program = startChild(`subgraph-${name.replaceAll(/\W+/g, "-")}`, {
    args,
    env: { ...env, PORT: String(port) },
    cwd: project,
    core: measuredCore,
    ipc: true,
  });
  const url = `http://127.0.0.1:${port}/graphql`;
  // The subgraph refuses what nobody signed, and so is up.
  await untilReady(program, async () => {
    await (await fetch(url, { method: "POST", body: "{}" })).text();
    return true;
  });
  return { name, url, pid: program.pid };
}

/** What a program tells of its share of a key to who signs; undefined where it verifies nothing. */
async function shareOf(url, sign) {
  const [{ headers, body }] = await vouchedFor(1, sign);
  const response = await fetch(url, { method: "POST", headers, body });
  await response.text();
  return response.headers.get(shareHeader) ?? undefined;
}

/** Requests that are each vouched for by themselves: a subgraph takes an assertion once, and for half a minute. */
function vouchedFor(length, sign, share) {
  return Promise.all(
    Array.from({ length }, async (_, index) => {
      const body = bodies[index % bodies.length];
      const headers = { "content-type": "application/json", accept: "application/json" };
      return { headers: { ...headers, ...(await sign(subgraph, body, share)) }, body };
    }),
  );
}

async function ask({ name, url, pid, share }, connections, requests, sign) {
  const prepared = await vouchedFor(requests, sign, share);
  const before = processorTime(pid);
  const { answered, ...result } = await load(url, prepared, { connections, count: requests });
  const processor = (processorTime(pid) - before) / answered;
  return { name, connections, processor, answered, ...result };
}

function report(measured, programs, base) {
  for (const connections of [1, 20]) {
    const of = (name, key) =>
      measured
        .filter((each) => each.name === name && each.connections === connections)
        .map((each) => each[key]);
    const rows = programs.map(({ name }) => [
      name,
      shortSpread(of(name, "processor")),
      ratio(median(of(name, "processor")), median(of(base, "processor"))),
      shortSpread(of(name, "perSecond")),
      of(name, "failed").reduce((sum, failed) => sum + failed, 0),
    ]);
    const header = ["program", "CPU ms a request", `× ${base}`, "requests a second", "failed"];
    printTable(`${subgraph}, ${connections} connections`, header, rows);
  }
  writeResults("subgraph", { rounds, count, measured });
}
