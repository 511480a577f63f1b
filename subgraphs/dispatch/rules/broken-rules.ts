import type { Refusal } from "../../kit/mutation/refusal";
import type { DispatchErrorCode } from "./dispatch-error-code";

/** A broken rule of dispatch, with the field at fault. */
export type DispatchRefusal = Refusal<DispatchErrorCode>;

/** A rule: whether it holds, and what the caller is told where it does not. */
export interface Rule {
  readonly holds: boolean;
  readonly code: DispatchErrorCode;
  /** Says what was received and what was expected. */
  readonly message: string;
  /** The field at fault. */
  readonly at: string;
}

/** The rules that do not hold, as refusals with the path `["input", <field>]`. */
export function brokenRules(...rules: readonly (Rule | readonly Rule[])[]): DispatchRefusal[] {
  return rules
    .flat()
    .filter(({ holds }) => !holds)
    .map(({ code, message, at }) => ({ code, message, path: ["input", at] }));
}

/**
 * Refusals of a record's rules as those of a mutation whose input has other fields: each field by its name there; a
 * field the input does not have is the record's, which `id` names.
 */
export function aimedAt(
  fields: Readonly<Record<string, string>>,
  refusals: readonly DispatchRefusal[],
): DispatchRefusal[] {
  return refusals.map((refusal) => ({
    ...refusal,
    path: ["input", fields[refusal.path[1] ?? ""] ?? "id"],
  }));
}
