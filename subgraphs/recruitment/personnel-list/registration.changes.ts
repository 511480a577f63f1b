import { IsNull } from "typeorm";
import { day, text } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { Applicant } from "../applicant/applicant";
import { Application, SelectedCategory } from "../application/application";
import { lastStage, reachStage } from "../application/application.service";
import { ApplicationStage } from "../application/application-stage";
import { changesOf, changing } from "../record/recruitment-changes";
import { Engagement } from "./engagement";
import { Registration } from "./registration";
import { registrationRules, removalRules } from "./registration.rules";

const registered = atTheSameMoment(
  "ALREADY_REGISTERED",
  "a person who is not on the list in the category",
  "id",
);

/** What the constraints on places mean to a caller; the rules themselves are checked before. */
export const registrationConstraints = {
  registration_no_overlap: registered,
  registration_once_an_application: registered,
};

/** How applications come to be on the external personnel list. */
export const applicationListChanges = changesOf(Application, {
  registerOnList: changing({
    description:
      "Enters a trained candidate on the external personnel list, in every category selected.",
    about: "A trained candidate's application, to be entered on the list.",
    given: "The application and the day.",
    input: {
      from: day(
        "The first day on the list: not before the training was completed, and not in the future.",
      ),
    },
    constraints: registrationConstraints,
    // Locks the applicant, who can have been selected in two years, then the application.
    work: async (change, input) => {
      const { applicantId } = await change.read(Application, input.id);
      await change.lock(Applicant, { id: applicantId });
      const application = await change.lock(Application, input);
      const { id: applicationId, stage, synthetic } = application;
      const selected = await change.manager.find(SelectedCategory, {
        where: { applicationId },
        order: { categoryCode: "ASC" },
        comment: "registerOnList.selected",
      });
      const places = await change.see(Registration, {
        where: { applicantId },
        comment: "registerOnList.places",
      });
      const { from } = input;
      const categories = selected.map(({ categoryCode }) => categoryCode);
      const { since } = await lastStage(change, applicationId);
      const facts = { stage, since };
      change.require(registrationRules({ from, categories }, facts, places, change.today));
      for (const categoryCode of categories) {
        const place = { applicantId, applicationId, categoryCode, from, synthetic };
        await change.insert(Registration, place);
      }
      return reachStage(change, application, { stage: ApplicationStage.REGISTERED, on: from });
    },
  }),
});

/** What the ministry does with places on the list. */
export const registrationChanges = changesOf(Registration, {
  removeFromList: changing({
    description:
      "Removes a registration from the list. Engagements that began before go on until they end.",
    about: "A registration to remove from the list.",
    given: "The registration and the day.",
    input: {
      on: day("The first day on which it no longer holds; it can be in the future."),
      reason: text("Why; 1–2,000 characters."),
    },
    // Locks the registration, so that no engagement starts of it.
    work: async (change, input) => {
      const registration = await change.lock(Registration, input);
      const [last] = await change.see(Engagement, {
        where: { registrationId: registration.id, cancelledOn: IsNull() },
        order: { from: "DESC" },
        take: 1,
        comment: "removeFromList.lastEngagement",
      });
      change.require(removalRules(input, registration, last?.from ?? null));
      const removalReason = trimmed(input.reason);
      return change.update(Registration, registration, { to: input.on, removalReason });
    },
  }),
});
