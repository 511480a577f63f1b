import type { Refusal } from "../../kit/mutation/refusal";
import type { RecruitmentErrorCode } from "./recruitment-error-code";

/** A broken rule of recruitment, with the input field at fault. */
export type RecruitmentRefusal = Refusal<RecruitmentErrorCode>;

/** A rule: whether it holds, and what the caller is told where it does not. */
export interface Rule {
  readonly holds: boolean;
  readonly code: RecruitmentErrorCode;
  /** Says what was received and what was expected. */
  readonly message: string;
  /** The field of the input. */
  readonly at: string;
}

/** The rules that do not hold, as refusals. */
export function brokenRules(...rules: readonly (Rule | readonly Rule[])[]): RecruitmentRefusal[] {
  return rules
    .flat()
    .filter(({ holds }) => !holds)
    .map(({ code, message, at }) => ({ code, message, path: ["input", at] }));
}

/** What a constraint means to the caller: others wrote the same at the same moment. */
export function atTheSameMoment(
  code: RecruitmentErrorCode,
  expected: string,
  at: string,
): RecruitmentRefusal {
  return {
    code,
    message: `Expected ${expected}; another has been recorded at the same moment.`,
    path: ["input", at],
  };
}
