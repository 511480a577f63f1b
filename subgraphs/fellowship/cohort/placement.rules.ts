import { agencyRules } from "../../catalog/rules/area.rules";
import { shown } from "../../kit/errors";
import { notInFuture, periodRule } from "../../kit/rules/day.rules";
import { overlap, type StartedPeriod } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { nameRule, noteRule } from "../../kit/rules/text.rules";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import { type CohortFacts, insideCohortRules, runsOnAfter, shownPeriod } from "./cohort.rules";
import { type FellowFacts, sinceAdmissionRule } from "./fellow.rules";
import type { HostKind, Placement } from "./placement";

/** Where a fellow is placed. */
export interface HostValues {
  readonly hostKind: HostKind;
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

/** A placement as the rules see it. */
export type PlacementState = Readonly<Pick<Placement, "from" | "to" | "endReason" | "cancelledOn">>;

/** An agency of the host country, or the name of a host of another kind. */
export function hostRules(
  { hostKind, hostAgency, hostName }: HostValues,
  hostCountry: string,
): Rules<FellowshipErrorCode> {
  const isAgency = hostKind === "AGENCY";
  const [given, other] = isAgency ? ["hostAgency", "hostName"] : ["hostName", "hostAgency"];
  const [needed, needless] = isAgency ? [hostAgency, hostName] : [hostName, hostAgency];
  if (needed == null || needless != null) {
    const expected = isAgency
      ? "the code of an agency and no name"
      : "a name and no code of an agency";
    const message = `Expected ${expected} for ${hostKind}, received ${shown({ hostAgency, hostName })}.`;
    return [{ holds: false, code: "INVALID_HOST", message, at: needed == null ? given : other }];
  }
  if (!isAgency) return [nameRule(needed, "hostName")];
  return agencyRules(needed, "hostAgency", { country: hostCountry, foreign: "NOT_A_HOST_AGENCY" });
}

/** Days inside the cohort's period and the fellowship, on which the fellow is nowhere else. */
export function placementPeriodRules(
  period: StartedPeriod,
  { fellow, cohort, others }: PlacementFacts,
): Rules<FellowshipErrorCode> {
  const isPeriod = periodRule(period.from, period.to);
  if (!isPeriod.holds) return [isPeriod];
  const there = others.find((other) => overlap(period, other));
  const place = there?.place === undefined ? "" : `, ${there.place}`;
  return [
    insideCohortRules(period, cohort),
    sinceAdmissionRule(period.from, fellow, "from"),
    insideFellowshipRule(period, fellow),
    {
      holds: there === undefined,
      code: "OVERLAPPING_PLACEMENT",
      message: `Expected days outside the fellow's placement from ${there ? shownPeriod(there) : ""}${place}, received ${shownPeriod(period)}.`,
      at: "from",
    },
  ];
}

/** A placement ends before its time, once, not before it began, on a past day. */
export function endRules(
  { lastDay, reason }: { readonly lastDay: string; readonly reason: string },
  placement: PlacementState,
  today: string,
): Rules<FellowshipErrorCode> {
  const { from, to, endReason } = placement;
  return [
    notCancelledRule(placement),
    notEndedRule(placement, "; its days can be changed"),
    {
      holds: lastDay >= from,
      code: "PLACEMENT_NOT_BEGUN",
      message: `Expected a day from ${from}, on which it begins, received ${lastDay}; it can be cancelled.`,
      at: "lastDay",
    },
    {
      holds: to === null || to > lastDay || endReason !== null,
      code: "ALREADY_ENDED",
      message: `Expected a day before ${to ?? ""}, since when it no longer holds, received ${lastDay}.`,
      at: "lastDay",
    },
    notInFuture(lastDay, today, "lastDay"),
    noteRule(reason, "reason"),
  ];
}

/** What the rules on the cancellation of a placement ask. */
export interface CancellationFacts {
  readonly today: string;
  readonly fellow: Pick<FellowFacts, "admittedOn">;
}

/** A placement that was not ended is cancelled once, before it begins, on a past day since admission. */
export function cancellationRules(
  { on, reason }: { readonly on: string; readonly reason: string },
  placement: PlacementState,
  { today, fellow }: CancellationFacts,
): Rules<FellowshipErrorCode> {
  return [
    notCancelledRule(placement),
    notEndedRule(placement, ""),
    {
      holds: on < placement.from,
      code: "ALREADY_BEGUN",
      message: `Expected a day before ${placement.from}, on which it begins, received ${on}; it can be ended.`,
      at: "on",
    },
    sinceAdmissionRule(on, fellow, "on"),
    notInFuture(on, today, "on"),
    noteRule(reason, "reason"),
  ];
}

/**
 * A placement begins on its first day, whatever day a cancellation is dated. So the office cancels what is still to
 * come; that one did not take place after all is said by a correction, a withdrawal or a spreadsheet, which say what was.
 */
export function stillToComeRule(
  { from }: PlacementState,
  today: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: from > today,
    code: "ALREADY_BEGUN",
    message: `Expected a placement that begins after today, ${today}, received one that begins on ${from}; it can be ended.`,
    at: "id",
  };
}

/** A placement that was cancelled stays so. */
export function notCancelledRule({ cancelledOn }: PlacementState): Rule<FellowshipErrorCode> {
  return {
    holds: cancelledOn === null,
    code: "ALREADY_CANCELLED",
    message: `Expected a placement that stands, received one that was cancelled on ${cancelledOn ?? ""}.`,
    at: "id",
  };
}

function notEndedRule(
  { to, endReason }: PlacementState,
  instead: string,
): Rule<FellowshipErrorCode> {
  return {
    holds: endReason === null,
    code: "ALREADY_ENDED",
    message: `Expected a placement that has not been ended, received one that was, by ${to ?? ""}${instead}.`,
    at: "id",
  };
}

function insideFellowshipRule(
  period: StartedPeriod,
  { status, completedOn, withdrawnOn }: FellowFacts,
): Rule<FellowshipErrorCode> {
  const lastDay = completedOn ?? withdrawnOn;
  return {
    holds: status === "ADMITTED" || lastDay === null || !runsOnAfter(period, lastDay),
    code: status === "COMPLETED" ? "FELLOWSHIP_COMPLETED" : "FELLOW_WITHDRAWN",
    message: `Expected days up to ${lastDay ?? ""}, the last of the fellowship, received ${shownPeriod(period)}.`,
    at: "to",
  };
}
