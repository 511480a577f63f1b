import { published, statisticsOf } from "../catalog/access";
import { type DeclaredPersons, personBy } from "../kit/access/persons-seen";
import { changes, evaluations, ownRequests, persons, profiles, records } from "./policies";
import type { DeclaredAccess } from "../kit/access/with-access";
import type { RequestContext } from "../kit/request-context";
import type { Applicant } from "./applicant/applicant";
import type { Application } from "./application/application";
import { applicationById } from "./application/application.loader";
import type { CandidateEnrolment } from "./training/candidate-enrolment";
import type { Evaluation } from "./evaluation/evaluation";
import type { Evaluator } from "./evaluator/evaluator";
import type { ListedPerson } from "./personnel-list/listed-person";
import type { Registration } from "./registration/registration";

/** Who may see what of municipal DX recruitment. */
export const recruitmentAccess: DeclaredAccess = {
  Mutation: changes,
  RecruitmentUserError: changes,

  RecruitmentStatistics: published,
  // Beside persons by category they would tell how few are in several categories, or in all.
  "RecruitmentMeasure.REGISTRATIONS": persons,
  "RecruitmentDimension.CATEGORIES_HELD": persons,
  "RecruitmentStatisticsFilter.categoriesHeld": persons,
  RecruitmentStatisticsRow: published,
  "Query.recruitmentDiscrepancies": statisticsOf("recruitment:persons"),
  "Query.recruitmentStatistics": statisticsOf("recruitment:persons"),

  Municipality: published,
  Prefecture: published,
  SkillCategory: published,
  SkillStandard: published,
  Solicitation: published,
  "Solicitation.version": records,

  RecruitmentTrainingCourse: records,
  ListRequest: ownRequests,
  "Query.listRequest": records,
  "Query.listRequests": records,

  Applicant: persons,
  Application: persons,
  CandidateEnrolment: persons,
  Evaluation: evaluations,
  EvaluationScore: evaluations,
  Evaluator: persons,
  StageTransition: persons,

  ListedPerson: profiles,
  "ListedPerson.applicant": persons,
  Registration: profiles,
  "Registration.applicant": persons,
  "Registration.application": persons,
  "Registration.removalReason": persons,
  "Query.registration": persons,
  "Query.registrationHistory": persons,
  "Query.registrations": persons,
  "SkillCategory.registrations": persons,
};

/** Whom applications, evaluations and places on the list are about. */
export const recruitmentPersons: DeclaredPersons<RequestContext> = {
  Applicant: personBy("id" satisfies keyof Applicant, (id) => `applicant:${id}`),
  Application: personBy("applicantId" satisfies keyof Application, (id) => `applicant:${id}`),
  CandidateEnrolment: personBy("applicationId" satisfies keyof CandidateEnrolment, applicantOf),
  Evaluation: personBy("applicationId" satisfies keyof Evaluation, applicantOf),
  Evaluator: personBy("id" satisfies keyof Evaluator, (id) => `evaluator:${id}`),
  ListedPerson: personBy("id" satisfies keyof ListedPerson, (id) => `applicant:${id}`),
  Registration: personBy("applicantId" satisfies keyof Registration, (id) => `applicant:${id}`),
};

async function applicantOf(applicationId: string, context: RequestContext): Promise<string> {
  const application = await context.load(applicationById, applicationId);
  return application ? `applicant:${application.applicantId}` : `application:${applicationId}`;
}
