import type { Refusal } from "../../kit/mutation/refusal";
import type { CooperationErrorCode } from "./cooperation-error-code";

/** A broken rule of cooperation. */
export type CooperationRefusal = Refusal<CooperationErrorCode>;

/** A value of an input that may be left out. */
export type Optional<Value> = Value | null | undefined;

/** Makes a refusal; `field` is the field of the input at fault, with the path inside it. */
export function refusal(
  code: CooperationErrorCode,
  message: string,
  ...field: string[]
): CooperationRefusal {
  return { code, message, path: ["input", ...field] };
}

/** Nothing if the rule holds, else its refusal. */
export function unless(
  holds: boolean,
  code: CooperationErrorCode,
  message: string,
  ...field: string[]
): CooperationRefusal[] {
  return holds ? [] : [refusal(code, message, ...field)];
}
