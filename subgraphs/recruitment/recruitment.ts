import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { applicantModule } from "./applicant/applicant.module";
import { applicationModule } from "./application/application.module";
import { solicitationModule } from "./application/solicitation.module";
import { evaluationModule } from "./evaluation/evaluation.module";
import { evaluatorModule } from "./evaluator/evaluator.module";
import { listRequestModule } from "./list-request/list-request.module";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Municipalities1790050000000 } from "./migrations/1790050000000-municipalities";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { AppendOnlyRows1790120000000 } from "./migrations/1790120000000-append-only-rows";
import { RegistrationHistory1790200000000 } from "./migrations/1790200000000-registration-history";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { TwoLanguages1790360000000 } from "./migrations/1790360000000-two-languages";
import { municipalityModule } from "./municipality/municipality.module";
import { engagementModule } from "./personnel-list/engagement.module";
import { listedPersonModule } from "./personnel-list/listed-person.module";
import { registrationModule } from "./personnel-list/registration.module";
import { changes } from "./record/policies";
import { readRecruitmentFacts } from "./recruitment.facts";
import { skillStandardModule } from "./skill-standard/skill-standard.module";
import {
  recruitmentMeasures,
  recruitmentStatisticsModule,
} from "./statistics/recruitment.measures";
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
  recruitmentStatisticsModule,
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
  ],
  measures: recruitmentMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readRecruitmentFacts),
};
