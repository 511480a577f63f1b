import { type Highs } from "highs";
import { connectedParts } from "./connected-parts";
import { LinkedBlock } from "./linked-block";
import { CellState, type LinkedSystem } from "./linked-system";

/** The parts of a system that do not depend on each other while what is shown for good stays as it is. */
export function blocksOf(system: LinkedSystem, highs: Highs): LinkedBlock[] {
  const isFixed = (cell: number) => system.cell(cell).state === CellState.SHOWN;
  return connectedParts(system.cells.length, system.relations, isFixed).map(
    ({ cells, relations }) => new LinkedBlock(highs, system, cells, relations),
  );
}
