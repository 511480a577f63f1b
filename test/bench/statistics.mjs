// Compares statistics of a running graph with the same count as SQL written by hand, in turn in one run.
// GATEWAY_URL says where the graph is, DATABASE_URL where the dispatch database is. Fill it first:
// npm start -- --fresh --scale 1000000
import { performance } from "node:perf_hooks";
import { Client } from "pg";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";
const rounds = Number(process.env.ROUNDS ?? 15);
const years = Array.from({ length: 10 }, (_unused, index) => 2013 + index);
const headers = {
  "content-type": "application/json",
  // TOKEN=$(npm run --silent token -- dispatch-officer): who sees the records is shown exact numbers.
  ...(process.env.TOKEN && {
    authorization: `Bearer ${process.env.TOKEN}`,
    "graph-purpose": "measurement",
  }),
};
const query = `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [${years.join(", ")}], groupBy: [REGION, ORGANIZATION_TYPE]) {
  rows { fiscalYear { year } region { code } organizationType { code } count { value } } } }`;
const byHand = `SELECT y.day, d.region_code, d.organization_type_code, count(*)::integer AS n
FROM unnest($1::date[]) AS y(day)
JOIN dispatch d ON d.first_day <= y.day AND d.on_dispatch_until > y.day
GROUP BY 1, 2, 3`;

const database = new Client({ connectionString: process.env.DATABASE_URL });
await database.connect();

async function timed(work) {
  const start = performance.now();
  const rows = await work();
  return { milliseconds: performance.now() - start, rows };
}

const askGraph = async () => {
  const response = await fetch(url, { method: "POST", headers, body: JSON.stringify({ query }) });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data.dispatchStatistics.rows.length;
};
const askDatabase = async () =>
  (await database.query(byHand, [years.map((year) => `${year + 1}-03-31`)])).rows.length;

const times = { graph: [], hand: [] };
for (let round = 0; round < rounds; round += 1) {
  const [graph, hand] = [await timed(askGraph), await timed(askDatabase)];
  if (graph.rows !== hand.rows) console.log(`rows differ: ${graph.rows} and ${hand.rows}`);
  times.graph.push(graph.milliseconds);
  times.hand.push(hand.milliseconds);
}
await database.end();

// The first rounds warm the caches and are not counted.
const median = (values) => values.slice(2).sort((a, b) => a - b)[Math.floor((rounds - 2) / 2)];
const [graph, hand] = [median(times.graph), median(times.hand)];
console.log(
  `two-dimensional stock of ten fiscal years: ${graph.toFixed(0)} ms through the graph, ${hand.toFixed(0)} ms by hand, ratio ${(graph / hand).toFixed(2)}`,
);
