import { In, Not } from "typeorm";
import { Refused } from "../../kit/rules/refusal";
import { movedTo } from "../../kit/rules/rule";
import { Applicant } from "../applicant/applicant";
import {
  Application,
  ApplicationCategory,
  SelectedCategory,
  StageTransition,
} from "../application/application";
import { Evaluation } from "../evaluation/evaluation";
import { Engagement } from "../personnel-list/engagement";
import { Registration } from "../personnel-list/registration";
import type { RecruitmentChange } from "../record/recruitment-changes";
import { CandidateEnrolment } from "../training/candidate-enrolment";
import { RecruitmentTrainingCourse } from "../training/training-course";
import type { CandidateFile, CorrectedFile, LockedFile, Stage } from "./candidate-file";
import { fileRules } from "./candidate-file.rules";
import { decidedIn, stagesAfter } from "./file-stages.rules";

/**
 * Locks all that hangs together of an application, in the order of all changes: the applicant, the application, and what came of it.
 *
 * @param others - further applicants, where it is to be another's
 * @throws Refused NOT_FOUND, or VERSION_CONFLICT where it has become another's meanwhile
 */
export async function lockCandidateFile(
  change: RecruitmentChange,
  applicationId: string,
  others: readonly string[] = [],
): Promise<LockedFile> {
  const { applicantId } = await change.read(Application, applicationId);
  for (const id of [...new Set([applicantId, ...others])].sort()) {
    await change.lock(Applicant, { id }, "input", "applicant");
  }
  const application = await change.lock(Application, { id: applicationId });
  if (application.applicantId !== applicantId) {
    const message = `Expected an application of ${applicantId}, received one that is now of ${application.applicantId}.`;
    throw new Refused([{ code: "VERSION_CONFLICT", message, path: ["input", "id"] }]);
  }
  const of = { applicationId };
  // Nobody adds or removes one without the application.
  const categories = await change.see(ApplicationCategory, {
    where: of,
    order: { categoryCode: "ASC" },
    comment: "candidateFile.categories",
  });
  const selected = await change.see(SelectedCategory, {
    where: of,
    order: { categoryCode: "ASC" },
    comment: "candidateFile.selected",
  });
  const stages = await change.findAll(StageTransition, of);
  const evaluations = await change.findAll(Evaluation, of);
  const registrations = await change.findAll(Registration, of);
  return {
    application,
    receivedOn: application.receivedOn,
    categories: categories.map(({ categoryCode }) => categoryCode),
    selected: selected.map(({ categoryCode }) => categoryCode),
    stages: stages.sort((one, other) => one.number - other.number),
    evaluations,
    enrolments: await enrolmentsOf(change, applicationId),
    registrations,
    engagements: await engagementsOf(change, registrations),
    elsewhere: await change.see(Registration, {
      where: { applicantId, applicationId: Not(applicationId) },
      comment: "candidateFile.elsewhere",
    }),
  };
}

/** A locked file with what a correction changes of it. */
export function correctedFile(
  file: LockedFile,
  changes: Partial<CorrectedFile>,
): CorrectedFile & { readonly elsewhere: readonly Registration[] } {
  return { ...file, ...decidedIn(file), ...changes };
}

/**
 * Notes what in a file would not hold any longer once it is put right, and gives the stages it then has.
 *
 * @param fields - what a rule is about → the field of the input; otherwise `id`
 */
export function requireFile(
  change: RecruitmentChange,
  before: CandidateFile,
  after: CorrectedFile,
  fields: Readonly<Record<string, string>>,
): Stage[] {
  const stages = stagesAfter(before, after);
  change.require(movedTo(fields, fileRules({ ...after, stages }), "id"));
  return stages;
}

/**
 * Writes the stages of an application that are other than on record, and where it then stands.
 *
 * @param values - what else of it is put right
 */
export async function writeStages(
  change: RecruitmentChange,
  { application, stages: recorded }: Pick<LockedFile, "application" | "stages">,
  stages: readonly Stage[],
  values: Partial<Application> = {},
): Promise<Application> {
  const { id: applicationId } = application;
  const isSame = recorded.map(({ stage }, index) => stages[index]?.stage === stage);
  const same = isSame.includes(false) ? isSame.indexOf(false) : recorded.length;
  for (const [index, one] of recorded.slice(0, same).entries()) {
    const { on = one.on, reason = one.reason } = stages[index] ?? {};
    if (on !== one.on || reason !== one.reason) {
      await change.update(StageTransition, one, { on, reason, at: change.now });
    }
  }
  for (const one of recorded.slice(same).reverse()) await change.remove(StageTransition, one);
  for (const [index, { stage, on, reason }] of stages.entries()) {
    if (index < same) continue;
    const is = recorded.find(
      (one) => one.stage === stage && one.on === on && one.reason === reason,
    );
    const at = is?.at ?? change.now;
    await change.insert(StageTransition, {
      ...{ applicationId, number: index + 1, stage, on, reason, at },
    });
  }
  const { decision } = decidedIn({ stages });
  const stage = stages.at(-1)?.stage ?? application.stage;
  return change.update(Application, application, {
    ...values,
    stage,
    decidedOn: decision?.on ?? null,
  });
}

async function enrolmentsOf(
  change: RecruitmentChange,
  applicationId: string,
): Promise<LockedFile["enrolments"]> {
  const enrolments = await change.findAll(CandidateEnrolment, { applicationId });
  const courses = await change.see(RecruitmentTrainingCourse, {
    where: { id: In(enrolments.map(({ courseId }) => courseId)) },
    comment: "candidateFile.courses",
  });
  return enrolments.flatMap((one) => {
    const course = courses.find(({ id }) => id === one.courseId);
    return course ? [Object.assign(one, { course })] : [];
  });
}

async function engagementsOf(
  change: RecruitmentChange,
  registrations: readonly Registration[],
): Promise<Engagement[]> {
  const engagements: Engagement[] = [];
  for (const { id: registrationId } of registrations) {
    engagements.push(...(await change.findAll(Engagement, { registrationId })));
  }
  return engagements;
}
