import { type Crossing, type Grid, type Group } from "./grid";
import { sum } from "./overlap";

const PASSES = 10;

interface Bounds {
  lower: number;
  upper: number;
}

/**
 * Bounds of the inner cells that follow from what is shown, found by narrowing them along rows and columns in turn (the
 * shuttle algorithm of Buzzigoli and Giusti 1999). True, and not always the narrowest. O(cells) a pass.
 */
export function innerBounds(
  table: Grid,
  hidden: ReadonlySet<Crossing>,
): ReadonlyMap<Crossing, Readonly<Bounds>> {
  const bounds = new Map(
    table.crossings.map((crossing) => {
      const { count } = crossing.cell;
      const unknown = hidden.has(crossing);
      return [
        crossing,
        { lower: unknown ? table.floor : count, upper: unknown ? Infinity : count },
      ];
    }),
  );
  const lines = [...table.rows, ...table.columns].map((group) => ({
    group,
    cells: group.crossings.flatMap((crossing) => bounds.get(crossing) ?? []),
  }));
  for (let pass = 0, isNarrower = true; pass < PASSES && isNarrower; pass += 1) {
    isNarrower = false;
    for (const { group, cells } of lines) isNarrower = narrow(group, cells) || isNarrower;
  }
  return bounds;
}

/** Narrows the bounds of one row or column. Returns whether any changed. */
function narrow(group: Group, cells: readonly Bounds[]): boolean {
  const { lower, upper } = group.released;
  const parts = sum(group.crossings.map(({ cell }) => cell.count));
  const most = (parts <= group.count ? upper : null) ?? Infinity;
  const least = (parts >= group.count ? lower : null) ?? 0;
  const leastSum = sum(cells.map((cell) => cell.lower));
  let isNarrower = false;
  for (const cell of cells) {
    const bound = Math.min(group.ceiling, most - (leastSum - cell.lower));
    if (bound < cell.upper) [cell.upper, isNarrower] = [bound, true];
  }
  const greatestSum = sum(cells.map((cell) => cell.upper));
  if (greatestSum === Infinity) return isNarrower;
  for (const cell of cells) {
    const bound = least - (greatestSum - cell.upper);
    if (bound > cell.lower) [cell.lower, isNarrower] = [bound, true];
  }
  return isNarrower;
}
