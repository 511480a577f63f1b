// The local stack of a built tree, started as npm start starts it, on free ports, with a data folder of its own.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { startChild, untilReady } from "./child.mjs";
import { freePort } from "./ports.mjs";
import { familyOf, partOf } from "./processes.mjs";
import { say } from "./run.mjs";
import { project, workFolder } from "./settings.mjs";

/** How long a first start may take that makes records: a million takes half an hour. */
const patienceSeconds = 3_600;

/**
 * Starts a stack, of this project unless another `tree` is named, and waits until it answers. A data folder that is there
 * is used again, unless FRESH=1; it is named by `data` and `scale`, the number of records an office. Limits are raised in
 * numbers only: everything that is checked stays checked.
 */
export async function startStack({ tree = project, name = "stack", data = name, scale } = {}) {
  const { parts } = productModule(tree, "gateway/local/programs.js");
  const ports = {};
  for (const part of Object.keys(parts)) ports[part] = await freePort();
  const dataFolder = join(workFolder, ["data", data, scale].filter(Boolean).join("-"));
  const env = {
    ...process.env,
    ...Object.fromEntries(
      Object.entries(parts).map(([part, { variable }]) => [variable, String(ports[part])]),
    ),
    DATA_DIRECTORY: dataFolder,
    BUDGETS: JSON.stringify(raisedBudgets(tree)),
  };
  const args = [
    join(tree, "dist/gateway/local/main.js"),
    ...(process.env.FRESH === "1" ? ["--fresh"] : []),
    ...(scale === undefined ? [] : ["--scale", String(scale)]),
  ];
  say(`Starting the local stack of ${tree} …`);
  const program = startChild(name, { args, env, cwd: tree });
  const isUp = async () =>
    /Ctrl-C stops everything/.test(readFileSync(program.logFile, "utf8")) || undefined;
  await untilReady(program, isUp, patienceSeconds);
  return {
    tree,
    pid: program.pid,
    ports,
    dataFolder,
    url: `http://127.0.0.1:${ports.gateway}/graphql`,
    stop: program.stop,
    pidOf: (part) => familyOf(program.pid).find(({ command }) => partOf(command) === part).pid,
    headersOf: (role) => headersOf(role, { tree, env }),
  };
}

/** A module of a built tree. */
export function productModule(tree, path) {
  return createRequire(join(tree, "dist/"))(join(tree, "dist", path));
}

/** The database of a subgraph as the owner of its tables. */
export function ownersUrl({ tree, ports, dataFolder }, subgraph) {
  const { databaseUrls } = productModule(tree, "gateway/local/child-programs.js");
  const credentials = JSON.parse(readFileSync(join(dataFolder, "credentials.json"), "utf8"));
  return databaseUrls({ ports, credentials }, subgraph).owner;
}

/** The headers of a caller of a role; the public has none. */
function headersOf(role, { tree, env }) {
  if (role === "public") return {};
  const program = join(tree, "dist/gateway/local/token.js");
  const token = execFileSync(process.execPath, [program, role], { env, encoding: "utf8" });
  return { authorization: `Bearer ${token.trim()}`, "graph-purpose": "measurement" };
}

function raisedBudgets(tree) {
  const { roles } = productModule(tree, "gateway/access/roles.js");
  const budget = {
    ...{ cost: 1_000_000, fields: 5_000, aliases: 1_000, tokens: 10_000 },
    ...{ requestsPerMinute: 100_000_000, requestsAtOnce: 1_000, places: 1_000 },
  };
  return Object.fromEntries(roles.map((role) => [role, budget]));
}
