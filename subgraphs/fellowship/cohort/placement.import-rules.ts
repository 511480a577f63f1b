import { rowsBy } from "../../kit/rows-by";
import type { Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Fellow } from "./fellow";
import type { FellowFacts } from "./fellow.rules";
import type { CohortOnRecord } from "./on-record.service";
import type { Placement } from "./placement";
import type { OtherPlacement } from "./placement.rules";
import type { PlacementSheetRow } from "./placement.sheet";
import { wholePlacementRules } from "./whole-placement.rules";

/** A row of a spreadsheet with the records it is about. */
export interface ImportedPlacement {
  readonly row: PlacementSheetRow;
  readonly fellow: Fellow;
  readonly cohort: CohortOnRecord;
  /** The placement as on record; `undefined`: a new one. */
  readonly recorded: Placement | undefined;
}

/** What the rules on a row about a placement ask. */
export interface ImportedPlacementFacts {
  readonly today: string;
  readonly fellow: FellowFacts;
  readonly cohort: CohortOnRecord;
  /** The fellow's other placements that were not cancelled. */
  readonly others: readonly OtherPlacement[];
  /** Why the placement on record was ended; null where it was not, or there is none. */
  readonly endedFor: string | null;
}

/** The rules of a row: those of a whole placement. */
export function importedPlacementRules(
  row: PlacementSheetRow,
  { cohort, ...facts }: ImportedPlacementFacts,
): Rules<FellowshipErrorCode> {
  const placement = {
    hostKind: row.host_kind,
    hostAgency: row.host_agency,
    hostName: row.host_name,
    from: row.from,
    to: row.to,
    endReason: row.end_reason,
    cancelledOn: row.cancelled_on,
    cancellationReason: row.cancellation_reason,
  };
  return wholePlacementRules(placement, { ...facts, cohort, hostCountry: cohort.hostCountry });
}

/**
 * The placement a row is about: that of the fellow with the same first day. One that was cancelled does not stand up
 * again; a row that speaks of one cancelled means the one cancelled on that day, before the one that stands.
 */
export function recordOf(
  { from, cancelled_on: cancelledOn }: PlacementSheetRow,
  placements: readonly Placement[],
): Placement | undefined {
  const sameDay = placements.filter((placement) => placement.from === from);
  const standing = sameDay.find((placement) => placement.cancelledOn === null);
  if (cancelledOn === null) return standing;
  return (
    sameDay.find((placement) => placement.cancelledOn === cancelledOn) ?? standing ?? sameDay.at(-1)
  );
}

/**
 * The other placements of each row's fellow that stand: those of rows above, and those on record that no row of the
 * batch is about.
 */
export function othersOf(
  imported: readonly ImportedPlacement[],
  placements: ReadonlyMap<string, readonly Placement[]>,
): Map<ImportedPlacement, OtherPlacement[]> {
  const others = new Map<ImportedPlacement, OtherPlacement[]>();
  for (const [fellowId, own] of rowsBy(imported, ({ fellow }) => fellow.id)) {
    const inBatch = new Set(own.map(({ recorded }) => recorded?.id));
    const onRecord = (placements.get(fellowId) ?? []).filter(
      ({ id, cancelledOn }) => cancelledOn === null && !inBatch.has(id),
    );
    const above: OtherPlacement[] = [];
    for (const one of own) {
      others.set(one, [...above, ...onRecord]);
      const { from, to, cancelled_on: cancelledOn } = one.row;
      if (cancelledOn === null) above.push({ from, to });
    }
  }
  return others;
}
