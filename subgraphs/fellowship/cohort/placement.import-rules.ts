import { rowsBy } from "../../kit/rows-by";
import { periodRule } from "../../kit/rules/day.rules";
import { dayBefore } from "../../kit/rules/period";
import { movedTo, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Fellow } from "./fellow";
import type { FellowFacts } from "./fellow.rules";
import type { CohortOnRecord } from "./on-record.service";
import type { Placement } from "./placement";
import {
  cancellationRules,
  endRules,
  hostRules,
  type OtherPlacement,
  placementPeriodRules,
  type PlacementState,
} from "./placement.rules";
import type { PlacementSheetRow } from "./placement.sheet";

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

/** The rules of a row. A placement that was cancelled takes nobody's days, so that its days need only be a period. */
export function importedPlacementRules(
  row: PlacementSheetRow,
  facts: ImportedPlacementFacts,
): Rules<FellowshipErrorCode> {
  const { host_kind: hostKind, host_agency: hostAgency, host_name: hostName } = row;
  return [
    hostRules({ hostKind, hostAgency, hostName }, facts.cohort.hostCountry),
    row.cancelled_on === null ? placementPeriodRules(row, facts) : [periodRule(row.from, row.to)],
    endedRules(row, facts.today),
    cancelledRules(row, facts),
  ];
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

/** What was ended for a reason ended by the rules on a placement that was open. */
function endedRules(row: PlacementSheetRow, today: string): Rules<FellowshipErrorCode> {
  const { from, to, end_reason: reason } = row;
  if (reason === null) return [];
  if (to === null) {
    const message = "Expected the day after the last, as end_reason is given, received none.";
    return [{ holds: false, code: "INVALID_PERIOD", message, at: "to" }];
  }
  if (to <= from) return [];
  const rules = endRules({ lastDay: dayBefore(to), reason }, unended(row), today);
  return movedTo({ lastDay: "to", reason: "endReason" }, rules).map(({ message, ...rule }) => ({
    ...rule,
    message: message.replace(/^Expected a day /, "Expected the day after a last day "),
  }));
}

/** What was cancelled was cancelled by the rules on a placement that stood, on whatever past day. */
function cancelledRules(
  row: PlacementSheetRow,
  { today, fellow, endedFor }: ImportedPlacementFacts,
): Rules<FellowshipErrorCode> {
  const { cancelled_on: on, cancellation_reason: reason } = row;
  if (on === null) {
    const message = "Expected nothing where cancelled_on is empty, received a reason.";
    return [{ holds: reason === null, code: "INVALID_TEXT", message, at: "cancellationReason" }];
  }
  const standing = { ...unended(row), to: row.to, endReason: row.end_reason ?? endedFor };
  const rules = cancellationRules({ on, reason: reason ?? "" }, standing, { today, fellow });
  const fields = { id: "cancelledOn", on: "cancelledOn", reason: "cancellationReason" };
  return movedTo(fields, rules);
}

function unended({ from }: PlacementSheetRow): PlacementState {
  return { from, to: null, endReason: null, cancelledOn: null };
}
