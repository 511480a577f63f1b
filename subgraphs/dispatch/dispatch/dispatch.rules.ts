import { shown } from "../../kit/errors";
import type { DispatchLegalBasisCode } from "../legal-basis/dispatch-legal-basis-code";
import type { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { brokenRules, type DispatchRefusal, type Rule } from "../rules/broken-rules";
import { countryRule } from "../rules/country.rules";
import { consultationRule, hasHappened, inRange } from "../rules/day.rules";
import { nameRule, noteRule } from "../rules/text.rules";
import { type AwayTerm, awayUntil } from "./away-until";
import type { DispatchDays } from "./dispatch-state";

/** The days of a dispatch that keep others out. */
export interface DispatchTerm extends AwayTerm {
  readonly plannedFrom: string;
  readonly startedOn: string | null;
  /** Where else it stands than on record, as "line 12"; for messages. */
  readonly place?: string;
}

/** What a dispatch's rules are about. */
export interface DispatchValues extends DispatchTerm, DispatchDays {
  readonly post: string;
  readonly legalBasisCode: DispatchLegalBasisCode;
  readonly countryCode: string | null;
  readonly payRatio: number | null;
  readonly npaConsultedOn: string | null;
  readonly cancellationReason: string | null;
  /** Whether a return after the end of the term is acknowledged as an overstay; absent: not. */
  readonly overstayed?: boolean;
}

/** What else a dispatch's rules need to know. */
export interface DispatchFacts {
  readonly today: string;
  readonly organizationType: DispatchOrganizationTypeCode;
  /** The kinds of organization that come under the legal basis. */
  readonly typesOfLegalBasis: readonly string[];
  /** The official's home agency on the dispatch's {@link firstDayOf}. */
  readonly homeAgency: string | null;
  /** The official's other dispatches that were not given up. */
  readonly others: readonly DispatchTerm[];
}

/** The first day of a dispatch: as planned, until it has begun. */
export function firstDayOf({ startedOn, plannedFrom }: DispatchTerm): string {
  return startedOn ?? plannedFrom;
}

/** The rules that a dispatch breaks, whatever its state. */
export function checkDispatch(values: DispatchValues, facts: DispatchFacts): DispatchRefusal[] {
  return brokenRules(
    partyRules(values, facts),
    termRules(values),
    dayRules(values, facts),
    values.cancelledOn === null ? otherRules(values, facts) : [],
  );
}

function partyRules(values: DispatchValues, facts: DispatchFacts): Rule[] {
  const { post, legalBasisCode, countryCode, payRatio } = values;
  const { organizationType, typesOfLegalBasis, homeAgency } = facts;
  return [
    nameRule(post, "post"),
    {
      holds: typesOfLegalBasis.includes(organizationType),
      code: "LEGAL_BASIS_DOES_NOT_FIT",
      message: `Expected a legal basis that covers an organization of kind ${organizationType}, received ${legalBasisCode}, which covers ${typesOfLegalBasis.join(", ")}.`,
      at: "legalBasis",
    },
    {
      holds: countryCode !== null,
      code: "COUNTRY_MISSING",
      message: "Expected a country of duty, received none; nor has the organization one.",
      at: "country",
    },
    countryRule(countryCode, "country"),
    {
      holds: payRatio === null || (payRatio >= 0 && payRatio <= 100),
      code: "PAY_RATIO_OUT_OF_RANGE",
      message: `Expected a percentage of 0–100, received ${String(payRatio)}.`,
      at: "payRatio",
    },
    ...(values.cancelledOn === null ? [homeAgencyRule(values, homeAgency)] : []),
  ];
}

/** The rule broken where an official belongs to no agency on the first day; what was given up may do without. */
export function checkHomeAgencyOf(
  values: DispatchTerm,
  homeAgency: string | null,
): DispatchRefusal[] {
  return brokenRules(homeAgencyRule(values, homeAgency));
}

function homeAgencyRule(values: DispatchTerm, homeAgency: string | null): Rule {
  return {
    holds: homeAgency !== null,
    code: "NO_HOME_AGENCY",
    message: `Expected an official with a home agency on ${firstDayOf(values)}, the first day, found none.`,
    at: values.startedOn === null ? "plannedFrom" : "startedOn",
  };
}

function termRules(values: DispatchValues): Rule[] {
  const { plannedFrom, plannedTo, npaConsultedOn } = values;
  const from = firstDayOf(values);
  return [
    inRange(plannedFrom, "plannedFrom"),
    inRange(plannedTo, "plannedTo"),
    {
      holds: plannedFrom < plannedTo,
      code: "EMPTY_TERM",
      message: `Expected a day after ${plannedFrom}, the first of the term, received ${plannedTo}: it is the first day back on duty.`,
      at: "plannedTo",
    },
    ...consultationRule(from, plannedTo, npaConsultedOn, "npaConsultedOn"),
  ];
}

function dayRules(values: DispatchValues, { today }: DispatchFacts): Rule[] {
  const { plannedFrom, plannedTo, consentOn, startedOn, returnedOn } = values;
  const { cancelledOn, cancellationReason } = values;
  return [
    ...hasHappened(values.npaConsultedOn, today, "npaConsultedOn"),
    ...hasHappened(consentOn, today, "consentOn"),
    ...hasHappened(startedOn, today, "startedOn"),
    ...hasHappened(returnedOn, today, "returnedOn"),
    ...hasHappened(cancelledOn, today, "cancelledOn"),
    ...reasonRules(cancelledOn, cancellationReason),
    {
      holds:
        consentOn === null ||
        startedOn !== null ||
        cancelledOn !== null ||
        consentOn <= plannedFrom,
      code: "CONSENT_AFTER_START",
      message: `Expected consent on or before ${plannedFrom}, the first day as planned, received ${String(consentOn)}.`,
      at: "consentOn",
    },
    ...(startedOn === null ? [] : startRules(startedOn, consentOn, plannedTo)),
    ...(returnedOn === null ? [] : returnRules(returnedOn, values)),
    {
      holds: cancelledOn === null || startedOn === null,
      code: "ALREADY_STARTED",
      message: `Expected a dispatch that has not begun, received one that began on ${String(startedOn)}.`,
      at: "cancelledOn",
    },
  ];
}

function reasonRules(cancelledOn: string | null, reason: string | null): Rule[] {
  if (reason === null && cancelledOn === null) return [];
  const needless: Rule = {
    holds: cancelledOn !== null,
    code: "INVALID_TEXT",
    message: `Expected no reason for giving up what was not given up, received ${shown(reason)}.`,
    at: "reason",
  };
  return [needless, noteRule(reason ?? "", "reason")];
}

function startRules(startedOn: string, consentOn: string | null, plannedTo: string): Rule[] {
  return [
    {
      holds: consentOn !== null,
      code: "CONSENT_MISSING",
      message: `Expected the official's consent on or before ${startedOn}, the first day, found none.`,
      at: "consentOn",
    },
    {
      holds: consentOn === null || consentOn <= startedOn,
      code: "CONSENT_AFTER_START",
      message: `Expected a first day from ${String(consentOn)}, when the official consented, received ${startedOn}.`,
      at: "startedOn",
    },
    {
      holds: startedOn < plannedTo,
      code: "START_AFTER_TERM",
      message: `Expected a day before ${plannedTo}, the end of the term, received ${startedOn}.`,
      at: "startedOn",
    },
  ];
}

function returnRules(
  returnedOn: string,
  { startedOn, plannedTo, overstayed }: DispatchValues,
): Rule[] {
  return [
    {
      holds: startedOn !== null,
      code: "NOT_ON_DISPATCH",
      message: "Expected a dispatch that has begun, received one that has not.",
      at: "returnedOn",
    },
    {
      holds: startedOn === null || returnedOn > startedOn,
      code: "RETURN_NOT_AFTER_START",
      message: `Expected a day after ${String(startedOn)}, the first day on dispatch, received ${returnedOn}: it is the first day back on duty.`,
      at: "returnedOn",
    },
    {
      holds: returnedOn <= plannedTo || overstayed === true,
      code: "RETURN_AFTER_TERM",
      message: `Expected a day up to ${plannedTo}, the end of the term, received ${returnedOn}. Extend the term first, or acknowledge the overstay (acknowledgeOverstay of returnFromDispatch).`,
      at: "returnedOn",
    },
  ];
}

/** Nobody is in two places at once, nor planned to be; one may begin on the day another ends. */
function otherRules(values: DispatchValues, { others }: DispatchFacts): Rule[] {
  const at = values.startedOn === null ? "plannedFrom" : "startedOn";
  const [from, to] = [firstDayOf(values), endOf(values)];
  const overlapping = others.find((other) => from < endOf(other) && firstDayOf(other) < to);
  const unfinished = others.find((other) => bothOnDispatch(values, other));
  const same = others.find(({ plannedFrom }) => plannedFrom === values.plannedFrom);
  if (overlapping) {
    const message = `Expected a term that does not meet another dispatch of the official, that from ${firstDayOf(overlapping)} to ${endOf(overlapping)}${placeOf(overlapping)}, received ${from} to ${to}.`;
    return [{ holds: false, code: "OVERLAPPING_DISPATCH", message, at }];
  }
  return [
    ...(unfinished ? [unfinishedRule(values, unfinished, at)] : []),
    {
      holds: same === undefined,
      code: "DISPATCH_EXISTS",
      message: `Expected a first day on which no other dispatch of the official is planned to begin, received ${values.plannedFrom}.`,
      at: "plannedFrom",
    },
  ];
}

/** Broken by two dispatches of which the earlier has no end on record. */
function unfinishedRule(values: DispatchValues, other: DispatchTerm, at: string): Rule {
  const [from, otherFrom] = [firstDayOf(values), firstDayOf(other)];
  const which = `the dispatch that began on ${otherFrom}${placeOf(other)}`;
  const rule = { holds: false, code: "STILL_ON_DISPATCH" } as const;
  return from < otherFrom
    ? {
        ...rule,
        message: `Expected an official who returned before ${which}, received none who did.`,
        at: "returnedOn",
      }
    : {
        ...rule,
        message: `Expected an official who is back by ${from} from ${which}, received one who returned: ${other.returnedOn ?? "not yet"}.`,
        at,
      };
}

/** The end of a dispatch: as planned, until the official is back. */
export function endOf({ returnedOn, plannedTo }: DispatchTerm): string {
  return returnedOn ?? plannedTo;
}

function placeOf(term: DispatchTerm | undefined): string {
  return term?.place === undefined ? "" : ` (${term.place})`;
}

function bothOnDispatch(one: DispatchTerm, other: DispatchTerm): boolean {
  return (
    one.startedOn !== null &&
    other.startedOn !== null &&
    one.startedOn < awayUntil(other) &&
    other.startedOn < awayUntil(one)
  );
}
