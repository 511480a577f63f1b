import { type DisclosureRule, isPrimary } from "./disclosure-rule";
import { type Crossing, type Grid, type Group } from "./grid";
import { type Arc, connect, type Network, relation, type Relation } from "./network";
import { overlapCeiling } from "./overlap";

/** The network of a grid, and which arc stands for which inner cell. */
export interface GridNetwork extends Network {
  readonly inner: ReadonlyMap<Crossing, Arc>;
}

/**
 * The network of a grid whose total is shown: from the sum of rows to a row, to a column, to the sum of columns. What
 * is shown at an outer level has no arc, and what is suppressed there has one that is.
 *
 * If groups overlap, sums exceed margins. The relations are then those of an intruder who knows by how much, and that
 * no cell exceeds its margin. Anybody who knows less is less certain.
 *
 * @param forced - cells to suppress besides the primary ones
 */
export function gridNetwork(
  grid: Grid,
  total: number,
  rule: DisclosureRule,
  forced: ReadonlySet<Crossing> = new Set(),
): GridNetwork {
  const [rowSum, columnSum] = [relation(), relation()];
  const rows = grid.rows.map((group) => groupNode(group, rule));
  const columns = grid.columns.map((group) => groupNode(group, rule));
  const margins = [
    ...marginArcs(rows, total, rule, (row) => ({ from: rowSum, to: row })),
    ...marginArcs(columns, total, rule, (column) => ({ from: column, to: columnSum })),
  ];
  const inner = innerArcs(
    grid,
    rows,
    columns,
    (cell) => isPrimary(cell.cell, rule) || forced.has(cell),
    rule,
  );
  return {
    relations: [rowSum, columnSum, ...[...rows, ...columns].map((node) => node.relation)],
    arcs: [...margins, ...inner.values()],
    inner,
  };
}

interface GroupNode {
  readonly group: Group;
  readonly relation: Relation;
  readonly near: ReadonlySet<Crossing>;
}

function groupNode(group: Group, rule: DisclosureRule): GroupNode {
  return { group, relation: relation(), near: nearMargin(group, rule) };
}

/**
 * The cells that come within the width of the suppressed margin of an overlapping group. Shown, they would bound it from
 * below, so they are suppressed. For them not to exceed it, the others must not fall by more than the distance; it is safe
 * that they do not fall at all.
 */
function nearMargin(group: Group, { width }: DisclosureRule): ReadonlySet<Crossing> {
  if (!group.isOverlapping || !group.released.suppressed) return new Set();
  return new Set(group.crossings.filter(({ cell }) => group.count - cell.count < width));
}

function marginArcs(
  nodes: readonly GroupNode[],
  total: number,
  { width }: DisclosureRule,
  endsOf: (relation: Relation) => Pick<Arc, "from" | "to">,
): Arc[] {
  const counts = nodes.map(({ group }) => group.count);
  const ceiling = overlapCeiling(total, counts);
  return nodes
    .filter(({ group }) => group.released.suppressed)
    .map(({ group: { count }, relation }) =>
      connect({
        ...endsOf(relation),
        value: count,
        up: Math.min(ceiling - count, width),
        down: Math.min(count - 1, width),
        isCandidate: false,
      }),
    );
}

function innerArcs(
  { crossings, floor }: Grid,
  rows: readonly GroupNode[],
  columns: readonly GroupNode[],
  isForced: (crossing: Crossing) => boolean,
  rule: DisclosureRule,
): Map<Crossing, Arc> {
  const rowsByKey = new Map(rows.map((row) => [row.group.key, row]));
  const columnsByKey = new Map(columns.map((column) => [column.group.key, column]));
  const arcs = new Map<Crossing, Arc>();
  for (const crossing of crossings) {
    const row = rowsByKey.get(crossing.row);
    const column = columnsByKey.get(crossing.column);
    if (!row || !column) continue;
    const isCandidate =
      !isForced(crossing) && ![row, column].some(({ near }) => near.has(crossing));
    arcs.set(crossing, connect({ ...innerArc(crossing, floor, row, column, rule), isCandidate }));
  }
  return arcs;
}

function innerArc(
  crossing: Crossing,
  floor: number,
  row: GroupNode,
  column: GroupNode,
  rule: DisclosureRule,
) {
  const { count } = crossing.cell;
  const isFixedBelow = [row.near, column.near].some(
    (cells) => cells.size > (cells.has(crossing) ? 1 : 0),
  );
  return {
    from: row.relation,
    to: column.relation,
    value: count,
    up: Math.min(row.group.ceiling - count, column.group.ceiling - count, rule.width),
    down: isFixedBelow ? 0 : Math.min(count - floor, rule.width),
  };
}
