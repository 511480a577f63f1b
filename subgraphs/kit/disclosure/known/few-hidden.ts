import type { Highs } from "highs";
import { CellState, LinkedSystem } from "../linked/linked-system";
import { protectLinked } from "../linked/protect-linked";
import type { GuardedBlock } from "./guarded-block";
import { isExact } from "./interval";
import type { Hidden } from "./known-system";

/**
 * Few cells to hide so that nothing of a block is known too well, found as releases are protected: cell by cell the
 * cheapest ones that leave it uncertain, around some values that agree with everything.
 *
 * @param goOn - called before each cell that is looked at
 * @returns `null` if some cell stays known too well
 */
export function fewToHide(
  guarded: GuardedBlock,
  highs: Highs,
  goOn: () => void,
): readonly number[] | null {
  const { block, system, rule } = guarded;
  const nothing: Hidden = new Set();
  const all: Hidden = new Set(guarded.candidates);
  const failing = new Set<number>();
  for (const failure of guarded.failures(nothing)) {
    if (failure.kind === "SUM") continue;
    const cells = failure.kind === "CHANGED" ? failure.cells : [failure.cell];
    const [first] = cells.filter((cell) => failure.kind !== "CHANGED" || all.has(cell));
    if (first !== undefined && !cells.some((cell) => failing.has(cell))) failing.add(first);
  }
  block.assume((cell) => system.boundsWith(cell, nothing));
  const some = block.somePossible();
  const linked = new LinkedSystem();
  const numbers = new Map<number, number>();
  const stateOf = (cell: number) => {
    if (failing.has(cell)) return CellState.HIDDEN;
    if (all.has(cell)) return CellState.OPEN;
    return isExact(system.boundsWith(cell, all)) ? CellState.SHOWN : CellState.LATENT;
  };
  const relations = block.part.relations.flatMap((number) => system.relations[number] ?? []);
  const outside = relations.flatMap(({ terms }) => terms.map(([cell]) => cell));
  for (const cell of new Set([...block.cells, ...outside])) {
    const { lower, upper } = system.boundsWith(cell, all);
    const isInside = block.has(cell);
    const count = isInside ? (some[block.columnOf(cell)] ?? 0) : lower;
    const state = isInside ? stateOf(cell) : CellState.SHOWN;
    const [room, headroom] = [count - lower, upper - count];
    numbers.set(cell, linked.add({ count, persons: count, state, room, headroom, weight: 1 }));
  }
  const numberOf = (cell: number) => numbers.get(cell) ?? 0;
  for (const { whole, terms } of relations) {
    linked.relations.push({
      whole: whole === null ? null : numberOf(whole),
      terms: terms.map(([cell, factor]) => [numberOf(cell), factor] as const),
    });
  }
  if (protectLinked(linked, rule, highs, new Set(), goOn).unprotected.length > 0) return null;
  return guarded.candidates.filter(
    (cell) => linked.cell(numberOf(cell)).state === CellState.HIDDEN,
  );
}
