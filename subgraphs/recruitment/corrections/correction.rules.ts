import type { Rule } from "../../kit/rules/rule";

/** A rule that is broken by something else on record, which the message names. */
export function inTheWay(message: string, at: string): Rule<"STANDS_IN_THE_WAY"> {
  return {
    holds: false,
    code: "STANDS_IN_THE_WAY",
    message: `${message} Take it back, or put it right, first.`,
    at,
  };
}

/** What is absent stays; `null` takes a step back. */
export function corrected<Value>(
  given: Value | null | undefined,
  recorded: Value | null,
): Value | null {
  return given === undefined ? recorded : given;
}
