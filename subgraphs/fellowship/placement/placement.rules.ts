import { catalog } from "../../catalog/catalog";
import { shown } from "../../kit/errors";
import { type FellowshipRefusal, refusal } from "../error/refusal";
import { checkSinceAdmission, type FellowFacts } from "../fellow/fellow.rules";
import {
  checkHappened,
  checkInsideCohort,
  checkPeriod,
  checkReason,
  checkText,
  type CohortFacts,
  longestName,
  runsOnAfter,
} from "../rules/common.rules";
import { overlap, shownPeriod, type StartedPeriod } from "../rules/period";
import type { HostKind } from "./host-kind";

/** Where a fellow is placed. */
export interface HostValues {
  readonly hostKind: keyof typeof HostKind;
  readonly hostAgency?: string | null | undefined;
  readonly hostName?: string | null | undefined;
}

/** Another placement of the fellow. */
export interface OtherPlacement extends StartedPeriod {
  /** Where it can be found, as `line 3`, where that helps. */
  readonly place?: string | undefined;
}

/** What the rules on the days of a placement ask. */
export interface PlacementFacts {
  readonly fellow: FellowFacts;
  readonly cohort: CohortFacts;
  /** The fellow's other placements that were not cancelled. */
  readonly others: readonly OtherPlacement[];
}

/** The end of a placement. */
export interface PlacementEnd {
  readonly lastDay: string;
  readonly reason: string;
}

/** The cancellation of a placement. */
export interface PlacementCancellation {
  readonly on: string;
  readonly reason: string;
}

/** A placement as the rules see it. */
export interface PlacementState extends StartedPeriod {
  readonly endReason: string | null;
  readonly cancelledOn: string | null;
}

/** An agency of the host country, or the name of a host of another kind. */
export function checkHost(
  { hostKind, hostAgency, hostName }: HostValues,
  hostCountry: string,
): FellowshipRefusal[] {
  const isAgency = hostKind === "AGENCY";
  const [given, other] = isAgency ? ["hostAgency", "hostName"] : ["hostName", "hostAgency"];
  const [needed, needless] = isAgency ? [hostAgency, hostName] : [hostName, hostAgency];
  if (needed == null || needless != null) {
    const field = needed == null ? given : other;
    const expected = isAgency
      ? "the code of an agency and no name"
      : "a name and no code of an agency";
    const message = `Expected ${expected} for ${hostKind}, received ${shown({ hostAgency, hostName })}.`;
    return [refusal("INVALID_HOST", message, field)];
  }
  if (!isAgency) return checkText(needed, longestName, "hostName");
  const agency = catalog.agencies.get(needed);
  if (!agency) {
    const message = `Expected the code of an agency, received ${shown(needed)}.`;
    return [refusal("UNKNOWN_AGENCY", message, "hostAgency")];
  }
  if (agency.country.code === hostCountry) return [];
  const message = `Expected an agency of ${hostCountry}, which hosts the program, received ${needed}.`;
  return [refusal("NOT_A_HOST_AGENCY", message, "hostAgency")];
}

/** Days inside the cohort's period and the fellowship, on which the fellow is nowhere else. */
export function checkPlacementPeriod(
  period: StartedPeriod,
  { fellow, cohort, others }: PlacementFacts,
): FellowshipRefusal[] {
  const wrong = checkPeriod(period);
  if (wrong.length > 0) return wrong;
  const there = others.find((other) => overlap(period, other));
  const place = there?.place === undefined ? "" : `, ${there.place}`;
  const elsewhere = `Expected days outside the fellow's placement from ${there ? shownPeriod(there) : ""}${place}, received ${shownPeriod(period)}.`;
  return [
    ...checkInsideCohort(period, cohort),
    ...checkSinceAdmission(period.from, fellow, "from"),
    ...checkInsideFellowship(period, fellow),
    ...(there ? [refusal("OVERLAPPING_PLACEMENT", elsewhere, "from")] : []),
  ];
}

/** A placement ends before its time, once, not before it began, on a past day. */
export function checkEnd(
  { lastDay, reason }: PlacementEnd,
  placement: PlacementState,
  today: string,
): FellowshipRefusal[] {
  const { from, to } = placement;
  const ended = (message: string, field: string) => refusal("PLACEMENT_ENDED", message, field);
  const notBegun = `Expected a day from ${from}, on which it begins, received ${lastDay}; it can be cancelled.`;
  const over = `Expected a day before ${to ?? ""}, since when it no longer holds, received ${lastDay}.`;
  const twice = `Expected a placement that has not been ended, received one that was, by ${to ?? ""}; its days can be changed.`;
  return [
    ...checkNotCancelled(placement),
    ...(placement.endReason === null ? [] : [ended(twice, "id")]),
    ...(lastDay < from ? [refusal("PLACEMENT_NOT_BEGUN", notBegun, "lastDay")] : []),
    ...(to !== null && to <= lastDay && placement.endReason === null
      ? [ended(over, "lastDay")]
      : []),
    ...checkHappened(lastDay, today, "lastDay"),
    ...checkReason(reason, "reason"),
  ];
}

/** What the rules on the cancellation of a placement ask. */
export interface CancellationFacts {
  readonly today: string;
  readonly fellow: Pick<FellowFacts, "admittedOn">;
}

/** A placement that was not ended is cancelled once, before it begins, on a past day since admission. */
export function checkCancellation(
  { on, reason }: PlacementCancellation,
  placement: PlacementState,
  { today, fellow }: CancellationFacts,
): FellowshipRefusal[] {
  const ended = `Expected a placement that has not been ended, received one that was, by ${placement.to ?? ""}.`;
  const begun = `Expected a day before ${placement.from}, on which it begins, received ${on}; it can be ended.`;
  return [
    ...checkNotCancelled(placement),
    ...(placement.endReason === null ? [] : [refusal("PLACEMENT_ENDED", ended, "id")]),
    ...(on < placement.from ? [] : [refusal("PLACEMENT_BEGUN", begun, "on")]),
    ...checkSinceAdmission(on, fellow, "on"),
    ...checkHappened(on, today, "on"),
    ...checkReason(reason, "reason"),
  ];
}

/**
 * A placement begins on its first day, whatever day a cancellation is dated. So the office cancels what is still to
 * come; that one did not take place after all is told by a withdrawal, or by a spreadsheet, which tells what was.
 */
export function checkStillToCome({ from }: PlacementState, today: string): FellowshipRefusal[] {
  if (from > today) return [];
  const message = `Expected a placement that begins after today, ${today}, received one that begins on ${from}; it can be ended.`;
  return [refusal("PLACEMENT_BEGUN", message, "id")];
}

/** A placement that was cancelled stays so. */
export function checkNotCancelled({ cancelledOn }: PlacementState): FellowshipRefusal[] {
  if (cancelledOn === null) return [];
  const message = `Expected a placement that stands, received one that was cancelled on ${cancelledOn}.`;
  return [refusal("PLACEMENT_CANCELLED", message, "id")];
}

function checkInsideFellowship(
  period: StartedPeriod,
  { status, completedOn, withdrawnOn }: FellowFacts,
): FellowshipRefusal[] {
  const lastDay = completedOn ?? withdrawnOn;
  if (status === "ADMITTED" || lastDay === null || !runsOnAfter(period, lastDay)) return [];
  const code = status === "COMPLETED" ? "FELLOWSHIP_COMPLETED" : "FELLOW_WITHDRAWN";
  const message = `Expected days up to ${lastDay}, the last of the fellowship, received ${shownPeriod(period)}.`;
  return [refusal(code, message, "to")];
}
