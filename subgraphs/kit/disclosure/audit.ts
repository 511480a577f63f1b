import { sendFlow } from "./max-flow";
import { type Arc, type Circulation, type Network } from "./network";

/**
 * True if the least and the greatest possible value of a suppressed cell, given everything that is shown, are at least
 * `width` apart. Exact: both are maximum flows (Gusfield 1988), and every circulation found on the way is kept as proof
 * for all cells it goes through.
 */
export function isWide(network: Network, arc: Arc, width: number): boolean {
  if (provenSpread(arc) >= width) return true;
  const upLimit = Math.min(width, arc.up);
  if (change(arc.rise, arc) < upLimit) prove(network, arc, upLimit, 1);
  const downLimit = Math.min(width - change(arc.rise, arc), arc.down);
  if (change(arc.fall, arc) < downLimit) prove(network, arc, downLimit, -1);
  return provenSpread(arc) >= width;
}

/** How far apart values are that a cell is proven to may have. */
export function provenSpread(arc: Arc): number {
  return change(arc.rise, arc) + change(arc.fall, arc);
}

/** By how much a circulation changes a cell. */
export function change(circulation: Circulation | null, arc: Arc): number {
  return Math.abs(circulation?.get(arc) ?? 0);
}

/** Finds the circulation that changes the cell most in one direction, up to `limit`. */
function prove(network: Network, arc: Arc, limit: number, sign: 1 | -1): void {
  const [source, target] = sign > 0 ? [arc.to, arc.from] : [arc.from, arc.to];
  const { sent, touched } = sendFlow(network, source, target, limit, arc);
  const circulation = new Map<Arc, number>();
  if (sent > 0) circulation.set(arc, sign * sent);
  for (const changed of touched) {
    if (changed.flow !== 0) circulation.set(changed, changed.flow);
    changed.flow = 0;
  }
  for (const [changed, amount] of circulation) {
    if (amount > change(changed.rise, changed)) changed.rise = circulation;
    if (-amount > change(changed.fall, changed)) changed.fall = circulation;
  }
}
