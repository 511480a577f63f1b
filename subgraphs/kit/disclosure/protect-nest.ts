import { type Child, childrenOf, type CountedNest } from "./counted-nest";
import { type DisclosureRule } from "./disclosure-rule";
import { type Crossing, crossingsOf } from "./grid";
import { keptBlocks } from "./kept-blocks";
import { blocksOf } from "./nest-block";
import { sum } from "./overlap";
import { protectLine } from "./protect-line";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedNest } from "./released-nest";

/**
 * What may be released of fine groups within coarse ones. The parents are what {@link protectLine} makes of them,
 * whatever their children are.
 *
 * @throws RangeError if a cell has no parent or no child, a child no cell, or a child fewer persons than one of its
 * cells.
 */
export function protectNest(nest: CountedNest, rule: DisclosureRule): ReleasedNest {
  const parents = protectLine({ total: nest.total, cells: nest.parents }, rule);
  const crossings = crossingsOf(nest);
  const children = childrenOf(nest, crossings);
  const blocks = parents.withheld ? [] : blocksOf(nest, crossings, parents, rule);
  const kept = keptBlocks(blocks, children, nest.total.count);
  const cells = new Map(kept.flatMap(({ released }) => [...(released ?? [])]));
  const released = releasedChildren(children, cells);
  return {
    total: parents.total,
    parents: parents.cells,
    parentsWithheld: parents.withheld,
    children: released,
    cells: byParent(cells),
    withheld: parents.withheld || kept.length < blocks.length,
  };
}

type ReleasedParts = ReadonlyMap<Crossing, ReleasedCell>;

function releasedChildren(
  children: readonly Child[],
  cells: ReleasedParts,
): Map<string, ReleasedCell> {
  const listed = children.filter(({ parts }) => parts.some((part) => cells.has(part)));
  return new Map(listed.map((child) => [child.key, releasedChild(child, cells)]));
}

/** Shown if all its cells are; otherwise as uncertain as these are together. */
function releasedChild({ cell, parts }: Child, cells: ReleasedParts): ReleasedCell {
  const released = parts.flatMap((part) => cells.get(part) ?? []);
  if (released.every(({ suppressed }) => !suppressed)) return shownCell(cell.count);
  const isSum = sum(parts.map((part) => part.cell.count)) === cell.count;
  return suppressedCell(
    isSum ? sum(released.map(({ lower }) => lower ?? 1)) : 1,
    isSum ? sum(released.map(({ upper }) => upper ?? Infinity)) : Infinity,
  );
}

function byParent(cells: ReleasedParts): ReleasedNest["cells"] {
  const rows = new Map<string, Map<string, ReleasedCell>>();
  const sorted = [...cells].sort(([a], [b]) => (a.row < b.row ? -1 : a.row > b.row ? 1 : 0));
  for (const [{ row, column }, cell] of sorted) {
    rows.set(row, (rows.get(row) ?? new Map<string, ReleasedCell>()).set(column, cell));
  }
  return rows;
}
