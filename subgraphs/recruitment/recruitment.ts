import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { recordChangesModule } from "../kit/changes/record-changes.module";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { Applicant } from "./applicant/applicant";
import { applicantModule } from "./applicant/applicant.module";
import {
  Application,
  ApplicationCategory,
  SelectedCategory,
  StageTransition,
} from "./application/application";
import { applicationModule } from "./application/application.module";
import { Solicitation, SolicitationCategory } from "./application/solicitation";
import { solicitationModule } from "./application/solicitation.module";
import { correctionsModule } from "./corrections/corrections.module";
import { Evaluation, EvaluationScore } from "./evaluation/evaluation";
import { evaluationModule } from "./evaluation/evaluation.module";
import { Evaluator } from "./evaluator/evaluator";
import { evaluatorModule } from "./evaluator/evaluator.module";
import { ListRequest } from "./list-request/list-request";
import { listRequestModule } from "./list-request/list-request.module";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Municipalities1790050000000 } from "./migrations/1790050000000-municipalities";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { AppendOnlyRows1790120000000 } from "./migrations/1790120000000-append-only-rows";
import { RegistrationHistory1790200000000 } from "./migrations/1790200000000-registration-history";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { TwoLanguages1790360000000 } from "./migrations/1790360000000-two-languages";
import { RecordHistories1790510000000 } from "./migrations/1790510000000-record-histories";
import { Corrections1790540000000 } from "./migrations/1790540000000-corrections";
import { municipalityModule } from "./municipality/municipality.module";
import { Engagement } from "./personnel-list/engagement";
import { engagementModule } from "./personnel-list/engagement.module";
import { listedPersonModule } from "./personnel-list/listed-person.module";
import { Registration } from "./personnel-list/registration";
import { registrationModule } from "./personnel-list/registration.module";
import { changes, persons, records } from "./record/policies";
import { readRecruitmentFacts } from "./recruitment.facts";
import { skillStandardModule } from "./skill-standard/skill-standard.module";
import {
  recruitmentMeasures,
  recruitmentStatisticsModule,
} from "./statistics/recruitment.measures";
import { CandidateEnrolment } from "./training/candidate-enrolment";
import { RecruitmentTrainingCourse } from "./training/training-course";
import { trainingModule } from "./training/training.module";

/** The external personnel for municipal digital transformation. */
const modules = [
  catalogModule("recruitment", "external personnel for municipal digital transformation"),
  skillStandardModule,
  municipalityModule,
  evaluatorModule,
  applicantModule,
  listRequestModule,
  solicitationModule,
  applicationModule,
  evaluationModule,
  trainingModule,
  registrationModule,
  engagementModule,
  listedPersonModule,
  correctionsModule,
  recruitmentStatisticsModule,
  recordChangesModule("recruitment", { records, persons, changes }, [
    { type: Evaluator },
    { type: Applicant },
    { type: ListRequest },
    { type: Solicitation, parts: [SolicitationCategory] },
    {
      type: Application,
      parts: [ApplicationCategory, SelectedCategory, StageTransition],
    },
    { type: Evaluation, parts: [EvaluationScore] },
    { type: RecruitmentTrainingCourse },
    { type: CandidateEnrolment },
    { type: Registration },
    { type: Engagement },
  ]),
  { access: { Mutation: changes, RecruitmentUserError: changes } },
] satisfies readonly Module[];

/** The subgraph of external personnel for municipal digital transformation. */
export const recruitment: SubgraphDefinition = {
  name: "recruitment",
  ...composed(modules, { profiles: "recruitment:profiles" }),
  references: sharedReferences("recruitment"),
  migrations: [
    PublishedFacts1790000000000,
    Municipalities1790050000000,
    Records1790100000000,
    AppendOnlyRows1790120000000,
    RegistrationHistory1790200000000,
    TextForms1790310000000,
    TwoLanguages1790360000000,
    RecordHistories1790510000000,
    Corrections1790540000000,
  ],
  measures: recruitmentMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readRecruitmentFacts),
};
