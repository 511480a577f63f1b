import { isWide } from "./audit";
import { type Arc, hide, type Network, show } from "./network";

/**
 * Shows cells again that need not be suppressed after all, the largest first: those without which every suppressed cell
 * is still wide. Only cells whose proof needed the cell are audited again, and no more than `effort` in all.
 */
export function showAgain(network: Network, width: number, effort: number): void {
  const candidates = network.arcs.filter((arc) => arc.isCandidate && arc.isHidden);
  let left = effort;
  for (const arc of candidates.toSorted((a, b) => b.value - a.value)) {
    if (left <= 0) return;
    left -= tryToShow(network, arc, width);
  }
}

/** Shows one cell if all stay wide without it. Returns how many cells were audited. */
function tryToShow(network: Network, shown: Arc, width: number): number {
  show(shown);
  const proofs = network.arcs
    .filter((arc) => arc.isHidden && [arc.rise, arc.fall].some((proof) => proof?.has(shown)))
    .map((arc) => ({ arc, rise: arc.rise, fall: arc.fall }));
  for (const { arc } of proofs) {
    if (arc.rise?.has(shown)) arc.rise = null;
    if (arc.fall?.has(shown)) arc.fall = null;
  }
  if (proofs.every(({ arc }) => isWide(network, arc, width))) {
    shown.rise = null;
    shown.fall = null;
  } else {
    hide(shown);
    for (const { arc, rise, fall } of proofs) Object.assign(arc, { rise, fall });
  }
  return proofs.length;
}
