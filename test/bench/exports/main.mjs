// A list read to its end as a file, in each format, beside psql's \copy of the same rows and PostGraphile's one query for
// them: rows a second, and the most memory of the gateway meanwhile. Last, the subgraph is killed in the middle of a file.
// ROWS says how many there are, ROUNDS how often each is measured.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { fill } from "./fill.mjs";
import { startContenders } from "../records/contenders.mjs";
import { median, ratio, short, spread } from "../support/numbers.mjs";
import { residentMegabytes } from "../support/processes.mjs";
import { printTable, writeResults } from "../support/report.mjs";
import { run, say } from "../support/run.mjs";
import { number } from "../support/settings.mjs";
import { ownersUrl, startStack } from "../support/stack.mjs";

const rounds = number("ROUNDS", 3);
const rows = number("ROWS", 200_000);
const scale = 20_000;
/** More than this PostGraphile is not asked for: it holds all rows in memory. */
const mostAtOnce = 300_000;

const nodes =
  "nodes { id startedOn returnedOn post official { personnelNumber name } organization { code name } }";
const sql = `SELECT d.id, d.started_on, d.returned_on, d.post, o.personnel_number, o.name, d.organization_code, g.name_en
  FROM dispatch d JOIN official o ON o.id = d.official_id
  JOIN organization g ON g.code = d.organization_code AND g.type_code = d.organization_type_code AND g.region_code = d.region_code
  ORDER BY d.planned_from DESC, d.id DESC`;

run(async () => {
  const stack = await startStack({ data: `exports-${rows}`, scale });
  await fill(stack, rows);
  const headers = { ...stack.headersOf("dispatch-officer"), "content-type": "application/json" };
  const ways = [
    ...["csv", "ndjson", "xlsx"].map((format) => ({
      name: `ours, ${format}`,
      read: () => readFile(stack, headers, format),
    })),
    { name: "psql \\copy", read: () => copy(stack) },
    ...(rows <= mostAtOnce ? [await postgraphile(stack)] : []),
  ];
  const measured = [];
  for (let round = 0; round < rounds; round += 1) {
    say(`Round ${round + 1} of ${rounds} …`);
    for (const { name, read } of ways) measured.push({ name, ...(await measure(stack, read)) });
  }
  const killed = await killInTheMiddle(stack, headers);
  report(
    measured,
    ways.map(({ name }) => name),
    killed,
  );
});

/** Milliseconds, bytes, and the most megabytes that the gateway has resident while something is read. */
async function measure(stack, read) {
  const gateway = stack.pidOf("gateway");
  let most = residentMegabytes(gateway);
  const sampling = setInterval(() => (most = Math.max(most, residentMegabytes(gateway))), 100);
  const start = performance.now();
  const bytes = await read();
  clearInterval(sampling);
  return { milliseconds: performance.now() - start, bytes, gatewayMegabytes: most };
}

/** Reads a file to its end. A CSV has a line for each row, so that it can be counted. */
async function readFile({ url }, headers, format) {
  const body = JSON.stringify({ query: `{ dispatchHistory { ${nodes} } }` });
  const response = await fetch(`${url}?format=${format}`, {
    method: "POST",
    headers: { ...headers, "graph-export": "all" },
    body,
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  let [bytes, lines] = [0, 0];
  for await (const chunk of response.body) {
    bytes += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  }
  if (format !== "xlsx" && lines < rows) throw new Error(`${lines} lines of ${rows} rows.`);
  return bytes;
}

async function copy(stack) {
  const command = `\\copy (${sql.replaceAll("\n", " ")}) TO STDOUT CSV HEADER`;
  const child = spawn("psql", [ownersUrl(stack, "dispatch"), "-c", command], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "exit");
  let bytes = 0;
  for await (const chunk of child.stdout) bytes += chunk.length;
  const [code] = await ended;
  if (code !== 0) throw new Error(`psql ended with ${code}.`);
  return bytes;
}

async function postgraphile(stack) {
  const { name, url } = (await startContenders(stack)).find((each) => each.name === "PostGraphile");
  const organization = "organizationByOrganizationCodeAndOrganizationTypeCodeAndRegionCode";
  const query = `{ allDispatches(first: ${rows}, orderBy: [FIRST_DAY_DESC, ROW_ID_DESC]) {
    nodes { rowId startedOn returnedOn post officialByOfficialId { personnelNumber name } ${organization} { code nameEn } } } }`;
  const read = async () => {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const text = await response.text();
    if (text.includes('"errors"')) throw new Error(text.slice(0, 800));
    return text.length;
  };
  return { name: `${name}, one query`, read };
}

/** How a client sees a file whose subgraph is killed after the first megabytes: curl's exit code, and the rows it got. */
async function killInTheMiddle(stack, headers) {
  const args = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const body = JSON.stringify({ query: `{ dispatchHistory { ${nodes} } }` });
  const child = spawn(
    "curl",
    ["-sS", `${stack.url}?format=csv`, ...args, "-H", "graph-export: all", "-d", body],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const ended = once(child, "exit");
  let [lines, error] = [0, ""];
  child.stderr.on("data", (chunk) => (error += chunk));
  let isKilled = false;
  for await (const chunk of child.stdout) {
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    if (isKilled || lines < rows / 4) continue;
    isKilled = true;
    process.kill(stack.pidOf("dispatch"), "SIGKILL");
  }
  const [code] = await ended;
  return { code, lines, error: error.trim() };
}

function report(measured, names, killed) {
  const of = (name, value) => measured.filter((each) => each.name === name).map(value);
  const times = Object.fromEntries(
    names.map((name) => [name, of(name, (each) => each.milliseconds)]),
  );
  const copied = median(times["psql \\copy"]);
  const queried = times["PostGraphile, one query"];
  const table = names.map((name) => {
    const { median: middle, least, most } = spread(times[name]);
    return [
      name,
      `${short(middle / 1_000)} (${short(least / 1_000)}–${short(most / 1_000)})`,
      Math.round((rows / middle) * 1_000),
      ratio(middle, copied),
      queried ? ratio(middle, median(queried)) : "–",
      short(median(of(name, ({ bytes }) => bytes)) / 1_000_000),
      name.startsWith("ours")
        ? Math.round(Math.max(...of(name, (each) => each.gatewayMegabytes)))
        : "–",
    ];
  });
  printTable(
    `${rows} rows with two references, of one list`,
    ["read by", "s", "rows/s", "× \\copy", "× PostGraphile", "MB", "gateway's most MB"],
    table,
  );
  const { code, lines, error } = killed;
  console.log(
    `\nSubgraph killed in the middle: curl ends with ${code} after ${lines} lines. ${error}`,
  );
  writeResults("exports", { rounds, rows, measured, killed });
}

if (spawnSync("psql", ["--version"]).error) throw new Error("Expected psql to be installed.");
