import { hasHappened, inRange } from "../../catalog/rules/day.rules";
import type { Rule, Rules } from "../../kit/rules/rule";
import { consultationRules } from "./consultation.rules";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import { type DispatchDays, DispatchState, type DispatchTerm, stateOn } from "./dispatch-state";

/** What can be done with a dispatch once it is planned. */
export type DispatchStep = "change" | "consent" | "start" | "extend" | "return" | "cancel";

const { PLANNED, CONSENTED, ON_DISPATCH, RETURNED, CANCELLED } = DispatchState;
const begun = { [ON_DISPATCH]: "ALREADY_BEGUN", [RETURNED]: "ALREADY_BEGUN" } as const;
const notBegun = { [PLANNED]: "NOT_ON_DISPATCH", [CONSENTED]: "NOT_ON_DISPATCH" } as const;
const over = { [RETURNED]: "ALREADY_RETURNED" } as const;
const cancelled = { [CANCELLED]: "ALREADY_CANCELLED" } as const;

/** Step → states in which it is refused, and with what code. */
const refused: Readonly<
  Record<DispatchStep, Readonly<Partial<Record<DispatchState, DispatchErrorCode>>>>
> = {
  change: { ...begun, ...cancelled },
  consent: { ...begun, ...cancelled },
  start: { [PLANNED]: "CONSENT_MISSING", ...begun, ...cancelled },
  extend: { ...notBegun, ...over, ...cancelled },
  return: { ...notBegun, ...over, ...cancelled },
  cancel: { ...begun, ...cancelled },
};

const endOfTime = "9999-12-31";

/**
 * The state a dispatch has reached allows the step. One without a return on record has not returned, so that the return
 * can be recorded and the term extended.
 */
export function stepRules(step: DispatchStep, dispatch: DispatchDays): Rules<DispatchErrorCode> {
  const state = stateOn({ ...dispatch, followed: false }, endOfTime);
  const code = refused[step][state];
  if (!code) return [];
  const states = Object.values(DispatchState).filter((other) => !refused[step][other]);
  const message = `Expected a dispatch that is ${states.join(" or ")}, received one that is ${state}.`;
  return [{ holds: false, code, message, at: "id" }];
}

/** Consent is recorded again only to correct its day, until the start. */
export function consentRule(recorded: string | null, consentOn: string): Rule<DispatchErrorCode> {
  return {
    holds: recorded !== consentOn,
    code: "ALREADY_CONSENTED",
    message: `Expected another day than that on record to correct it, received ${consentOn} again.`,
    at: "id",
  };
}

/** What an extension's rules are about. */
export interface ExtensionValues {
  readonly newTo: string;
  readonly consentOn: string;
  readonly npaConsultedOn: string | null;
}

/** What else an extension's rules need to know. */
export interface ExtensionFacts {
  readonly today: string;
  /** The first day on dispatch. */
  readonly startedOn: string;
  /** The end of the term so far. */
  readonly previousTo: string;
  /** The latest consent to an extension so far; absent: there was none. */
  readonly lastConsentOn?: string | null;
  /** The latest consultation so far; absent: there was none. */
  readonly lastConsultedOn?: string | null;
}

/** What a renewal of a term needs (Rule 18-0, art. 4). The whole term counts, from the first day on dispatch. */
export function extensionRules(
  values: ExtensionValues,
  facts: ExtensionFacts,
): Rules<DispatchErrorCode> {
  const { newTo, consentOn, npaConsultedOn } = values;
  const { today, startedOn, previousTo, lastConsentOn, lastConsultedOn } = facts;
  const consentFrom = lastConsentOn && lastConsentOn > startedOn ? lastConsentOn : startedOn;
  return [
    inRange(newTo, "newTo"),
    hasHappened(consentOn, today, "consentOn"),
    hasHappened(npaConsultedOn, today, "npaConsultedOn"),
    {
      holds: newTo > previousTo,
      code: "EXTENSION_NOT_AFTER_TERM",
      message: `Expected a day after ${previousTo}, the end of the term so far, received ${newTo}.`,
      at: "newTo",
    },
    {
      holds: consentOn <= previousTo,
      code: "CONSENT_AFTER_START",
      message: `Expected consent up to ${previousTo}, when the renewed term begins, received ${consentOn}.`,
      at: "consentOn",
    },
    {
      holds: consentOn >= consentFrom,
      code: "CONSENT_NOT_ANEW",
      message: `Expected consent on or after ${consentFrom}, ${consentFrom === startedOn ? "the first day on dispatch" : "the consent to the extension before"}, received ${consentOn}.`,
      at: "consentOn",
    },
    consultationRules(startedOn, newTo, npaConsultedOn, "npaConsultedOn"),
    {
      holds:
        npaConsultedOn === null ||
        (npaConsultedOn >= startedOn &&
          (lastConsultedOn == null || npaConsultedOn > lastConsultedOn)),
      code: "CONSULTATION_NOT_ANEW",
      message: `Expected a consultation from ${startedOn}, the first day on dispatch, and after the last, ${lastConsultedOn ?? "none"}, received ${String(npaConsultedOn)}.`,
      at: "npaConsultedOn",
    },
  ];
}

/** A dispatch on record. */
export interface RecordedDispatch extends DispatchTerm {
  /** The end of the term since it was last extended; `null` where it never was. */
  readonly extendedTo: string | null;
}

/**
 * A dispatch on record is corrected as a whole: what has happened can be corrected, but not undone; and the term of one
 * that has begun is renewed by extension only, which needs consent (Rule 18-0, art. 4).
 */
export function correctionRules(
  recorded: RecordedDispatch,
  corrected: DispatchTerm,
): Rules<DispatchErrorCode> {
  const { startedOn, returnedOn, plannedTo, extendedTo } = recorded;
  return [
    {
      holds: startedOn === null || corrected.startedOn !== null,
      code: "ALREADY_BEGUN",
      message: `Expected the first day of a dispatch that has begun, ${String(startedOn)} on record, received none.`,
      at: "startedOn",
    },
    {
      holds: returnedOn === null || corrected.returnedOn !== null,
      code: "ALREADY_RETURNED",
      message: `Expected the first day back of an official who has returned, ${String(returnedOn)} on record, received none.`,
      at: "returnedOn",
    },
    {
      holds: extendedTo === null || corrected.plannedTo === extendedTo,
      code: "ALREADY_BEGUN",
      message: `Expected ${String(extendedTo)}, to which the term was extended, received ${corrected.plannedTo}.`,
      at: "plannedTo",
    },
    {
      holds: startedOn === null || extendedTo !== null || corrected.plannedTo <= plannedTo,
      code: "ALREADY_BEGUN",
      message: `Expected a day up to ${plannedTo}, the end of a term that has begun and only an extension with the official's consent renews, received ${corrected.plannedTo}.`,
      at: "plannedTo",
    },
  ];
}
