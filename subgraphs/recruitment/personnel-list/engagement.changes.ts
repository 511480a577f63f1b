import { day, id, optional, text, whole } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf, changing } from "../record/recruitment-changes";
import { Registration } from "./registration";
import { Engagement } from "./engagement";
import { cancellationRules, engagementRules, endRules } from "./engagement.rules";
import { engagementFacts } from "./engagement.service";

const reason = text("Why; 1–2,000 characters.");

/** What the constraints on engagements mean to a caller; the rules themselves are checked before. */
export const engagementConstraints = {
  engagement_no_overlap: atTheSameMoment(
    "ALREADY_ENGAGED",
    "a period without an engagement of the person in this role",
    "from",
  ),
};

/** What the ministry records of engagements. */
export const engagementChanges = changesOf(Engagement, {
  startEngagement: adding({
    description:
      "Starts an engagement of a person with a municipality. By its first day the municipality must have been granted the list, and on that day the person must be on it.",
    about: "An engagement of a registered person with a municipality.",
    input: {
      registration: id("The person's place on the list, in force on the first day."),
      municipality: id("Six-digit code of the municipality, which has been granted the list."),
      role: text("The role, as CIO補佐官; 1–200 characters."),
      daysPerMonth: whole("Days of work a month, 1–31."),
      from: day("The first day; it can be in the future."),
      to: optional(day("The first day after the term agreed; null where it is open.")),
    },
    constraints: engagementConstraints,
    // Locks the registration, so that it is not removed meanwhile.
    work: async (change, input) => {
      const { daysPerMonth, from, to = null, municipality: municipalityCode } = input;
      const of = { id: input.registration };
      const registration = await change.lock(Registration, of, "input", "registration");
      const role = trimmed(input.role);
      const facts = await engagementFacts(change, registration, { municipalityCode, role });
      change.require(engagementRules({ ...input, to }, facts));
      return change.insert(Engagement, {
        registrationId: registration.id,
        applicantId: registration.applicantId,
        municipalityCode,
        role,
        daysPerMonth,
        from,
        to,
        agreedTo: to,
        synthetic: registration.synthetic,
      });
    },
  }),

  cancelEngagement: changing({
    description:
      "Cancels an engagement before its first day. It stays on record, but holds on no day and does not prevent another.",
    about: "An engagement to cancel before its first day.",
    given: "The engagement and why.",
    input: {
      on: optional(
        day(
          "The day it was cancelled: before its first day, not in the future. Default: today in Asia/Tokyo.",
        ),
      ),
      reason,
    },
    work: async (change, input) => {
      const engagement = await change.lock(Engagement, input);
      const on = input.on ?? change.today;
      change.require(cancellationRules({ ...input, on }, engagement, change.today));
      const cancellationReason = trimmed(input.reason);
      return change.update(Engagement, engagement, { cancelledOn: on, cancellationReason });
    },
  }),

  endEngagement: changing({
    description: "Ends an engagement earlier than agreed.",
    about: "An engagement to end earlier than agreed.",
    given: "The engagement and the day.",
    input: {
      on: day("The first day on which it no longer holds; it can be in the future."),
      reason,
    },
    work: async (change, input) => {
      const engagement = await change.lock(Engagement, input);
      change.require(endRules(input, engagement, change.today));
      const endReason = trimmed(input.reason);
      return change.update(Engagement, engagement, { to: input.on, endReason });
    },
  }),
});
