import { type Arc, type Network, otherEnd, type Relation, residual, wayBack } from "./network";

/** A way through cells that are suppressed or could be, and the sum of their prices. */
export interface Path {
  readonly arcs: readonly Arc[];
  readonly price: number;
}

/**
 * The cheapest way from `source` to `target`, not through `except`, by which `capacity` can be sent. What is suppressed
 * already costs nothing. Dijkstra's algorithm; O(arcs + relations²).
 */
export function cheapestPath(
  network: Network,
  source: Relation,
  target: Relation,
  capacity: number,
  except: Arc,
  price: (arc: Arc) => number,
): Path | null {
  for (const relation of network.relations) {
    relation.reachedBy = null;
    relation.price = relation === source ? 0 : Infinity;
    relation.isSettled = false;
  }
  for (let end = nearest(network); end && end !== target; end = nearest(network)) {
    end.isSettled = true;
    for (const arc of end.arcs) {
      if (arc === except || !(arc.isHidden || arc.isCandidate)) continue;
      const next = otherEnd(arc, end);
      const total = end.price + (arc.isHidden ? 0 : price(arc));
      if (next.isSettled || total >= next.price || residual(arc, end) < capacity) continue;
      next.price = total;
      next.reachedBy = arc;
    }
  }
  if (target.price === Infinity) return null;
  return { arcs: wayBack(source, target), price: target.price };
}

function nearest(network: Network): Relation | null {
  let best: Relation | null = null;
  for (const relation of network.relations) {
    if (!relation.isSettled && relation.price < (best?.price ?? Infinity)) best = relation;
  }
  return best;
}
