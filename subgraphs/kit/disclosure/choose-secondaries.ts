import { isWide } from "./audit";
import { type Arc, type Network } from "./network";
import { reinforce } from "./reinforce";
import { showAgain } from "./show-again";

/** How many audits may be spent on showing cells again. */
const EFFORT = 20_000;

/**
 * Suppresses candidates until every suppressed cell is wide. Returns false if that is impossible.
 *
 * For n cells suppressed in the end, an audit is at most `width` searches of O(n), each of which proves all cells it
 * goes through; a cell that is not wide takes a search of O(arcs + relations²) more.
 */
export function chooseSecondaries(network: Network, width: number): boolean {
  const hidden = network.arcs.filter((arc) => arc.isHidden);
  for (const arc of hidden) {
    while (!isWide(network, arc, width)) {
      const added = reinforce(network, arc, width, price);
      if (added.length === 0) return false;
      hidden.push(...added);
    }
  }
  showAgain(network, width, EFFORT);
  return true;
}

/** Few cells rather than many, and small ones rather than large: two of 3 cost as much as one of 31, or six zeros. */
function price({ value }: Arc): number {
  return 1 + Math.log2(value + 1);
}
