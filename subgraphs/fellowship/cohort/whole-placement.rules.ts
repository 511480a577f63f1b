import { periodRule } from "../../kit/rules/day.rules";
import { dayBefore } from "../../kit/rules/period";
import { movedTo, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "../record/fellowship-error-code";
import type { Placement } from "./placement";
import {
  cancellationRules,
  endRules,
  hostRules,
  type HostValues,
  type PlacementFacts,
  placementPeriodRules,
  type PlacementState,
} from "./placement.rules";

/** A placement from its first day to its end or cancellation. */
export interface WholePlacement extends HostValues, PlacementState {
  readonly cancellationReason: Placement["cancellationReason"];
}

/** What the rules on a whole placement ask. */
export interface WholePlacementFacts extends PlacementFacts {
  readonly today: string;
  /** The country that hosts the program. */
  readonly hostCountry: string;
  /** Why a placement that is to be cancelled was ended, where that is known from elsewhere; null where it was not. */
  readonly endedFor?: string | null;
}

/** The rules of a whole placement. One that was cancelled takes nobody's days, so that its days need only be a period. */
export function wholePlacementRules(
  placement: WholePlacement,
  facts: WholePlacementFacts,
): Rules<FellowshipErrorCode> {
  const { from, to, cancelledOn } = placement;
  return [
    hostRules(placement, facts.hostCountry),
    cancelledOn === null ? placementPeriodRules(placement, facts) : [periodRule(from, to)],
    endedRules(placement, facts.today),
    cancelledRules(placement, facts),
  ];
}

/** What was ended for a reason ended by the rules on a placement that was open. */
function endedRules(placement: WholePlacement, today: string): Rules<FellowshipErrorCode> {
  const { from, to, endReason: reason } = placement;
  if (reason === null) return [];
  if (to === null) {
    const message =
      "Expected the day after the last, as the reason of an end is given, received none.";
    return [{ holds: false, code: "INVALID_PERIOD", message, at: "to" }];
  }
  if (to <= from) return [];
  const rules = endRules({ lastDay: dayBefore(to), reason }, unended(placement), today);
  return movedTo({ lastDay: "to", reason: "endReason" }, rules).map(({ message, ...rule }) => ({
    ...rule,
    message: message.replace(/^Expected a day /, "Expected the day after a last day "),
  }));
}

/** What was cancelled was cancelled by the rules on a placement that stood, on whatever past day. */
function cancelledRules(
  placement: WholePlacement,
  { today, fellow, endedFor = null }: WholePlacementFacts,
): Rules<FellowshipErrorCode> {
  const { to, endReason, cancelledOn: on, cancellationReason: reason } = placement;
  if (on === null) {
    const message = "Expected nothing where there is no day of cancellation, received a reason.";
    return [{ holds: reason === null, code: "INVALID_TEXT", message, at: "cancellationReason" }];
  }
  const standing = { ...unended(placement), to, endReason: endReason ?? endedFor };
  const rules = cancellationRules({ on, reason: reason ?? "" }, standing, { today, fellow });
  const fields = { id: "cancelledOn", on: "cancelledOn", reason: "cancellationReason" };
  return movedTo(fields, rules);
}

function unended({ from }: WholePlacement): PlacementState {
  return { from, to: null, endReason: null, cancelledOn: null };
}
