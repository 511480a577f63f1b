import { brokenRules, type DispatchRefusal } from "../rules/broken-rules";
import { fiveYearsOn, hasHappened, inRange } from "../rules/day.rules";

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
}

/** The rules that an extension breaks (Rule 18-0, art. 4). The whole term counts, from the first day on dispatch. */
export function checkExtension(values: ExtensionValues, facts: ExtensionFacts): DispatchRefusal[] {
  const { newTo, consentOn, npaConsultedOn } = values;
  const { today, startedOn, previousTo } = facts;
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
      holds: npaConsultedOn !== null || newTo <= fiveYearsOn(startedOn),
      code: "CONSULTATION_MISSING",
      message: `Expected the day of a consultation, as the term ends with ${newTo} and five years from ${startedOn} with ${fiveYearsOn(startedOn)}, received none.`,
      at: "npaConsultedOn",
    },
  );
}
