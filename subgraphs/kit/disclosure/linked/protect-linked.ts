import { type Highs } from "highs";
import { type DisclosureRule } from "../disclosure-rule";
import { sum } from "../overlap";
import { directionOf } from "./direction-of";
import { type LinkedBlock, type Shift } from "./linked-block";
import { blocksOf } from "./linked-blocks";
import { CellState, isUnknown, type LinkedSystem, type Relation } from "./linked-system";

/** What protecting a system came to. */
export interface LinkedProtection {
  /** The hidden cells that nothing open protects. */
  readonly unprotected: readonly number[];
  /** How many linear programmes were solved. */
  readonly programmes: number;
}

/**
 * Hides as few open cells as it finds to, so that of every hidden cell the least and the greatest value that it can
 * have, by all relations together, are at least `width` apart, and that what is hidden of a sum is about nobody or about
 * `threshold` persons. It is proven by two whole states of the tables that look the same: exact, and valid against
 * anybody who knows the relations.
 *
 * @param settled - the blocks that are protected as they are: kept from call to call while a system grows
 * @param goOn - called before each cell that is looked at; where it throws, nothing more is hidden
 */
export function protectLinked(
  system: LinkedSystem,
  rule: DisclosureRule,
  highs: Highs,
  settled = new Set<string>(),
  goOn: () => void = () => undefined,
): LinkedProtection {
  const proofs = new Proofs();
  const unprotected = new Set<number>();
  let programmes = 0;
  let sums: SmallSums;
  do {
    unprotected.clear();
    for (const block of blocksOf(system, highs)) {
      if (settled.has(block.name)) continue;
      try {
        const failed = protectBlock(block, system, rule, proofs, goOn);
        for (const cell of failed) unprotected.add(cell);
        programmes += block.solved;
        if (failed.length === 0) settled.add(block.name);
      } finally {
        block.dispose();
      }
    }
    sums = hideMoreOfSums(system, rule);
    for (const cell of sums.unprotected) unprotected.add(cell);
  } while (sums.isMore);
  return { unprotected: [...unprotected], programmes };
}

/** How far hidden cells are proven to be uncertain. */
class Proofs {
  private readonly most = new Map<number, number>();
  private readonly least = new Map<number, number>();

  add(shift: Shift): void {
    for (const [cell, by] of shift) {
      this.most.set(cell, Math.max(by, this.most.get(cell) ?? 0));
      this.least.set(cell, Math.min(by, this.least.get(cell) ?? 0));
    }
  }

  /** How far apart two values of a cell are that it is proven to may have. */
  spread(cell: number): number {
    return (this.most.get(cell) ?? 0) - (this.least.get(cell) ?? 0);
  }
}

function protectBlock(
  block: LinkedBlock,
  system: LinkedSystem,
  { width }: DisclosureRule,
  proofs: Proofs,
  goOn: () => void,
): number[] {
  const unprotected: number[] = [];
  const isHidden = (cell: number) => system.cell(cell).state === CellState.HIDDEN;
  const queue = block.cells
    .filter(isHidden)
    .sort((one, other) => system.cell(one).count - system.cell(other).count);
  proveMany(block, queue, width, proofs);
  for (const cell of queue) {
    goOn();
    if (proofs.spread(cell) >= width) continue;
    const shifts = shiftsOf(block, cell, width);
    if (!shifts) {
      unprotected.push(cell);
      continue;
    }
    for (const shift of shifts) {
      const more = [...shift.keys()].filter((each) => system.cell(each).state === CellState.OPEN);
      block.hide(more);
      // A loop over an array sees what is added to it.
      queue.push(...more);
      proofs.add(shift);
    }
  }
  return unprotected;
}

/** Proves what needs no more hidden, many cells at a time, as long as that is worth it. */
function proveMany(
  block: LinkedBlock,
  hidden: readonly number[],
  width: number,
  proofs: Proofs,
): void {
  let open = hidden.filter((cell) => proofs.spread(cell) < width);
  for (let round = 0, poor = 0; open.length > fewCells && poor < 4; round += 1) {
    const wanted = new Map(open.map((cell, index) => [cell, directionOf(index, round)] as const));
    proofs.add(block.shiftMany(wanted, width));
    const left = open.filter((cell) => proofs.spread(cell) < width);
    if (open.length - left.length < fewCells) poor += 1;
    open = left;
  }
}

/** So few cells are proven one by one as quickly. */
const fewCells = 8;

/** Shifts that show two values of a cell `width` apart: one more if possible, one less, or both. */
export function shiftsOf(block: LinkedBlock, cell: number, width: number): Shift[] | null {
  const more = block.shift(cell, width);
  if (more) return [more];
  const less = block.shift(cell, -width);
  if (less) return [less];
  for (let up = width - 1; up > 0; up -= 1) {
    const some = block.shift(cell, up);
    if (!some) continue;
    const rest = block.shift(cell, up - width);
    return rest && [some, rest];
  }
  return null;
}

/** Sums whose hidden cells are together about too few persons. */
interface SmallSums {
  /** Whether more of any was hidden. */
  readonly isMore: boolean;
  /** The hidden cells of those of which no more can be. */
  readonly unprotected: readonly number[];
}

/** Hides one more cell of each sum whose hidden cells are together about too few persons. */
function hideMoreOfSums(system: LinkedSystem, { threshold }: DisclosureRule): SmallSums {
  let isMore = false;
  const unprotected: number[] = [];
  for (const { whole, terms } of system.relations) {
    if (whole === null || isUnknown(system.cell(whole))) continue;
    const parts = partsOf({ whole, terms });
    const persons = hiddenPersons(system, whole, parts);
    if (persons === 0 || persons >= threshold) continue;
    const [smallest] = [...parts, whole]
      .map((part) => system.cell(part))
      .filter(({ state, persons: own }) => state === CellState.OPEN && own > 0)
      .sort((one, other) => one.weight - other.weight || one.count - other.count);
    if (smallest) {
      smallest.state = CellState.HIDDEN;
      isMore = true;
    } else {
      unprotected.push(...parts.filter((part) => isUnknown(system.cell(part))));
    }
  }
  return { isMore, unprotected };
}

/** The fewest persons that the hidden parts of a shown whole can be about. */
export function hiddenPersons(
  system: LinkedSystem,
  whole: number,
  parts: readonly number[],
): number {
  const cells = parts.map((part) => system.cell(part));
  const hidden = cells.filter(isUnknown).map(({ persons }) => persons);
  const shown = sum(cells.filter((cell) => !isUnknown(cell)).map(({ persons }) => persons));
  if (hidden.length === 0) return 0;
  return Math.min(sum(hidden), Math.max(...hidden, system.cell(whole).persons - shown));
}

/** The parts of a relation that is a sum. */
export function partsOf({ whole, terms }: Relation): number[] {
  return terms.flatMap(([cell]) => (cell === whole ? [] : [cell]));
}
