import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Applicant } from "../applicant/applicant";
import { atTheSameMoment } from "../record/broken-rules";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { isThere, type RecruitmentChange } from "../record/record.service";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { solicitedCategoriesSql } from "../skill-standard/skill-category.loader";
import { keepSolicitation } from "../solicitation/solicitation.service";
import { Application } from "./application";
import { ApplicationCategory } from "./application-category";
import type { SubmitApplicationInput } from "./application.inputs";
import { checkApplication } from "./application.rules";
import { ApplicationStage } from "./application-stage";
import { StageTransition } from "./stage-transition";
import { today } from "../../kit/clock";

const onceASolicitation = "a person who has not applied to this solicitation, be it withdrawn";

/** Records an application. Keeps the solicitation, so that its window stands, and locks the applicant. */
export const submitApplication: ChangeDefinition<
  SubmitApplicationInput,
  Application,
  RecruitmentErrorCode
> = {
  name: "submitApplication",
  node: Application,
  constraints: {
    application_once_a_solicitation: atTheSameMoment(
      "ALREADY_APPLIED",
      onceASolicitation,
      "applicant",
    ),
  },
  work: async (change, { applicant: applicantId, fiscalYear, categories, receivedAt: given }) => {
    const window = await keepSolicitation(change, fiscalYear);
    const applicant = await change.lock(Applicant, { id: applicantId }, "input", "applicant");
    const receivedAt = given ?? change.now;
    const solicitation = { window, categories: await solicited(change, fiscalYear) };
    change.refuse(checkApplication({ receivedAt, categories }, solicitation, change.now));
    change.check(
      !(await isThere(change, Application, { applicantId, fiscalYear })),
      "ALREADY_APPLIED",
      `Expected ${onceASolicitation}, received ${applicantId}.`,
      ...["input", "applicant"],
    );
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
};

async function addParts(
  change: RecruitmentChange,
  { id: applicationId, stage, receivedAt }: Application,
  categories: readonly SkillCategoryCode[],
): Promise<void> {
  for (const categoryCode of categories) {
    await change.insert(ApplicationCategory, { applicationId, categoryCode });
  }
  await change.insert(StageTransition, {
    applicationId,
    number: 1,
    stage,
    on: today(receivedAt),
    at: change.now,
  });
}

async function solicited(
  change: RecruitmentChange,
  fiscalYear: number,
): Promise<SkillCategoryCode[]> {
  const rows: { code: SkillCategoryCode }[] = await change.manager.query(
    `/* submitApplication.solicited */ ${solicitedCategoriesSql}`,
    [[fiscalYear]],
  );
  return rows.map(({ code }) => code);
}
