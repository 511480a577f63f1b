import type { Rule, Rules } from "../../kit/rules/rule";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { firstDayOf } from "./dispatch-state";
import { inTheWay } from "./dispatch-correction.rules";
import type { Dispatch } from "./dispatch";
import { type Belonging, homeAgencyOn } from "./official-home-agency";
import { homeAgencyRules, otherAgencyRule } from "./official.rules";

/** How the agencies of an official are after one of them is put right. */
export interface CorrectedAgencies {
  readonly after: readonly Belonging[];
  /** Why it cannot be so. */
  readonly rules: Rules<DispatchErrorCode>;
}

/**
 * An official came to an agency on another day, or to another agency: the one before ends where it begins.
 *
 * @param history - earliest first
 * @param one - of the history
 */
export function correctedAgency(
  history: readonly Belonging[],
  one: Belonging,
  to: Pick<Belonging, "agencyCode" | "from">,
): CorrectedAgencies {
  const index = history.indexOf(one);
  const [before, next] = [history[index - 1], history[index + 1]];
  const joins = before !== undefined && before.to === one.from;
  const end = one.to ?? next?.from ?? null;
  const after = history.map((each) => {
    if (each === one) return { ...one, ...to };
    return joins && each === before ? { ...before, to: to.from } : each;
  });
  return {
    after,
    rules: [
      homeAgencyRules(to.agencyCode, to.from, { agency: "agency", from: "newFrom" }),
      before ? [beginsAfter(to.from, before, joins)] : [],
      before && before.to === one.from
        ? [otherAgencyRule(to.agencyCode, to.from, { ...before, to: null })]
        : [],
      next && next.from === one.to
        ? [otherAgencyRule(next.agencyCode, next.from, { ...to, to: null })]
        : [],
      {
        ...inTheWay(
          `Expected a day before ${String(end)}, when the official belonged there no longer, received ${to.from}.`,
          "newFrom",
        ),
        holds: end === null || to.from < end,
      },
    ],
  };
}

function beginsAfter(from: string, before: Belonging, joins: boolean): Rule<DispatchErrorCode> {
  const message = joins
    ? `Expected a day after ${before.from}, when the official came to ${before.agencyCode}, received ${from}.`
    : `Expected a day from ${String(before.to)}, until when the official belonged to ${before.agencyCode}, received ${from}.`;
  const holds = joins ? from > before.from : before.to !== null && from >= before.to;
  return { ...inTheWay(message, "newFrom"), holds };
}

/** An official never came to an agency: the one before goes on, and is one with the next where that is the same. */
export function withoutAgency(history: readonly Belonging[], one: Belonging): CorrectedAgencies {
  const index = history.indexOf(one);
  const [before, next] = [history[index - 1], history[index + 1]];
  if (!before) {
    const message = `Expected an agency that the official came to from another, received ${one.agencyCode}, the first on record.`;
    return { after: history, rules: [inTheWay(message, "from")] };
  }
  const isOne = next?.agencyCode === before.agencyCode && next.from === one.to;
  const longer = before.to === one.from ? { ...before, to: isOne ? next.to : one.to } : before;
  const isLeft = (each: Belonging) =>
    each !== one && !(isOne && longer !== before && each === next);
  return {
    after: history.filter(isLeft).map((each) => (each === before ? longer : each)),
    rules: [],
  };
}

/** Each dispatch that was not cancelled leaves from an agency on its first day. */
export function dispatchesLeave(
  dispatches: readonly Dispatch[],
  agencies: readonly Belonging[],
  at: string,
): Rules<DispatchErrorCode> {
  return dispatches
    .filter((dispatch) => homeAgencyOn(agencies, firstDayOf(dispatch)) === null)
    .map((dispatch) =>
      inTheWay(
        `Expected a home agency on ${firstDayOf(dispatch)}, the first day of a dispatch of the official, found none.`,
        at,
      ),
    );
}
