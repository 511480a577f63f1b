import { type Arc, type Network, otherEnd, type Relation, residual, wayBack } from "./network";

/**
 * Sends as much as possible, but no more than `limit`, from `source` to `target` through suppressed cells other than
 * `except`, and leaves it in `flow` of the arcs. Shortest augmenting paths (Edmonds and Karp 1972): each is found in
 * O(arcs), and since flows are whole numbers at most `limit` are needed.
 *
 * @returns how much was sent, and the arcs it may have changed.
 */
export function sendFlow(
  network: Network,
  source: Relation,
  target: Relation,
  limit: number,
  except: Arc,
): { sent: number; touched: ReadonlySet<Arc> } {
  const touched = new Set<Arc>();
  let sent = 0;
  while (sent < limit && reach(network, source, target, except)) {
    const way = wayBack(source, target);
    const amount = Math.min(limit - sent, narrowest(way, target));
    let end = target;
    for (const arc of way) {
      arc.flow += arc.to === end ? amount : -amount;
      touched.add(arc);
      end = otherEnd(arc, end);
    }
    sent += amount;
  }
  return { sent, touched };
}

/** Breadth first; leaves the way in `reachedBy`. */
function reach(network: Network, source: Relation, target: Relation, except: Arc): boolean {
  for (const relation of network.relations) {
    relation.reachedBy = null;
    relation.exit = null;
  }
  for (const arc of target.hidden) {
    const end = otherEnd(arc, target);
    if (arc !== except && residual(arc, end) > 0) end.exit = arc;
  }
  const queue = [source];
  for (const end of queue) {
    if (end.exit) {
      target.reachedBy = end.exit;
      return true;
    }
    for (const arc of end.hidden) {
      if (arc === except || residual(arc, end) <= 0) continue;
      const next = otherEnd(arc, end);
      if (next === source || next.reachedBy) continue;
      next.reachedBy = arc;
      if (next.exit) {
        target.reachedBy = next.exit;
        return true;
      }
      queue.push(next);
    }
  }
  return false;
}

function narrowest(way: readonly Arc[], target: Relation): number {
  let amount = Infinity;
  let end = target;
  for (const arc of way) {
    end = otherEnd(arc, end);
    amount = Math.min(amount, residual(arc, end));
  }
  return amount;
}
