import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import { consultationRule, hasHappened, inRange } from "../rules/day.rules";

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

/** The rules that an extension breaks (Rule 18-0, art. 4). The whole term counts, from the first day on dispatch. */
export function checkExtension(values: ExtensionValues, facts: ExtensionFacts): DispatchRefusal[] {
  const { newTo, consentOn, npaConsultedOn } = values;
  const { today, startedOn, previousTo, lastConsentOn, lastConsultedOn } = facts;
  const consentFrom = lastConsentOn && lastConsentOn > startedOn ? lastConsentOn : startedOn;
  return brokenRules(
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
    consultationRule(startedOn, newTo, npaConsultedOn, "npaConsultedOn"),
    {
      holds:
        npaConsultedOn === null ||
        (npaConsultedOn >= startedOn &&
          (lastConsultedOn == null || npaConsultedOn > lastConsultedOn)),
      code: "CONSULTATION_NOT_ANEW",
      message: `Expected a consultation from ${startedOn}, the first day on dispatch, and after the last, ${lastConsultedOn ?? "none"}, received ${String(npaConsultedOn)}.`,
      at: "npaConsultedOn",
    },
  );
}
