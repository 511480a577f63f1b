import type { Rule } from "./rule";

/** What has happened lies on no later day than today. */
export function notInFuture(day: string, today: string, at: string): Rule<"DATE_IN_FUTURE"> {
  return {
    holds: day <= today,
    code: "DATE_IN_FUTURE",
    message: `Expected a day up to today, ${today}, received ${day}.`,
    at,
  };
}

/** A step does not come before what it follows, which `what` puts in words. */
export function notBefore(
  day: string,
  earliest: string,
  what: string,
  at: string,
): Rule<"DATE_OUT_OF_ORDER"> {
  return {
    holds: day >= earliest,
    code: "DATE_OUT_OF_ORDER",
    message: `Expected ${earliest}, ${what}, or a later day, received ${day}.`,
    at,
  };
}

/** A period `[from, to)` has at least one day. */
export function periodRule(
  from: string,
  to: string | null | undefined,
  at = "to",
): Rule<"INVALID_PERIOD"> {
  return {
    holds: to == null || to > from,
    code: "INVALID_PERIOD",
    message: `Expected a day after ${from}, the first day, received ${to ?? "none"}: it is the first day on which it no longer holds.`,
    at,
  };
}
