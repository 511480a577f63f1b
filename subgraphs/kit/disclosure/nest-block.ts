import { type CountedNest } from "./counted-nest";
import { type DisclosureRule } from "./disclosure-rule";
import { type Crossing, type Grid, type Group, groupOf, groupsOf } from "./grid";
import { hiddenCrossings } from "./hidden-crossings";
import { innerBounds } from "./inner-bounds";
import { sum } from "./overlap";
import { protectLine } from "./protect-line";
import { type ReleasedCell, shownCell, suppressedCell } from "./released-cell";
import { type ReleasedLine } from "./released-table";

/** The one column of a table of fine groups. */
const ALL = "";

/** Cells of a nest that are decided together, and what may be released of them; null if nothing may. */
export interface Block {
  readonly crossings: readonly Crossing[];
  readonly released: ReadonlyMap<Crossing, ReleasedCell> | null;
}

/**
 * The cells of a nest whose parents are decided: those of each parent that is shown are a line by themselves, and those
 * of all others are decided together.
 */
export function blocksOf(
  nest: CountedNest,
  all: readonly Crossing[],
  parents: ReleasedLine,
  rule: DisclosureRule,
): Block[] {
  const groups = groupsOf(nest.parents, parents, all, ({ row }) => row);
  const shown = groups.filter(({ released }) => !released.suppressed);
  const others = groups.filter(({ released }) => released.suppressed);
  const crossings = others.flatMap((group) => group.crossings);
  return [
    ...shown.map((group) => lineBlock(nest, group, rule)),
    { crossings, released: releasedOthers(nest, parents, crossings, rule) },
  ];
}

function lineBlock(nest: CountedNest, { key, crossings }: Group, rule: DisclosureRule): Block {
  const total = nest.parents.get(key) ?? { count: 0, persons: 0 };
  const cells = new Map(crossings.map(({ column, cell }) => [column, cell]));
  const line = protectLine({ total, cells }, rule);
  const released = crossings.map(
    (crossing) => [crossing, line.cells.get(crossing.column) ?? shownCell(0)] as const,
  );
  return { crossings, released: line.withheld ? null : new Map(released) };
}

/** Protects the cells of suppressed parents, and the parents against what is shown of their cells. */
function releasedOthers(
  nest: CountedNest,
  parents: ReleasedLine,
  crossings: readonly Crossing[],
  rule: DisclosureRule,
): Block["released"] {
  // What the cells of one child sum to would have to be protected as well.
  if (new Set(crossings.map(({ column }) => column)).size < crossings.length) return null;
  const grid = oneColumn(nest, parents, crossings);
  const hidden = hiddenCrossings(grid, nest.total, rule);
  if (!hidden) return null;
  const bounds = innerBounds(isAdditive(grid, nest) ? grid : { ...grid, columns: [] }, hidden);
  return new Map(
    crossings.map((crossing, i) => {
      const cell = grid.crossings[i] ?? crossing;
      const { lower, upper } = bounds.get(cell) ?? { lower: 1, upper: Infinity };
      return [crossing, hidden.has(cell) ? suppressedCell(lower, upper) : shownCell(lower)];
    }),
  );
}

/** Some cells of a nest as a table of one column, as all that is known of them across parents is their sum. */
function oneColumn(nest: CountedNest, parents: ReleasedLine, crossings: readonly Crossing[]): Grid {
  const cells = crossings.map((crossing) => ({ ...crossing, column: ALL }));
  const all = sum(cells.map(({ cell }) => cell.count));
  const shown = [...nest.parents].filter(([key]) => parents.cells.get(key)?.suppressed === false);
  const persons = nest.total.persons - sum(shown.map(([, cell]) => cell.persons));
  return {
    floor: 1,
    rows: groupsOf(nest.parents, parents, cells, ({ row }) => row),
    columns: [groupOf(ALL, { count: all, persons }, shownCell(all), cells)],
    crossings: cells,
  };
}

/** Whether the sum of the column follows from the total and the parents that are shown. */
function isAdditive({ rows }: Grid, { total }: CountedNest): boolean {
  const hidden = rows.filter(({ released }) => released.suppressed);
  return (
    sum(rows.map(({ count }) => count)) === total.count &&
    hidden.every(({ count, crossings }) => sum(crossings.map((c) => c.cell.count)) === count)
  );
}
