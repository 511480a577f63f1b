import { rowsBy } from "../rows-by";
import { type CountedCell, nonzeroCells } from "./counted-cell";
import { type CountedTable } from "./counted-table";
import { type Crossing } from "./grid";

/**
 * A line of fine groups within coarse ones, as of countries within regions. Absent keys are zero. Each margin sums as
 * that of a {@link CountedTable} does.
 */
export interface CountedNest {
  readonly total: CountedCell;
  readonly parents: ReadonlyMap<string, CountedCell>;
  readonly children: ReadonlyMap<string, CountedCell>;
  /** Parent → child → cell. A child is usually within one parent, but may be in several. */
  readonly cells: CountedTable["cells"];
}

/** A child that is not zero, and its cells. */
export interface Child {
  readonly key: string;
  readonly cell: CountedCell;
  readonly parts: readonly Crossing[];
}

/**
 * The children that are not zero, with all cells that are not, in the order of keys.
 *
 * @throws RangeError if a cell is of no child, a child has no cell, or is about fewer persons than one of its cells.
 */
export function childrenOf(
  nest: Pick<CountedNest, "children">,
  crossings: readonly Crossing[],
): Child[] {
  const parts = rowsBy(crossings, ({ column }) => column);
  const children = nonzeroCells(nest.children).map(([key, cell]) => {
    return { key, cell, parts: parts.get(key) ?? [] };
  });
  const isWhole = ({ cell, parts: cells }: Child): boolean =>
    cells.length > 0 && cells.every((part) => part.cell.persons <= cell.persons);
  if (children.length !== parts.size || !children.every(isWhole)) {
    throw new RangeError("Expected a child of every cell, and no fewer persons than in its cells.");
  }
  return children;
}
