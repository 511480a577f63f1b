import { brokenRules, type Rule, type Rules } from "../../kit/rules/rule";
import type { FellowshipErrorCode } from "./fellowship-error-code";

/** What is absent stays; `null` takes a step back. */
export function corrected<Value>(
  given: Value | null | undefined,
  recorded: Value | null,
): Value | null {
  return given === undefined ? recorded : given;
}

/** A rule that is broken by something else on record. */
export function inTheWay(message: string, at: string): Rule<FellowshipErrorCode> {
  return {
    holds: false,
    code: "STANDS_IN_THE_WAY",
    message: `${message} Take it back, or put it right, first.`,
    at,
  };
}

/**
 * Something else on record that holds now holds afterwards too. What does not hold now is not the matter of the correction:
 * otherwise of two records that do not hold, neither could be put right first.
 *
 * @param what - names it, as `the placement from 2023-05-01 on`
 * @param at - the field of the correction at which it is said, by the rule that would be broken
 */
export function stillHolds(
  what: string,
  now: Rules<FellowshipErrorCode>,
  afterwards: Rules<FellowshipErrorCode>,
  at: (code: FellowshipErrorCode) => string,
): Rules<FellowshipErrorCode> {
  const broken = new Set(brokenRules(now).map(({ code }) => code));
  const newlyBroken = brokenRules(afterwards).find(({ code }) => !broken.has(code));
  if (!newlyBroken) return [];
  const message = `Found ${what}, which would not hold any longer. ${newlyBroken.message}`;
  return [inTheWay(message, at(newlyBroken.code))];
}
