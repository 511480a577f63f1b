import type { CohortOnRecord } from "../cohort/cohorts-on-record";
import { atFields, type FellowshipRefusal, refusal } from "../error/refusal";
import type { FellowFacts } from "../fellow/fellow.rules";
import { checkPeriod } from "../rules/common.rules";
import { dayBefore } from "../rules/period";
import type { PlacementSheetRow } from "./placement-sheet";
import {
  checkCancellation,
  checkEnd,
  checkHost,
  checkPlacementPeriod,
  type OtherPlacement,
  type PlacementState,
} from "./placement.rules";

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

/** The rules a row breaks. One that was cancelled takes nobody's days, so that its days need only be a period. */
export function checkImportedPlacement(
  row: PlacementSheetRow,
  facts: ImportedPlacementFacts,
): FellowshipRefusal[] {
  const { host_kind: hostKind, host_agency: hostAgency, host_name: hostName } = row;
  return [
    ...checkHost({ hostKind, hostAgency, hostName }, facts.cohort.hostCountry),
    ...(row.cancelled_on === null ? checkPlacementPeriod(row, facts) : checkPeriod(row)),
    ...checkEnded(row, facts.today),
    ...checkCancelled(row, facts),
  ];
}

/** What was ended for a reason ended by the rules on a placement that was open. */
function checkEnded(row: PlacementSheetRow, today: string): FellowshipRefusal[] {
  const { from, to, end_reason: reason } = row;
  if (reason === null) return [];
  if (to === null) {
    const message = "Expected the day after the last, as end_reason is given, received none.";
    return [refusal("INVALID_PERIOD", message, "to")];
  }
  if (to <= from) return [];
  const refusals = checkEnd({ lastDay: dayBefore(to), reason }, unended(row), today);
  const said = refusals.map(({ message, ...rest }) => ({
    ...rest,
    message: message.replace(/^Expected a day /, "Expected the day after a last day "),
  }));
  return atFields(said, { lastDay: "to", reason: "endReason" });
}

/** What was cancelled was cancelled by the rules on a placement that stood, on whatever past day. */
function checkCancelled(
  row: PlacementSheetRow,
  { today, fellow, endedFor }: ImportedPlacementFacts,
): FellowshipRefusal[] {
  const { cancelled_on: on, cancellation_reason: reason } = row;
  if (on === null) {
    const message = "Expected nothing where cancelled_on is empty, received a reason.";
    return reason === null ? [] : [refusal("INVALID_TEXT", message, "cancellationReason")];
  }
  const standing = { ...unended(row), to: row.to, endReason: row.end_reason ?? endedFor };
  const values = { on, reason: reason ?? "" };
  const refusals = checkCancellation(values, standing, { today, fellow });
  return atFields(refusals, { id: "cancelledOn", on: "cancelledOn", reason: "cancellationReason" });
}

function unended({ from }: PlacementSheetRow): PlacementState {
  return { from, to: null, endReason: null, cancelledOn: null };
}
