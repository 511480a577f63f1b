import type { Refusal } from "../../kit/mutation/refusal";
import type { FellowshipErrorCode } from "./fellowship-error-code";

/** A code of {@link FellowshipErrorCode}. */
export type FellowshipCode = keyof typeof FellowshipErrorCode;

/** A broken rule of fellowships. */
export type FellowshipRefusal = Refusal<FellowshipCode>;

/** A broken rule at a field of the input. */
export function refusal(code: FellowshipCode, message: string, field: string): FellowshipRefusal {
  return { code, message, path: ["input", field] };
}

/** The same rules at other fields: `{ lastDay: "completedOn" }` moves what is wrong with `lastDay`. */
export function atFields(
  refusals: readonly FellowshipRefusal[],
  fields: Readonly<Record<string, string>>,
): FellowshipRefusal[] {
  return refusals.map((one) => ({ ...one, path: one.path.map((part) => fields[part] ?? part) }));
}
