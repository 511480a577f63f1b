import { type Highs } from "highs";
import { rowsBy } from "../../rows-by";
import { LinkedBlock } from "./linked-block";
import { CellState, type LinkedSystem } from "./linked-system";

/** The parts of a system that do not depend on each other while what is shown for good stays as it is. */
export function blocksOf(system: LinkedSystem, highs: Highs): LinkedBlock[] {
  const isFixed = (cell: number) => system.cell(cell).state === CellState.SHOWN;
  const leaders = system.cells.map((_cell, number) => number);
  const leaderOf = (cell: number): number => {
    let leader = cell;
    while (leaders[leader] !== leader) {
      leaders[leader] = leaders[leaders[leader] ?? 0] ?? 0;
      leader = leaders[leader] ?? 0;
    }
    return leader;
  };
  const moving = system.relations.map(({ terms }) =>
    terms.flatMap(([cell]) => (isFixed(cell) ? [] : [cell])),
  );
  for (const [first, ...others] of moving) {
    if (first === undefined) continue;
    for (const other of others) leaders[leaderOf(other)] = leaderOf(first);
  }
  const cells = rowsBy(
    [...system.cells.keys()].filter((cell) => !isFixed(cell)),
    leaderOf,
  );
  const relations = rowsBy(
    [...moving.entries()].flatMap(([relation, [first]]) =>
      first === undefined ? [] : [[relation, first] as const],
    ),
    ([, first]) => leaderOf(first),
  );
  return [...cells].map(([leader, own]) => {
    const tied = (relations.get(leader) ?? []).map(([relation]) => relation);
    return new LinkedBlock(highs, system, own, tied);
  });
}
