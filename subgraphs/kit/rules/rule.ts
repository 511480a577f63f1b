import type { Refusal } from "./refusal";

/** One rule: whether it holds, and what the caller learns where it does not. */
export interface Rule<Code extends string = string> {
  readonly holds: boolean;
  readonly code: Code;
  /** Says what was expected and what was received. */
  readonly message: string;
  /** The field of the input at fault; with dots, one inside it, as `scores.2.score`. */
  readonly at: string;
}

/** Rules, and rules that consist of others. */
export type Rules<Code extends string = string> = readonly (Rule<Code> | Rules<Code>)[];

/** The rules that do not hold, as refusals with the path `["input", <field>]`. */
export function brokenRules<Code extends string>(rules: Rules<Code>): Refusal<Code>[] {
  return flat(rules)
    .filter(({ holds }) => !holds)
    .map(({ code, message, at }) => ({ code, message, path: ["input", ...at.split(".")] }));
}

/**
 * The same rules at other fields: `{ lastDay: "completedOn" }` moves what is wrong with `lastDay`.
 *
 * @param otherwise - where a rule goes whose field is not named; absent: it stays
 */
export function movedTo<Code extends string>(
  fields: Readonly<Record<string, string>>,
  rules: Rules<Code>,
  otherwise?: string,
): Rule<Code>[] {
  return flat(rules).map((rule) => ({ ...rule, at: fields[rule.at] ?? otherwise ?? rule.at }));
}

/** What a constraint of the database means to the caller: others wrote the same at the same moment. */
export function atTheSameMoment<Code extends string>(
  code: Code,
  expected: string,
  at: string,
): Refusal<Code> {
  const message = `Expected ${expected}; another has been recorded at the same moment.`;
  return { code, message, path: ["input", at] };
}

function flat<Code extends string>(rules: Rules<Code>): Rule<Code>[] {
  return rules.flatMap((rule) => ("holds" in rule ? [rule] : flat(rule)));
}
