// Walks a list of a running graph page by page and compares pages at its front with pages in its depth.
// GATEWAY_URL says where it is. Fill it first: npm start -- --fresh --scale 1000000
import { performance } from "node:perf_hooks";

const url = process.env.GATEWAY_URL ?? "http://127.0.0.1:4000/graphql";
// TOKEN=$(npm run --silent token -- dispatch-officer), for what is not public.
const headers = {
  "content-type": "application/json",
  ...(process.env.TOKEN && {
    authorization: `Bearer ${process.env.TOKEN}`,
    "graph-purpose": "measurement",
  }),
};
const pages = Number(process.env.PAGES ?? 10_000);
const window = Math.min(200, Math.floor(pages / 4));

const lists = {
  "all dispatches": (after) => `dispatchHistory(first: 50, after: ${after}) { ...Page }`,
  "on dispatch on a day": (after) =>
    `dispatches(asOf: "2014-03-31", first: 50, after: ${after}) { ...Page }`,
};
const fragment = `fragment Page on DispatchConnection {
  nodes { startedOn organization { name } official { name } } pageInfo { hasNextPage endCursor } }`;

async function read(list, cursor) {
  const query = `{ page: ${list(JSON.stringify(cursor))} } ${fragment}`;
  const start = performance.now();
  const response = await fetch(url, {
    method: "POST",
    headers,
    body: JSON.stringify({ query }),
  });
  const { data, errors } = await response.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return { milliseconds: performance.now() - start, ...data.page.pageInfo };
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

for (const [name, list] of Object.entries(lists)) {
  const times = [];
  let cursor = null;
  for (let page = 1; page <= pages; page += 1) {
    const { milliseconds, hasNextPage, endCursor } = await read(list, cursor);
    times.push(milliseconds);
    cursor = endCursor;
    if (!hasNextPage) break;
  }
  // The first pages warm the programs up and are not counted.
  const front = median(times.slice(window, 2 * window));
  const depth = median(times.slice(-window));
  console.log(
    `${name}: ${times.length} pages of 50; median ${front.toFixed(1)} ms at the front, ${depth.toFixed(1)} ms at the end, ratio ${(depth / front).toFixed(2)}`,
  );
}
