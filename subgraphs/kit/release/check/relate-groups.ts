import { exactly } from "../../disclosure/known/interval";
import { NumberKind } from "./check-task";
import { dimensionsOf, type Group, levelName } from "./group";
import type { NumberedCells } from "./numbered-cells";
import type { Counted, TableLevels } from "./table-levels";

/** A measure that counts the groups of another, by a dimension, that are not empty. */
interface CountedGroups {
  readonly groups: string;
  readonly counted: { readonly measure: string; readonly dimension: string };
}

/**
 * Relates numbers of groups with what is in the groups: there is no group without somebody in it, and where the groups are
 * known by themselves, as many of them as there are have somebody in them.
 */
export function relateGroups(
  cells: NumberedCells,
  levels: TableLevels,
  { groups: counting, counted: { measure: of, dimension } }: CountedGroups,
): void {
  for (const { measure, period, levels: own } of levels.counted) {
    if (measure !== counting) continue;
    const counted = { measure: of, period };
    for (const level of own.keys()) {
      if (!levels.completeness(counted, level)) continue;
      relateOthers(cells, levels, { groups: { measure, period }, counted, level });
      const finer = levelName([...dimensionsOf(level), dimension]);
      for (const group of levels.groupsOf(level)) {
        const groups = cells.ofGroup({ measure, period }, group);
        relateCount(cells, groups, cells.ofGroup(counted, group));
        if (levels.completeness(counted, finer)) {
          relatePresence(cells, levels, { counted, groups, group, finer, dimension });
        }
      }
    }
  }
}

/** Where the tables have all groups, nothing is in others. */
function relateOthers(
  cells: NumberedCells,
  levels: TableLevels,
  { groups, counted, level }: { groups: Counted; counted: Counted; level: string },
): void {
  if (levels.completeness(counted, level)?.before) return;
  const areAllKnown = levels.completeness(groups, level)?.before === true;
  const dimensions = dimensionsOf(level);
  for (const dimension of dimensions) {
    const others = { kind: NumberKind.OTHERS, dimension };
    for (const group of levels.groupsOf(levelName(dimensions.filter((d) => d !== dimension)))) {
      const inOthers = cells.of({ ...others, ...counted, group });
      if (areAllKnown) cells.system.cell(inOthers).before = exactly(0);
      else cells.relateNoneWithout(inOthers, cells.of({ ...others, ...groups, group }));
    }
  }
}

/** There are no more groups than there is in them, and where there is no group there is nothing. */
function relateCount(cells: NumberedCells, groups: number, inGroups: number): void {
  cells.relateNoMore(groups, inGroups);
  // For all groups it would take whole numbers to solve most blocks.
  const { upper } = cells.system.boundsWith(groups, new Set());
  if (upper === 0) cells.relateNoneWithout(inGroups, groups);
}

function relatePresence(
  cells: NumberedCells,
  levels: TableLevels,
  {
    counted,
    groups,
    group,
    finer,
    dimension,
  }: { counted: Counted; groups: number; group: Group; finer: string; dimension: string },
): void {
  const present = levels
    .partsOf(group, finer, dimension)
    .map((part) => cells.presenceOf(cells.ofGroup(counted, part)));
  if (!levels.completeness(counted, finer)?.before) {
    const others = cells.slack();
    // Nothing is in the other groups where there are none.
    cells.relateNoMore(others, cells.of({ kind: NumberKind.OTHERS, ...counted, group, dimension }));
    present.push(others);
  }
  cells.relate([[groups, -1], ...present.map((presence) => [presence, 1] as const)]);
}
