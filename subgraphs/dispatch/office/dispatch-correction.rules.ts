import type { Rule, Rules } from "../../kit/rules/rule";
import { movedTo } from "../../kit/rules/rule";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import type { DispatchExtension } from "./dispatch";
import { extensionRules } from "./dispatch-step.rules";

/** What of a dispatch its extensions rest on. */
export interface ExtendedDispatch {
  readonly startedOn: string | null;
  readonly plannedTo: string;
  readonly npaConsultedOn: string | null;
}

/**
 * The extensions on record still hold for a dispatch that is put right: it has begun, its term ends with the last, and each
 * has its consent and consultation in order. What does not hold is said where the dispatch was changed, and names the extension.
 *
 * @param extensions - in the order they were made
 */
export function extensionsHold(
  { startedOn, plannedTo, npaConsultedOn }: ExtendedDispatch,
  extensions: readonly DispatchExtension[],
  today: string,
): Rules<DispatchErrorCode> {
  const last = extensions.at(-1);
  if (!last) return [];
  if (startedOn === null) {
    return [
      inTheWay(
        `Expected no extension of a dispatch that has not begun, found one until ${last.newTo}.`,
        "startedOn",
      ),
    ];
  }
  const consultedOn = lastConsultation(extensions);
  return [
    {
      ...inTheWay(
        `Expected ${last.newTo}, to which the term was extended, received ${plannedTo}.`,
        "plannedTo",
      ),
      holds: plannedTo === last.newTo,
    },
    {
      ...inTheWay(
        `Expected ${String(consultedOn)}, the consultation on an extension, received ${String(npaConsultedOn)}.`,
        "npaConsultedOn",
      ),
      holds: consultedOn === null || consultedOn === npaConsultedOn,
    },
    extensions.map((extension, index) => {
      const before = extensions.slice(0, index);
      const rules = extensionRules(extension, {
        today,
        startedOn,
        previousTo: extension.previousTo,
        lastConsentOn: before.at(-1)?.consentOn ?? null,
        lastConsultedOn: lastConsultation(before),
      });
      return movedTo({}, rules, "startedOn").map((rule) => ({
        ...rule,
        message: `The extension until ${extension.newTo} would not hold any longer. ${rule.message}`,
      }));
    }),
  ];
}

/** The last day on which the National Personnel Authority was consulted on extensions; `null`: never. */
export function lastConsultation(extensions: readonly DispatchExtension[]): string | null {
  return extensions.map((one) => one.npaConsultedOn).findLast((day) => day !== null) ?? null;
}

/** Where the consultation on record was for an extension that is taken back, it is said what stood there before. */
export function consultationRule(
  { npaConsultedOn }: Pick<ExtendedDispatch, "npaConsultedOn">,
  extension: DispatchExtension,
  left: readonly DispatchExtension[],
  given: { readonly npaConsultedOn?: string | null },
): Rule<DispatchErrorCode> {
  const isOfIt = extension.npaConsultedOn !== null && extension.npaConsultedOn === npaConsultedOn;
  return {
    ...inTheWay(
      `Expected the consultation before that of the extension, ${String(npaConsultedOn)}, or null where there was none, received nothing.`,
      "npaConsultedOn",
    ),
    holds: !isOfIt || lastConsultation(left) !== null || given.npaConsultedOn !== undefined,
  };
}

/** A rule that is broken by something else on record. */
export function inTheWay(message: string, at: string) {
  return {
    holds: false,
    code: "STANDS_IN_THE_WAY" as const,
    message: `${message} Take it back, or put it right, first.`,
    at,
  };
}
