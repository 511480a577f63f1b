import { NumberKind } from "./check-task";
import type { NumberedCells } from "./numbered-cells";
import type { TableLevels } from "./table-levels";

/** A measure that counts some of those whom another counts. */
interface PartOfMeasure {
  readonly part: string;
  readonly whole: string;
  /** Whether everybody may know how many are not among them in all. */
  readonly isTotalOpen: boolean;
}

/** Relates numbers of some persons with those of all: how many are not among them is a number too. */
export function relateRests(
  cells: NumberedCells,
  levels: TableLevels,
  { part, whole, isTotalOpen }: PartOfMeasure,
): void {
  for (const { measure, period, levels: own } of levels.counted) {
    if (measure !== part) continue;
    for (const level of own.keys()) {
      if (!levels.completeness({ measure: whole, period }, level)) continue;
      for (const group of levels.groupsOf(level)) {
        const isOpen = isTotalOpen && group.length === 0;
        const rest = { kind: NumberKind.REST, measure: part, period, group, whole };
        cells.relate([
          [cells.ofGroup({ measure: whole, period }, group), -1],
          [cells.ofGroup({ measure: part, period }, group), 1],
          [isOpen ? cells.slack() : cells.of(rest), 1],
        ]);
      }
    }
  }
}
