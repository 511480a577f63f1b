// Walks the list of dispatches: to cursors that lie deep in it, and to its end.
import { ask } from "./answers.mjs";
import { requestsFor } from "./load.mjs";

/** Cursors of `count` neighbouring dispatches, that many rows behind the first. */
export async function cursorsBehind(rows, { url, headers, count, query }) {
  const page = async (first, after) => {
    const [request] = requestsFor({ query, variables: [{ first, after }] }, headers);
    return (await ask(url, request)).dispatchHistory;
  };
  let after = null;
  for (let left = rows; left > 0; left -= 500) {
    after = (await page(Math.min(left, 500), after)).pageInfo.endCursor;
  }
  return (await page(count, after)).edges.map(({ cursor }) => cursor);
}

/** Reads the list in pages of 500, one after the other: how many rows there were, and the milliseconds it took. */
export async function readAll({ url, headers, query }) {
  const start = performance.now();
  let rows = 0;
  let after = null;
  do {
    const [request] = requestsFor({ query, variables: [{ first: 500, after }] }, headers);
    const { nodes, pageInfo } = (await ask(url, request)).dispatchHistory;
    rows += nodes.length;
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return { rows, milliseconds: performance.now() - start };
}
