import {
  byDefault,
  code,
  country,
  day,
  id,
  optional,
  text,
  whole,
} from "../../kit/graphql/input-fields";
import type { ChangeInput } from "../../kit/mutation/inputs";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { Invitation } from "./invitation";
import { answerRules, invitationRules, recordedRule, visitRules } from "./invitation.rules";
import { InvitationAnswer, InvitationProgram, InvitationState } from "./invitation-codes";

const constraints = {
  one_recorded_invitation_a_program_agency_and_day: {
    code: "ALREADY_INVITED",
    message:
      "Expected another day, country, agency, program or fiscal year than those of an invitation that is recorded already.",
    path: ["input", "invitedOn"],
  },
} as const;

/** What the office records of invitations. */
export const invitationChanges = changesOf(Invitation, {
  inviteSeniorOfficials: adding({
    description: "Records that senior officials or others of a country are invited to Japan.",
    about: "An invitation to Japan to record.",
    given: "The invitation.",
    input: {
      program: byDefault(
        code(InvitationProgram, "Under which program."),
        InvitationProgram.SENIOR_OFFICIALS,
      ),
      fiscalYear: whole("The fiscal year of the visit."),
      country: country("The country invited."),
      agency: optional(id("Code of the agency invited; null where not known.")),
      persons: whole("How many persons."),
      invitedOn: optional(day("When it is sent; default: today in Asia/Tokyo.")),
      purpose: optional(text("What the visit is for.")),
      note: optional(text("A note on it.")),
    },
    constraints,
    work: (change, input) => {
      const { program, fiscalYear, country: countryCode, agency = null, persons } = input;
      const invitedOn = input.invitedOn ?? change.today;
      change.require(invitationRules({ ...input, invitedOn }, change.today));
      return change.insert(Invitation, {
        program,
        fiscalYearNumber: fiscalYear,
        countryCode,
        agencyCode: agency,
        persons,
        state: InvitationState.INVITED,
        invitedOn,
        purpose: trimmed(input.purpose),
        note: trimmed(input.note),
      });
    },
  }),

  answerInvitation: changing({
    description:
      "Records the answer to an invitation: INVITED becomes ACCEPTED or DECLINED, and what was accepted can still be declined.",
    about: "The answer to an invitation.",
    given: "The answer.",
    input: {
      answer: code(InvitationAnswer, "What was answered."),
      on: optional(day("When; default: today in Asia/Tokyo.")),
      reason: optional(text("Why it was declined; only where it was.")),
    },
    constraints,
    work: async (change, input) => {
      const invitation = await lockRecorded(change, input);
      const { answer, reason } = input;
      const on = input.on ?? change.today;
      change.require(answerRules(invitation, { answer, on, reason }, change.today));
      return change.update(Invitation, invitation, {
        state: answer,
        answeredOn: on,
        declineReason: answer === InvitationAnswer.DECLINED ? trimmed(reason) : null,
      });
    },
  }),

  recordVisit: changing({
    description: "Records the visit that followed an invitation: ACCEPTED becomes VISITED.",
    about: "The visit that followed an invitation.",
    given: "The visit.",
    input: {
      startsOn: day("The first day."),
      endsOn: day("The last day."),
      persons: optional(whole("How many persons came; default: as many as were invited.")),
    },
    constraints,
    work: async (change, input) => {
      const invitation = await lockRecorded(change, input);
      change.require(visitRules(invitation, input, change.today));
      const { startsOn, endsOn, persons } = input;
      return change.update(Invitation, invitation, {
        state: InvitationState.VISITED,
        visitStartsOn: startsOn,
        visitEndsOn: endsOn,
        persons: persons ?? invitation.persons,
      });
    },
  }),
});

async function lockRecorded(change: CooperationChange, input: ChangeInput): Promise<Invitation> {
  const invitation = await change.lock(Invitation, input);
  change.require(recordedRule(invitation));
  change.settle();
  return invitation;
}
