// Asks one request after the other on each of a number of connections, and says how that went.
import { performance } from "node:perf_hooks";
import { Pool } from "undici";
import { percentile } from "./numbers.mjs";

/**
 * Sends requests in turn, each of `{ headers, body }`, to a GraphQL endpoint on every connection until `count` are sent or
 * `seconds` are over. An answer with errors, or with another status than 200, counts as failed.
 *
 * @returns how many were answered and failed, the first failure, requests a second, and milliseconds of an answer
 */
export async function load(url, requests, { connections, count = Infinity, seconds = Infinity }) {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections, pipelining: 1, headersTimeout: 60_000 });
  const start = performance.now();
  const times = [];
  let [sent, failed, failure] = [0, 0, undefined];

  const ask = async () => {
    while (sent < count && performance.now() - start < seconds * 1_000) {
      const { headers, body } = requests[sent++ % requests.length];
      const asked = performance.now();
      const problem = await problemOf(pool, { method: "POST", path, headers, body });
      times.push(performance.now() - asked);
      if (problem === undefined) continue;
      failed += 1;
      failure ??= problem;
    }
  };
  await Promise.all(Array.from({ length: connections }, ask));
  const milliseconds = performance.now() - start;
  await pool.close();
  return {
    answered: times.length,
    failed,
    failure,
    perSecond: (times.length / milliseconds) * 1_000,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
  };
}

/** Sends a request, and says what is wrong with the answer, if anything is. */
export async function problemOf(pool, request) {
  try {
    const { statusCode, body } = await pool.request(request);
    const text = await body.text();
    if (statusCode === 200 && !text.includes('"errors"')) return undefined;
    return `${statusCode} ${text.slice(0, 500)}`;
  } catch (error) {
    return String(error);
  }
}

/** Requests for a query with each of its sets of variables. */
export function requestsFor({ query, variables }, headers = {}) {
  return variables.map((each) => ({
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify({ query, variables: each }),
  }));
}
