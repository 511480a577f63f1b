import { shown } from "../../kit/errors";
import { type CooperationRefusal, type Optional, unless } from "../error/refusal";
import { dayAfter } from "../day/day";
import { checkAgency, checkCountry } from "../rules/area.rules";
import { checkNumber, checkOptionalText } from "../rules/text.rules";
import {
  checkDates,
  checkFiscalYear,
  checkInFiscalYear,
  checkOrder,
  checkPast,
} from "../rules/time.rules";
import type { Invitation } from "./invitation";
import { InvitationState } from "./invitation-state";

/** What is said of an invitation that is sent. */
export interface InvitationValues {
  readonly fiscalYear: number;
  readonly country: string;
  readonly agency?: Optional<string>;
  readonly persons: number;
  readonly invitedOn: string;
  readonly purpose?: Optional<string>;
  readonly note?: Optional<string>;
}

/** The rules that an invitation must keep by itself. It is sent before the fiscal year of the visit is over. */
export function checkInvitation(values: InvitationValues, today: string): CooperationRefusal[] {
  const { fiscalYear, country, agency, persons, invitedOn, purpose, note } = values;
  const lastDay = `${fiscalYear + 1}-03-31`;
  const message = `Expected a day not after ${lastDay}, the last of the fiscal year of the visit, received ${invitedOn}.`;
  return [
    ...checkFiscalYear(fiscalYear, "fiscalYear"),
    ...checkCountry(country, "country"),
    ...checkAgency(agency, country, { from: invitedOn, to: dayAfter(invitedOn) }, "agency"),
    ...checkNumber(persons, "persons", 1, 10_000),
    ...checkDates({ invitedOn }),
    ...checkPast(invitedOn, today, "invitedOn"),
    ...unless(invitedOn <= lastDay, "OUTSIDE_FISCAL_YEAR", message, "invitedOn"),
    ...checkOptionalText(purpose, "purpose", "lines"),
    ...checkOptionalText(note, "note", "lines"),
  ];
}

/** The office has recorded the invitation. */
export function checkRecorded({ sourceId }: Invitation): CooperationRefusal[] {
  const message =
    "Expected an invitation that the office has recorded, received one that a source states.";
  return unless(sourceId === null, "PUBLISHED_FACT", message, "id");
}

/** States from which each state can be reached. What was accepted can still be declined. */
const before: Readonly<Record<InvitationState, readonly InvitationState[]>> = {
  [InvitationState.INVITED]: [],
  [InvitationState.ACCEPTED]: [InvitationState.INVITED],
  [InvitationState.DECLINED]: [InvitationState.INVITED, InvitationState.ACCEPTED],
  [InvitationState.VISITED]: [InvitationState.ACCEPTED],
};

function checkState(
  { state }: Pick<Invitation, "state">,
  next: InvitationState,
  field: string,
): CooperationRefusal[] {
  const message = `Expected an invitation that is ${before[next].join(" or ")}, to become ${next}, received one that is ${state}.`;
  return unless(before[next].includes(state), "ILLEGAL_STATE_CHANGE", message, field);
}

/** An invitation may be answered on a day: it waits for it, was sent before, and only a refusal has a reason. */
export function checkAnswer(
  invitation: Invitation,
  next: InvitationState.ACCEPTED | InvitationState.DECLINED,
  on: string,
  reason: Optional<string>,
  today: string,
): CooperationRefusal[] {
  return [
    ...checkState(invitation, next, "answer"),
    ...checkDates({ on }),
    ...checkPast(on, today, "on"),
    ...checkOrder(on, invitation.answeredOn ?? invitation.invitedOn ?? on, "on"),
    ...checkOptionalText(reason, "reason", "lines"),
    ...unless(
      reason == null || next === InvitationState.DECLINED,
      "REASON_NOT_TAKEN",
      `Expected no reason where the invitation is accepted, received ${shown(reason)}.`,
      "reason",
    ),
  ];
}

/** A visit. */
export interface VisitValues {
  readonly startsOn: string;
  readonly endsOn: string;
  readonly persons?: Optional<number>;
}

/** A visit may follow an invitation: it was accepted before, and the visit is over and lies in the fiscal year. */
export function checkVisit(
  invitation: Invitation,
  { startsOn, endsOn, persons }: VisitValues,
  today: string,
): CooperationRefusal[] {
  const message = `Expected a last day not before ${startsOn}, received ${endsOn}.`;
  return [
    ...checkState(invitation, InvitationState.VISITED, "id"),
    ...checkDates({ startsOn, endsOn }),
    ...checkInFiscalYear(startsOn, invitation.fiscalYearNumber, "startsOn"),
    ...checkOrder(startsOn, invitation.answeredOn ?? startsOn, "startsOn"),
    ...unless(endsOn >= startsOn, "INVALID_PERIOD", message, "endsOn"),
    ...checkPast(endsOn, today, "endsOn"),
    ...checkNumber(persons, "persons", 1, 10_000),
  ];
}
