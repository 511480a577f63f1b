import { change } from "./audit";
import { cheapestPath, type Path } from "./cheapest-path";
import { sendFlow } from "./max-flow";
import { type Arc, hide, type Network } from "./network";

interface Option extends Path {
  readonly capacity: number;
}

/**
 * Suppresses the cheapest cells that let an audited cell vary further than it does: a shortest-paths heuristic (Kelly,
 * Golden and Assad 1992; Castro 2007).
 *
 * @returns the cells, or none if nothing helps.
 */
export function reinforce(
  network: Network,
  arc: Arc,
  width: number,
  price: (arc: Arc) => number,
): Arc[] {
  const missing = width - change(arc.rise, arc) - change(arc.fall, arc);
  const more = option(network, arc, 1, missing, price);
  const less = option(network, arc, -1, missing, price);
  const best = better(more, less);
  const added = (best?.arcs ?? []).filter((cell) => !cell.isHidden);
  for (const cell of added) hide(cell);
  return added;
}

/** The cheapest way to let the cell vary further in one direction: by all that is missing, or else by as much as can be. */
function option(
  network: Network,
  arc: Arc,
  sign: 1 | -1,
  missing: number,
  price: (arc: Arc) => number,
): Option | null {
  const [source, target] = sign > 0 ? [arc.to, arc.from] : [arc.from, arc.to];
  const proven = change(sign > 0 ? arc.rise : arc.fall, arc);
  const room = (sign > 0 ? arc.up : arc.down) - proven;
  const { touched } = sendFlow(network, source, target, proven, arc);
  let found: Option | null = null;
  for (
    let capacity = Math.min(missing, room);
    capacity >= 1 && !found;
    capacity = Math.floor(capacity / 2)
  ) {
    const path = cheapestPath(network, source, target, capacity, arc, price);
    if (path) found = { ...path, capacity };
  }
  for (const changed of touched) changed.flow = 0;
  return found;
}

function better(a: Option | null, b: Option | null): Option | null {
  if (!a || !b) return a ?? b;
  if (a.capacity !== b.capacity) return a.capacity > b.capacity ? a : b;
  return a.price <= b.price ? a : b;
}
