import { type Interval, common } from "../../disclosure/known/interval";
import { Contradiction, type KnownBlock } from "../../disclosure/known/known-block";
import type { ContradictoryNumber } from "./check-task";
import type { NumberedCells } from "./numbered-cells";
import { contradictionOf, type Statement } from "./state-tables";

/**
 * Where the tables contradict the release or themselves: the first row that does not agree with all that is known
 * before. `undefined` if there is none.
 *
 * @throws Error if the release contradicts itself
 * @throws TakesTooLong
 */
export function firstContradiction(
  block: KnownBlock,
  cells: NumberedCells,
  statements: readonly Statement[],
): ContradictoryNumber | undefined {
  const own = new Set(block.cells);
  const said = statements.filter(({ cell }) => own.has(cell));
  const isPossible = (count: number) => {
    assumeFirst(block, cells, said.slice(0, count));
    return agrees(block);
  };
  if (isPossible(said.length)) return undefined;
  if (!isPossible(0)) throw new Error("the release contradicts itself");
  let [agreeing, contradicting] = [0, said.length];
  while (contradicting - agreeing > 1) {
    const middle = Math.floor((agreeing + contradicting) / 2);
    if (isPossible(middle)) agreeing = middle;
    else contradicting = middle;
  }
  const statement = said[agreeing];
  if (!statement) throw new Error("no statement contradicts");
  assumeFirst(block, cells, said.slice(0, agreeing));
  const { lower, upper } = rangeOf(block, statement.cell);
  const expected = { lower, upper: upper < cells.most ? upper : Infinity };
  return contradictionOf(cells, statement, expected);
}

function assumeFirst(
  block: KnownBlock,
  { system }: NumberedCells,
  statements: readonly Statement[],
): void {
  const said = new Map<number, Interval>();
  for (const { cell, interval } of statements) {
    said.set(cell, common(interval, said.get(cell) ?? system.boundsBefore(cell)));
  }
  const boundsOf = (cell: number) => said.get(cell) ?? system.boundsBefore(cell);
  block.assume((cell) => system.boundsBy(cell, boundsOf));
}

function agrees(block: KnownBlock): boolean {
  try {
    block.somePossible();
    return true;
  } catch (error) {
    if (error instanceof Contradiction) return false;
    throw error;
  }
}

function rangeOf(block: KnownBlock, cell: number): Interval {
  return { lower: block.limit(cell, -1).value, upper: block.limit(cell, 1).value };
}
