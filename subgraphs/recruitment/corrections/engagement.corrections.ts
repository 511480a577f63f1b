import { day, id, optional, text, whole } from "../../kit/graphql/input-fields";
import { movedTo } from "../../kit/rules/rule";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { Engagement } from "../personnel-list/engagement";
import { engagementConstraints as constraints } from "../personnel-list/engagement.changes";
import { engagementFacts } from "../personnel-list/engagement.service";
import { Registration } from "../personnel-list/registration";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { corrected } from "./correction.rules";
import { correctedEngagementRules } from "./engagement-correction.rules";

/** Puts right what was recorded wrongly of engagements. */
export const engagementCorrections = changesOf(Engagement, {
  correctEngagement: correcting({
    description:
      "Puts right what was recorded wrongly of an engagement, whether it is over, ended, cancelled or to come. The person must be on the list on its first day, and the municipality must have been granted it by then.",
    about:
      "What was recorded wrongly of an engagement, and how it is. What is absent stays; null takes the term, the end or the cancellation back.",
    given: "What was wrong, and how it is.",
    input: {
      registration: optional(id("The place on the list that led to it, of the same person.")),
      municipality: optional(id("Six-digit code of the municipality.")),
      role: optional(text("The role, as CIO補佐官; 1–200 characters.")),
      daysPerMonth: optional(whole("Days of work a month, 1–31.")),
      from: optional(day("The first day.")),
      agreedTo: optional(day("The first day after the term agreed; null: none was agreed.")),
      endedOn: optional(
        day(
          "The first day on which it no longer held because it was ended; null: it was not ended, and the reason goes too.",
        ),
      ),
      endReason: optional(text("Why it was ended, 1–2,000 characters.")),
      cancelledOn: optional(
        day("The day on which it was cancelled; null: it was not, and the reason goes too."),
      ),
      cancellationReason: optional(text("Why it was cancelled, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const { engagement, registration } = await lockEngagement(change, input);
      const recordedEnd = engagement.endReason === null ? null : engagement.to;
      const endedOn = corrected(input.endedOn, recordedEnd);
      const cancelledOn = corrected(input.cancelledOn, engagement.cancelledOn);
      const agreedTo = corrected(input.agreedTo, engagement.agreedTo);
      const values = {
        role: trimmedUnlessBlank(input.role) ?? engagement.role,
        daysPerMonth: input.daysPerMonth ?? engagement.daysPerMonth,
        from: input.from ?? engagement.from,
        agreedTo,
        endReason: reasonOf(endedOn, input.endReason, engagement.endReason),
        cancelledOn,
        cancellationReason: reasonOf(
          cancelledOn,
          input.cancellationReason,
          engagement.cancellationReason,
        ),
      };
      const municipalityCode = input.municipality ?? engagement.municipalityCode;
      const facts = await engagementFacts(change, registration, {
        ...{ municipalityCode, role: values.role, otherThan: engagement.id },
      });
      const rules = correctedEngagementRules(
        { ...values, municipality: municipalityCode, endedOn },
        facts,
        change.today,
      );
      change.require(movedTo({ to: endedOn === null ? "agreedTo" : "endedOn" }, rules));
      const to = endedOn ?? agreedTo;
      const registrationId = registration.id;
      return change.update(Engagement, engagement, {
        ...{ ...values, municipalityCode, registrationId, to },
      });
    },
  }),

  takeBackEngagement: correcting({
    description:
      "Takes back an engagement that never was. It answers with what was on record, which stays in the history and in the changes. One that was agreed and given up is cancelled instead.",
    about: "An engagement that never was.",
    given: "Which engagement.",
    input: {},
    work: async (change, input) => {
      const { engagement } = await lockEngagement(change, input);
      await change.remove(Engagement, engagement);
      return engagement;
    },
  }),
});

function reasonOf(
  day: string | null,
  given: string | null | undefined,
  recorded: string | null,
): string | null {
  return trimmedUnlessBlank(day === null ? given : corrected(given, recorded));
}

/** Locks the place on the list, and where it is to be another's that one too, then the engagement. */
async function lockEngagement(
  change: RecruitmentChange,
  input: {
    readonly id: string;
    readonly expectedVersion?: number | null;
    readonly registration?: string | null;
  },
) {
  const { registrationId, applicantId } = await change.read(Engagement, input.id);
  const isOf = input.registration ?? registrationId;
  const places = new Map<string, Registration>();
  for (const one of [...new Set([registrationId, isOf])].sort()) {
    places.set(one, await change.lock(Registration, { id: one }, "input", "registration"));
  }
  const engagement = await change.lock(Engagement, input);
  const registration = places.get(isOf);
  if (registration?.applicantId !== applicantId) {
    return change.notFound(Registration, isOf, ["input", "registration"]);
  }
  return { engagement, registration };
}
