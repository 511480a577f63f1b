import { type Child } from "./counted-nest";
import { type Block } from "./nest-block";
import { isOverlapping } from "./overlap";

/**
 * The blocks that may be released together. A child that is listed in one block and withheld in another would disclose
 * that it is there too, so blocks that share a child with a withheld one are withheld. And how much the cells of a
 * child overlap bounds them from below, so such cells are released only if they are shown.
 */
export function keptBlocks(
  blocks: readonly Block[],
  children: readonly Child[],
  total: number,
): readonly Block[] {
  const bounded = boundedChildren(children, total);
  const lost = new Set<string>();
  let kept = blocks;
  for (let before = -1; before < lost.size;) {
    before = lost.size;
    kept = blocks.filter((block) => {
      const isKept = isSafe(block, bounded) && block.crossings.every((c) => !lost.has(c.column));
      if (!isKept) for (const { column } of block.crossings) lost.add(column);
      return isKept;
    });
  }
  return kept;
}

function isSafe({ released }: Block, bounded: ReadonlySet<string>): boolean {
  const isHiddenAndBounded = ([{ column }, cell]: [{ column: string }, { suppressed: boolean }]) =>
    cell.suppressed && bounded.has(column);
  return released !== null && ![...released].some(isHiddenAndBounded);
}

/** Children in several blocks about which more is known than the sum of their cells. */
function boundedChildren(children: readonly Child[], total: number): ReadonlySet<string> {
  const counts = children.map(({ cell }) => cell.count);
  const overlapping = children.filter(
    ({ cell, parts }) =>
      isOverlapping(
        cell.count,
        parts.map((part) => part.cell.count),
      ) ||
      (parts.length > 1 && isOverlapping(total, counts)),
  );
  return new Set(overlapping.map(({ key }) => key));
}
