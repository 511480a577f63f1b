import { countryRule } from "../../catalog/rules/area.rules";
import { hasHappened, inRange } from "../../catalog/rules/day.rules";
import { shown } from "../../kit/errors";
import { periodRule } from "../../kit/rules/day.rules";
import { overlap } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { nameRule, noteRule } from "../../kit/rules/text.rules";
import type { DispatchLegalBasisCode } from "../classification/dispatch-legal-basis";
import type { DispatchOrganizationTypeCode } from "../classification/dispatch-organization-type";
import { consultationRules } from "./consultation.rules";
import type { DispatchErrorCode } from "../record/dispatch-error-code";
import {
  awayUntil,
  type DispatchDays,
  type DispatchTerm,
  endOf,
  firstDayOf,
} from "./dispatch-state";

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
  /** The official's other dispatches that were not cancelled. */
  readonly others: readonly DispatchTerm[];
}

/** The rules of a dispatch as a whole, whatever its state. */
export function dispatchRules(
  values: DispatchValues,
  facts: DispatchFacts,
): Rules<DispatchErrorCode> {
  return [
    partyRules(values, facts),
    termRules(values),
    dayRules(values, facts),
    values.cancelledOn === null ? otherRules(values, facts) : [],
  ];
}

function partyRules(values: DispatchValues, facts: DispatchFacts): Rules<DispatchErrorCode> {
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
    values.cancelledOn === null ? [homeAgencyRule(values, homeAgency)] : [],
  ];
}

/** The official belongs to an agency on the first day; what was cancelled needs none. */
export function homeAgencyRule(
  values: DispatchTerm,
  homeAgency: string | null,
): Rule<DispatchErrorCode> {
  return {
    holds: homeAgency !== null,
    code: "NO_HOME_AGENCY",
    message: `Expected an official with a home agency on ${firstDayOf(values)}, the first day, found none.`,
    at: values.startedOn === null ? "plannedFrom" : "startedOn",
  };
}

function termRules(values: DispatchValues): Rules<DispatchErrorCode> {
  const { plannedFrom, plannedTo, npaConsultedOn } = values;
  const from = firstDayOf(values);
  return [
    inRange(plannedFrom, "plannedFrom"),
    inRange(plannedTo, "plannedTo"),
    periodRule(plannedFrom, plannedTo, "plannedTo"),
    consultationRules(from, plannedTo, npaConsultedOn, "npaConsultedOn"),
  ];
}

function dayRules(values: DispatchValues, { today }: DispatchFacts): Rules<DispatchErrorCode> {
  const { plannedFrom, plannedTo, consentOn, startedOn, returnedOn } = values;
  const { cancelledOn, cancellationReason } = values;
  return [
    hasHappened(values.npaConsultedOn, today, "npaConsultedOn"),
    hasHappened(consentOn, today, "consentOn"),
    hasHappened(startedOn, today, "startedOn"),
    hasHappened(returnedOn, today, "returnedOn"),
    hasHappened(cancelledOn, today, "cancelledOn"),
    reasonRules(cancelledOn, cancellationReason),
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
    startedOn === null ? [] : startRules(startedOn, consentOn, plannedTo),
    returnedOn === null ? [] : returnRules(returnedOn, values),
    {
      holds: cancelledOn === null || startedOn === null,
      code: "ALREADY_BEGUN",
      message: `Expected a dispatch that has not begun, received one that began on ${String(startedOn)}.`,
      at: "cancelledOn",
    },
  ];
}

function reasonRules(cancelledOn: string | null, reason: string | null): Rules<DispatchErrorCode> {
  if (reason === null && cancelledOn === null) return [];
  const needless: Rule<DispatchErrorCode> = {
    holds: cancelledOn !== null,
    code: "INVALID_TEXT",
    message: `Expected no reason for cancelling what was not cancelled, received ${shown(reason)}.`,
    at: "reason",
  };
  return [needless, noteRule(reason ?? "", "reason")];
}

function startRules(
  startedOn: string,
  consentOn: string | null,
  plannedTo: string,
): Rules<DispatchErrorCode> {
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
): Rules<DispatchErrorCode> {
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

/** Nobody is in two places at once, or planned to be; one can begin on the day another ends. */
function otherRules(values: DispatchValues, { others }: DispatchFacts): Rules<DispatchErrorCode> {
  const at = values.startedOn === null ? "plannedFrom" : "startedOn";
  const daysOf = (term: DispatchTerm) => ({ from: firstDayOf(term), to: endOf(term) });
  const own = daysOf(values);
  const overlapping = others.find((other) => overlap(own, daysOf(other)));
  const unfinished = others.find((other) => bothOnDispatch(values, other));
  const same = others.find(({ plannedFrom }) => plannedFrom === values.plannedFrom);
  if (overlapping) {
    const message = `Expected a term that does not meet another dispatch of the official, that from ${firstDayOf(overlapping)} to ${endOf(overlapping)}${placeOf(overlapping)}, received ${own.from} to ${own.to}.`;
    return [{ holds: false, code: "OVERLAPPING_DISPATCH", message, at }];
  }
  return [
    unfinished ? [unfinishedRule(values, unfinished, at)] : [],
    {
      holds: same === undefined,
      code: "DISPATCH_EXISTS",
      message: `Expected a first day on which no other dispatch of the official is planned to begin, received ${values.plannedFrom}.`,
      at: "plannedFrom",
    },
  ];
}

/** Broken by two dispatches of which the earlier has no end on record. */
function unfinishedRule(
  values: DispatchValues,
  other: DispatchTerm,
  at: string,
): Rule<DispatchErrorCode> {
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

function placeOf({ place }: DispatchTerm): string {
  return place === undefined ? "" : ` (${place})`;
}

function bothOnDispatch(one: DispatchTerm, other: DispatchTerm): boolean {
  return (
    one.startedOn !== null &&
    other.startedOn !== null &&
    one.startedOn < awayUntil(other) &&
    other.startedOn < awayUntil(one)
  );
}
