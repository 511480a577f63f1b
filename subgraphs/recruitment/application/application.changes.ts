import { today } from "../../kit/clock";
import {
  code,
  day,
  id,
  instant,
  optional,
  several,
  text,
  whole,
} from "../../kit/graphql/input-fields";
import type { Change } from "../../kit/mutation/change";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { Applicant } from "../applicant/applicant";
import { adding, changesOf, changing } from "../record/recruitment-changes";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { Application, ApplicationCategory, SelectedCategory, StageTransition } from "./application";
import {
  applicationRules,
  rejectionRules,
  selectionRules,
  withdrawalRules,
} from "./application.rules";
import { factsOf, keepSolicitation, reachStage } from "./application.service";
import { ApplicationStage } from "./application-stage";
import { solicitedCategories } from "./solicitation.loader";

const onceASolicitation =
  "a person who has not applied to this solicitation, even if that application was withdrawn";
const decidedOn = optional(
  day("The day of the decision; not in the future. Default: today in Asia/Tokyo."),
);

/** What the constraints on applications mean to a caller; the rules themselves are checked before. */
export const applicationConstraints = {
  application_once_a_solicitation: atTheSameMoment(
    "ALREADY_APPLIED",
    onceASolicitation,
    "applicant",
  ),
};

/** What the ministry does with applications. */
export const applicationChanges = changesOf(Application, {
  submitApplication: adding({
    description:
      "Records an application that was received. A person applies to a solicitation once; a withdrawn application counts.",
    about: "An application that was received.",
    given: "The application.",
    input: {
      applicant: id("Who applies."),
      fiscalYear: whole("Fiscal year of the solicitation."),
      categories: several(
        code(
          SkillCategoryCode,
          "The categories it is for: at least one, each asked for by the solicitation.",
        ),
      ),
      receivedAt: optional(
        instant(
          "When it was received: in the window, which begins and ends at midnight in Asia/Tokyo, and not in the future. Default: now.",
        ),
      ),
    },
    constraints: applicationConstraints,
    // Keeps the solicitation, so that its window stands, and locks the applicant.
    work: async (change, { applicant: applicantId, fiscalYear, categories, receivedAt: given }) => {
      const window = await keepSolicitation(change, fiscalYear);
      const applicant = await change.lock(Applicant, { id: applicantId }, "input", "applicant");
      const receivedAt = given ?? change.now;
      const tag = "submitApplication.solicited";
      const [solicited = []] = await solicitedCategories(change.manager, tag, [fiscalYear]);
      const solicitation = { window, categories: solicited };
      change.require(applicationRules({ receivedAt, categories }, solicitation, change.now), {
        holds: !(await change.isThere(Application, { applicantId, fiscalYear })),
        code: "ALREADY_APPLIED",
        message: `Expected ${onceASolicitation}, received ${applicantId}.`,
        at: "applicant",
      });
      const application = await change.insert(Application, {
        applicantId,
        fiscalYear,
        receivedAt,
        stage: ApplicationStage.SUBMITTED,
        synthetic: applicant.synthetic || window.synthetic,
      });
      await addParts(change, application, categories);
      return application;
    },
  }),

  withdrawApplication: changing({
    description:
      "Withdraws an application, until it is rejected or registered; also one that is selected or trained.",
    about: "An application that the applicant withdraws.",
    given: "The application and the day.",
    input: {
      on: optional(day("The day of withdrawal; not in the future. Default: today in Asia/Tokyo.")),
      reason: optional(text("Up to 2,000 characters.")),
    },
    work: async (change, input) => {
      const application = await change.lock(Application, input);
      const on = input.on ?? change.today;
      const facts = await factsOf(change, application);
      change.require(withdrawalRules({ on, reason: input.reason }, facts, change.today));
      const reason = trimmed(input.reason);
      return reachStage(change, application, { stage: ApplicationStage.WITHDRAWN, on, reason });
    },
  }),

  selectApplication: changing({
    description: "Selects an application in some of its categories, each judged by an evaluator.",
    about: "An application to select.",
    given: "The application and categories.",
    input: {
      categories: several(
        code(
          SkillCategoryCode,
          "The categories it is selected in: at least one of its own, each judged.",
        ),
      ),
      decidedOn,
    },
    work: async (change, input) => {
      const application = await change.lock(Application, input);
      const on = input.decidedOn ?? change.today;
      const { categories } = input;
      const facts = await factsOf(change, application);
      change.require(selectionRules({ categories, decidedOn: on }, facts, change.today));
      for (const categoryCode of categories) {
        await change.insert(SelectedCategory, { applicationId: application.id, categoryCode });
      }
      const stage = ApplicationStage.SELECTED;
      return reachStage(change, application, { stage, on, decidedOn: on });
    },
  }),

  rejectApplication: changing({
    description: "Rejects an application, after each of its categories was judged.",
    about: "An application to reject.",
    given: "The application and the reason.",
    input: { reason: text("Why; 1–2,000 characters."), decidedOn },
    work: async (change, input) => {
      const application = await change.lock(Application, input);
      const on = input.decidedOn ?? change.today;
      const facts = await factsOf(change, application);
      change.require(rejectionRules({ reason: input.reason, decidedOn: on }, facts, change.today));
      const reason = trimmed(input.reason);
      const stage = ApplicationStage.REJECTED;
      return reachStage(change, application, { stage, on, decidedOn: on, reason });
    },
  }),
});

async function addParts(
  change: Change<RecruitmentErrorCode>,
  { id: applicationId, stage, receivedAt }: Application,
  categories: readonly SkillCategoryCode[],
): Promise<void> {
  for (const categoryCode of categories) {
    await change.insert(ApplicationCategory, { applicationId, categoryCode });
  }
  const on = today(receivedAt);
  await change.insert(StageTransition, { applicationId, number: 1, stage, on, at: change.now });
}
