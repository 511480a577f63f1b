import { IsNull } from "typeorm";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Applicant } from "../applicant/applicant";
import { Application } from "../application/application";
import { SelectedCategory } from "../application/application-category";
import { lastStage } from "../application/application-facts.service";
import { ApplicationStage } from "../application/application-stage";
import { reachStage } from "../application/reach-stage.service";
import { Engagement } from "../engagement/engagement";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { read } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { Registration } from "./registration";
import type { RegisterOnListInput, RemoveFromListInput } from "./registration.inputs";
import { checkRegistration, checkRemoval } from "./registration.rules";

const registered = atTheSameMoment(
  "ALREADY_REGISTERED",
  "a person who is not on the list in the category",
  "id",
);

/**
 * Enters a trained candidate on the list, in every category selected, or in none. Locks the applicant, who may have
 * been selected in two years, then the application.
 */
export const registerOnList: ChangeDefinition<
  RegisterOnListInput,
  Application,
  RecruitmentErrorCode
> = {
  name: "registerOnList",
  node: Application,
  constraints: {
    registration_no_overlap: registered,
    registration_once_an_application: registered,
  },
  work: async (change, input) => {
    const { applicantId } = await read(change, Application, input.id, "id");
    await change.lock(Applicant, { id: applicantId });
    const application = await change.lock(Application, input);
    const selected = await change.manager.find(SelectedCategory, {
      where: { applicationId: application.id },
      order: { categoryCode: "ASC" },
      comment: "registerOnList.selected",
    });
    const places = await change.see(Registration, {
      where: { applicantId },
      comment: "registerOnList.places",
    });
    const { from } = input;
    const values = { from, categories: selected.map(({ categoryCode }) => categoryCode) };
    const { since } = await lastStage(change, application.id);
    const facts = { stage: application.stage, since };
    change.refuse(checkRegistration(values, facts, places, change.today));
    for (const { categoryCode } of selected) {
      const { id: applicationId, synthetic } = application;
      const place = { applicantId, applicationId, categoryCode, from, synthetic };
      await change.insert(Registration, place);
    }
    return reachStage(change, application, { stage: ApplicationStage.REGISTERED, on: from });
  },
};

/** Removes a registration from the list, from a day on. Locks the registration, so that no engagement starts of it. */
export const removeFromList: ChangeDefinition<
  RemoveFromListInput,
  Registration,
  RecruitmentErrorCode
> = {
  name: "removeFromList",
  node: Registration,
  constraints: {},
  work: async (change, input) => {
    const registration = await change.lock(Registration, input);
    const [last] = await change.see(Engagement, {
      where: { registrationId: registration.id, cancelledOn: IsNull() },
      order: { from: "DESC" },
      take: 1,
      comment: "removeFromList.lastEngagement",
    });
    change.refuse(checkRemoval(input, registration, last?.from ?? null));
    return change.update(Registration, registration, {
      to: input.on,
      removalReason: trimmed(input.reason),
    });
  },
};
