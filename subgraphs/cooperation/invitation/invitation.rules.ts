import { agencyRules, countryRule } from "../../catalog/rules/area.rules";
import {
  datesInRange,
  fiscalYearRule,
  hasHappened,
  inFiscalYear,
} from "../../catalog/rules/day.rules";
import { shown } from "../../kit/errors";
import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import { dayAfter } from "../../kit/rules/period";
import type { Rule, Rules } from "../../kit/rules/rule";
import { betweenRule, optionalNoteRule } from "../../kit/rules/text.rules";
import type { CooperationErrorCode } from "../record/cooperation-error-code";
import type { Invitation } from "./invitation";
import { type InvitationAnswer, InvitationState } from "./invitation-codes";

/** What is said of an invitation that is sent. */
export interface InvitationValues {
  readonly fiscalYear: number;
  readonly country: string;
  readonly agency?: string | null | undefined;
  readonly persons: number;
  readonly invitedOn: string;
  readonly purpose?: string | null | undefined;
  readonly note?: string | null | undefined;
}

/** The rules that an invitation must keep by itself. It is sent before the fiscal year of the visit is over. */
export function invitationRules(
  values: InvitationValues,
  today: string,
): Rules<CooperationErrorCode> {
  const { fiscalYear, country, agency, persons, invitedOn, purpose, note } = values;
  const lastDay = `${fiscalYear + 1}-03-31`;
  const period = { from: invitedOn, to: dayAfter(invitedOn) };
  return [
    fiscalYearRule(fiscalYear, "fiscalYear"),
    countryRule(country, "country"),
    agencyRules(agency, "agency", { country, foreign: "AGENCY_OF_ANOTHER_COUNTRY", period }),
    betweenRule(persons, "persons", 1, 10_000),
    hasHappened(invitedOn, today, "invitedOn"),
    {
      holds: invitedOn <= lastDay,
      code: "OUTSIDE_FISCAL_YEAR",
      message: `Expected a day not after ${lastDay}, the last of the fiscal year of the visit, received ${invitedOn}.`,
      at: "invitedOn",
    },
    optionalNoteRule(purpose, "purpose"),
    optionalNoteRule(note, "note"),
  ];
}

/** The office has recorded the invitation. */
export function recordedRule({ sourceId }: Invitation): Rule<CooperationErrorCode> {
  return {
    holds: sourceId === null,
    code: "PUBLISHED_FACT",
    message:
      "Expected an invitation that the office has recorded, received one that a source states.",
    at: "id",
  };
}

/** States from which each state can be reached. What was accepted can still be declined. */
const before: Readonly<Record<InvitationState, readonly InvitationState[]>> = {
  INVITED: [],
  ACCEPTED: [InvitationState.INVITED],
  DECLINED: [InvitationState.INVITED, InvitationState.ACCEPTED],
  VISITED: [InvitationState.ACCEPTED],
};

function stateRule(
  { state }: Pick<Invitation, "state">,
  next: InvitationState,
  at: string,
): Rule<CooperationErrorCode> {
  return {
    holds: before[next].includes(state),
    code: "ILLEGAL_STATE_CHANGE",
    message: `Expected an invitation that is ${before[next].join(" or ")}, to become ${next}, received one that is ${state}.`,
    at,
  };
}

/** What is answered to an invitation. */
export interface AnswerValues {
  readonly answer: InvitationAnswer;
  readonly on: string;
  readonly reason?: string | null | undefined;
}

/** An invitation can be answered on a day: it waits for it, was sent before, and only a refusal has a reason. */
export function answerRules(
  invitation: Invitation,
  { answer, on, reason }: AnswerValues,
  today: string,
): Rules<CooperationErrorCode> {
  const earliest = invitation.answeredOn ?? invitation.invitedOn ?? on;
  return [
    stateRule(invitation, answer, "answer"),
    hasHappened(on, today, "on"),
    notBefore(on, earliest, "the day of the step before", "on"),
    optionalNoteRule(reason, "reason"),
    {
      holds: reason == null || answer === InvitationState.DECLINED,
      code: "REASON_NOT_TAKEN",
      message: `Expected no reason where the invitation is accepted, received ${shown(reason)}.`,
      at: "reason",
    },
  ];
}

/** A visit. */
export interface VisitValues {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly persons?: number | null | undefined;
}

/** A visit can follow an invitation: it was accepted before, and the visit is over and lies in the fiscal year. */
export function visitRules(
  invitation: Invitation,
  { startsOn, endsOn, persons }: VisitValues,
  today: string,
): Rules<CooperationErrorCode> {
  const { answeredOn, fiscalYearNumber } = invitation;
  return [
    stateRule(invitation, InvitationState.VISITED, "id"),
    datesInRange({ startsOn, endsOn }),
    inFiscalYear(startsOn, fiscalYearNumber, "startsOn"),
    notBefore(startsOn, answeredOn ?? startsOn, "the day of the answer", "startsOn"),
    {
      holds: endsOn >= startsOn,
      code: "INVALID_PERIOD",
      message: `Expected a last day not before ${startsOn}, received ${endsOn}.`,
      at: "endsOn",
    },
    notInFuture(endsOn, today, "endsOn"),
    betweenRule(persons, "persons", 1, 10_000),
  ];
}
