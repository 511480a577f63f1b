/**
 * The way back from one node of a graph to another, both included, as short as there is one; `undefined` without one.
 * `edges` is node → nodes.
 */
export function shortestPath(edges, from, to) {
  const cameFrom = new Map([[from, undefined]]);
  for (const node of cameFrom.keys()) {
    if (node === to) return unwound(cameFrom, to);
    for (const next of edges.get(node) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, node);
  }
  return undefined;
}

function unwound(cameFrom, last) {
  const nodes = [];
  for (let node = last; node !== undefined; node = cameFrom.get(node)) nodes.unshift(node);
  return nodes;
}

/** Which nodes lie on a cycle together: node → a number that is the same for all of them. Others have one of their own. */
export function cycleNumbers(edges) {
  const numbers = new Map();
  const order = new Map();
  const lowest = new Map();
  const open = [];
  const visit = (node) => {
    order.set(node, order.size);
    lowest.set(node, order.get(node));
    open.push(node);
    for (const next of edges.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (!numbers.has(next)) lowest.set(node, Math.min(lowest.get(node), lowest.get(next)));
    }
    if (lowest.get(node) !== order.get(node)) return;
    for (const done of open.splice(open.indexOf(node))) numbers.set(done, order.get(node));
  };
  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return numbers;
}
