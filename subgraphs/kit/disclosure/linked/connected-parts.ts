import { rowsBy } from "../../rows-by";
import type { Relation } from "./linked-system";

/** Cells that relations connect, by their numbers, and these relations. */
export interface ConnectedPart {
  readonly cells: readonly number[];
  readonly relations: readonly number[];
}

/**
 * The parts of linked cells that do not depend on each other while some keep their values.
 *
 * @param count - how many cells there are
 */
export function connectedParts(
  count: number,
  relations: readonly Pick<Relation, "terms">[],
  isFixed: (cell: number) => boolean,
): ConnectedPart[] {
  const all = Array.from({ length: count }, (_cell, number) => number);
  const leaders = [...all];
  const leaderOf = (cell: number): number => {
    let leader = cell;
    while (leaders[leader] !== leader) {
      leaders[leader] = leaders[leaders[leader] ?? 0] ?? 0;
      leader = leaders[leader] ?? 0;
    }
    return leader;
  };
  const moving = relations.map(({ terms }) =>
    terms.flatMap(([cell]) => (isFixed(cell) ? [] : [cell])),
  );
  for (const [first, ...others] of moving) {
    if (first === undefined) continue;
    for (const other of others) leaders[leaderOf(other)] = leaderOf(first);
  }
  const cells = rowsBy(
    all.filter((cell) => !isFixed(cell)),
    leaderOf,
  );
  const tied = rowsBy(
    [...moving.entries()].flatMap(([relation, [first]]) =>
      first === undefined ? [] : [[relation, first] as const],
    ),
    ([, first]) => leaderOf(first),
  );
  return [...cells].map(([leader, own]) => ({
    cells: own,
    relations: (tied.get(leader) ?? []).map(([relation]) => relation),
  }));
}
