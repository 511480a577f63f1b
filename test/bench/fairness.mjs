// How long an officer waits, alone and beside callers who ask for the dearest statistics: 60 requests of the public at
// once from one address, and 60 of an analyst's. Each of them sends its next request as soon as it is permitted to.
// Start the graph with the usual budgets: BUDGETS='{}' npm start
// TOKEN is an officer's (npm run --silent token -- dispatch-officer), ANALYST_TOKEN an analyst's.
// PUBLIC and ANALYST say how many requests at once, DURATION how many seconds each part takes. With ADDRESSES=1000 the
// requests of the public are of so many addresses; the graph must then have been started with TRUSTED_PROXIES=127.0.0.1.
import { once } from "node:events";
import { setPriority } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";
const milliseconds = 1_000 * Number(process.env.DURATION ?? 30);
const addresses = Number(process.env.ADDRESSES ?? 1);
const crowds = {
  public: Number(process.env.PUBLIC ?? Math.max(60, addresses)),
  analyst: Number(process.env.ANALYST ?? 60),
};

const light = `{ dispatchFigures(first: 1) { nodes { id } } }`;
const page = `{ officials(first: 50) { totalCount nodes { personnelNumber name homeAgency { code } } } }`;

/** Statistics by two dimensions over all fiscal years there are, so often that the budget is nearly spent. */
const dearest = (times, groupBy) => {
  const fiscalYears = Array.from({ length: 13 }, (_unused, index) => 2012 + index);
  const statistics = `dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [${fiscalYears}], groupBy: [${groupBy}], limit: 50) { rows { fiscalYear { year } count { lower upper } } }`;
  return `{ ${Array.from({ length: times }, (_unused, index) => `a${index}: ${statistics}`).join(" ")} }`;
};
const asked = {
  public: dearest(8, ["ORGANIZATION_TYPE", "REGION"]),
  analyst: dearest(50, ["HOME_AGENCY", "ORGANIZATION_TYPE"]),
};

const bearer = (token) => ({ authorization: `Bearer ${token}`, "graph-purpose": "measurement" });

async function ask(query, headers) {
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  const { errors } = await response.json();
  return {
    milliseconds: performance.now() - start,
    retryAfter: Number(response.headers.get("retry-after") ?? 0),
    code: errors?.[0].extensions.code,
  };
}

/** An officer who asks for something, looks at it, and asks for more. */
async function work(until) {
  const seen = { light: [], page: [], failed: 0 };
  while (performance.now() < until) {
    for (const [name, query] of Object.entries({ light, page })) {
      const { milliseconds, code } = await ask(query, bearer(process.env.TOKEN));
      seen[name].push(milliseconds);
      if (code) seen.failed += 1;
      await delay(150);
    }
  }
  return seen;
}

/** One of a crowd: asks again as soon as it may, and notes how each request ended. */
async function press(name, number, until, ended) {
  const address = `198.18.${(number % addresses) >> 8}.${(number % addresses) & 255}`;
  const headers = name === "public" ? {} : bearer(process.env.ANALYST_TOKEN);
  while (performance.now() < until) {
    const { code = "answered", retryAfter } = await ask(asked[name], {
      "x-forwarded-for": address,
      ...headers,
    });
    ended[code] = (ended[code] ?? 0) + 1;
    await delay(Math.min(1_000 * retryAfter, Math.max(0, until - performance.now())));
  }
}

const at = (values, share) =>
  values.sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))];
const line = (times) =>
  `p50 ${at(times, 0.5).toFixed(0)} ms, p95 ${at(times, 0.95).toFixed(0)} ms, most ${at(times, 1).toFixed(0)} ms`;

/** Measures the officer beside crowds, which have a thread of their own: their work is no delay of the officer's. */
async function measure(title, names) {
  const crowd = new Worker(new URL(import.meta.url), { workerData: names });
  const ended = once(crowd, "message");
  const seen = await work(performance.now() + milliseconds);
  console.log(title);
  console.log(`  officer: ${seen.light.length + seen.page.length} requests, ${seen.failed} failed`);
  console.log(`    light: ${line(seen.light)}`);
  console.log(`    page:  ${line(seen.page)}`);
  for (const [name, counts] of Object.entries((await ended)[0])) console.log(`  ${name}:`, counts);
}

if (isMainThread) {
  // The first requests warm the caches and are not counted.
  await work(performance.now() + 3_000);
  await measure("alone", []);
  const from = addresses === 1 ? "one address" : `${addresses} addresses`;
  await measure(
    `beside ${crowds.public} requests at once of the public from ${from}, and ${crowds.analyst} of an analyst's`,
    ["public", "analyst"],
  );
} else {
  // The crowd has no machine of its own here: its thread takes what the others leave.
  if (process.platform === "linux") setPriority(19);
  const until = performance.now() + milliseconds;
  const ended = Object.fromEntries(workerData.map((name) => [name, {}]));
  await Promise.all(
    workerData.flatMap((name) =>
      Array.from({ length: crowds[name] }, (_unused, number) =>
        press(name, number, until, ended[name]),
      ),
    ),
  );
  parentPort.postMessage(ended);
}
