import { Applicant } from "./applicant/applicant";
import { ApplicantResolver } from "./applicant/applicant.resolver";
import { Application } from "./application/application";
import { ApplicationCategory, SelectedCategory } from "./application/application-category";
import { ApplicationResolver } from "./application/application.resolver";
import { StageTransition } from "./application/stage-transition";
import { ApplicationEvaluationsResolver } from "./evaluation/application-evaluations.resolver";
import { Evaluation } from "./evaluation/evaluation";
import { EvaluationScore } from "./evaluation/evaluation-score";
import { EvaluationResolver } from "./evaluation/evaluation.resolver";
import { Evaluator } from "./evaluator/evaluator";
import { EvaluatorResolver } from "./evaluator/evaluator.resolver";
import { ListRequest } from "./list-request/list-request";
import { ListRequestResolver } from "./list-request/list-request.resolver";
import { MunicipalityListRequestsResolver } from "./list-request/municipality-list-requests.resolver";
import { ListedPersonResolver } from "./personnel-list/listed-person.resolver";
import { Registration } from "./registration/registration";
import { RegistrationResolver } from "./registration/registration.resolver";
import { SkillCategoryListResolver } from "./registration/skill-category-list.resolver";
import { SolicitationCategory } from "./solicitation/solicitation-category";
import { CandidateEnrolment } from "./training/candidate-enrolment";
import {
  ApplicationEnrolmentsResolver,
  CandidateEnrolmentResolver,
} from "./training/candidate-enrolment.resolver";
import { TrainingCourse } from "./training/training-course";
import { TrainingCourseResolver } from "./training/training-course.resolver";
import { ApplicantChangesResolver } from "./applicant/applicant-changes.resolver";
import { ApplicationChangesResolver } from "./application/application-changes.resolver";
import { EvaluationChangesResolver } from "./evaluation/evaluation-changes.resolver";
import { EvaluatorChangesResolver } from "./evaluator/evaluator-changes.resolver";
import { ListRequestChangesResolver } from "./list-request/list-request-changes.resolver";
import { RegistrationChangesResolver } from "./registration/registration-changes.resolver";
import { SolicitationChangesResolver } from "./solicitation/solicitation-changes.resolver";
import { TrainingChangesResolver } from "./training/training-changes.resolver";

/** The resolvers of the ministry's records. */
export const recordResolvers = [
  ApplicantResolver,
  ApplicationResolver,
  ApplicationEnrolmentsResolver,
  ApplicationEvaluationsResolver,
  CandidateEnrolmentResolver,
  EvaluationResolver,
  EvaluatorResolver,
  ListedPersonResolver,
  ListRequestResolver,
  MunicipalityListRequestsResolver,
  RegistrationResolver,
  SkillCategoryListResolver,
  TrainingCourseResolver,
] as const;

/** The resolvers of what the ministry does with them. */
export const changeResolvers = [
  ApplicantChangesResolver,
  ApplicationChangesResolver,
  EvaluationChangesResolver,
  EvaluatorChangesResolver,
  ListRequestChangesResolver,
  RegistrationChangesResolver,
  SolicitationChangesResolver,
  TrainingChangesResolver,
] as const;

/** The entities of the ministry's records. */
export const recordEntities = [
  Applicant,
  Application,
  ApplicationCategory,
  CandidateEnrolment,
  Evaluation,
  EvaluationScore,
  Evaluator,
  ListRequest,
  Registration,
  SelectedCategory,
  SolicitationCategory,
  StageTransition,
  TrainingCourse,
] as const;

/**
 * What the restricted role may do with the records. What it may only insert is never changed; what it may update is
 * locked or has a state; nothing is ever deleted.
 */
export const writableRecords = {
  applicant: "INSERT, UPDATE",
  application: "INSERT, UPDATE",
  application_category: "INSERT",
  candidate_enrolment: "INSERT, UPDATE",
  evaluation: "INSERT",
  evaluation_score: "INSERT",
  evaluator: "INSERT",
  list_request: "INSERT, UPDATE",
  recruitment_training_course: "INSERT",
  registration: "INSERT, UPDATE",
  selected_category: "INSERT",
  solicitation: "INSERT, UPDATE",
  solicitation_category: "INSERT",
  stage_transition: "INSERT",
} as const;
