import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import type { CooperationChange } from "../network/network.service";
import { trimmed } from "../rules/text.rules";
import { Invitation } from "./invitation";
import {
  type AnswerInvitationInput,
  InvitationAnswer,
  type InviteSeniorOfficialsInput,
  type RecordVisitInput,
} from "./invitation.inputs";
import { checkAnswer, checkInvitation, checkRecorded, checkVisit } from "./invitation.rules";
import { InvitationState } from "./invitation-state";

type InvitationChange<Input extends object> = ChangeDefinition<
  Input,
  Invitation,
  CooperationErrorCode
>;

const constraints = {
  one_recorded_invitation_a_program_agency_and_day: refusal(
    "ALREADY_INVITED",
    "Expected another day, country, agency, program or fiscal year than those of an invitation that is recorded already.",
    "invitedOn",
  ),
};

/** Records that somebody is invited. */
export const inviteSeniorOfficials: InvitationChange<InviteSeniorOfficialsInput> = {
  name: "inviteSeniorOfficials",
  node: Invitation,
  constraints,
  work: async (change, input) => {
    const { program, fiscalYear, country, agency = null, persons, purpose, note } = input;
    const invitedOn = input.invitedOn ?? change.today;
    const values = { fiscalYear, country, agency, persons, invitedOn, purpose, note };
    change.refuse(checkInvitation(values, change.today));
    return change.insert(Invitation, {
      program,
      fiscalYearNumber: fiscalYear,
      countryCode: country,
      agencyCode: agency,
      persons,
      state: InvitationState.INVITED,
      invitedOn,
      purpose: trimmed(purpose),
      note: trimmed(note),
    });
  },
};

/** Records the answer to an invitation; what was accepted can still be declined. */
export const answerInvitation: InvitationChange<AnswerInvitationInput> = {
  name: "answerInvitation",
  node: Invitation,
  constraints,
  work: async (change, input) => {
    const invitation = await lockRecorded(change, input);
    const { reason } = input;
    const on = input.on ?? change.today;
    const declined = input.answer === InvitationAnswer.DECLINED;
    const state = declined ? InvitationState.DECLINED : InvitationState.ACCEPTED;
    change.refuse(checkAnswer(invitation, state, on, reason, change.today));
    return change.update(Invitation, invitation, {
      state,
      answeredOn: on,
      declineReason: declined ? trimmed(reason) : null,
    });
  },
};

/** Records the visit that followed an invitation. */
export const recordVisit: InvitationChange<RecordVisitInput> = {
  name: "recordVisit",
  node: Invitation,
  constraints,
  work: async (change, input) => {
    const invitation = await lockRecorded(change, input);
    change.refuse(checkVisit(invitation, input, change.today));
    const { startsOn, endsOn, persons } = input;
    return change.update(Invitation, invitation, {
      state: InvitationState.VISITED,
      visitStartsOn: startsOn,
      visitEndsOn: endsOn,
      persons: persons ?? invitation.persons,
    });
  },
};

async function lockRecorded(
  change: CooperationChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
): Promise<Invitation> {
  const invitation = await change.lock(Invitation, input);
  change.refuse(checkRecorded(invitation));
  change.settle();
  return invitation;
}
