import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
import { recruitmentAccess, recruitmentPersons } from "./access";
import { engagementModule } from "./engagement/engagement.module";
import { recruitmentListSizes } from "./list-sizes";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { FiscalYearSolicitationResolver } from "./fiscal-year/fiscal-year-solicitation.resolver";
import { applicationImport } from "./import/applications.import";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Municipalities1790050000000 } from "./migrations/1790050000000-municipalities";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { AppendOnlyRows1790120000000 } from "./migrations/1790120000000-append-only-rows";
import { RegistrationHistory1790200000000 } from "./migrations/1790200000000-registration-history";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { Municipality } from "./municipality/municipality";
import { MunicipalityResolver } from "./municipality/municipality.resolver";
import { readRecruitmentFacts } from "./recruitment.facts";
import {
  changeResolvers,
  recordEntities,
  recordResolvers,
  writableRecords,
} from "./recruitment.records";
import { SkillCategory } from "./skill-standard/skill-category";
import { SkillStandard } from "./skill-standard/skill-standard";
import { SkillStandardResolver } from "./skill-standard/skill-standard.resolver";
import { Solicitation } from "./solicitation/solicitation";
import { SolicitationResolver } from "./solicitation/solicitation.resolver";
import { recruitmentMeasures } from "./statistics/recruitment.measures";
import {
  RecruitmentStatisticsResolver,
  RecruitmentStatisticsRowResolver,
} from "./statistics/recruitment-statistics.resolver";

/** The external personnel for municipal digital transformation. */
const modules = [
  catalogModule("recruitment", "external personnel for municipal digital transformation"),
  engagementModule,
  {
    entities: [SkillStandard, SkillCategory, Solicitation, Municipality, ...recordEntities],
    resolvers: [
      SkillStandardResolver,
      SolicitationResolver,
      FiscalYearSolicitationResolver,
      MunicipalityResolver,
      ...recordResolvers,
      ...changeResolvers,
      RecruitmentStatisticsResolver,
      RecruitmentStatisticsRowResolver,
    ],
    access: recruitmentAccess,
    persons: recruitmentPersons,
    listSizes: recruitmentListSizes,
    writable: writableRecords,
    imports: [applicationImport],
    readable: {
      published: {
        history_start: "all",
        municipality: "all",
        skill_category: "all",
        skill_standard: "all",
        solicitation: "sourced",
        // Named by the statement that gives a solicitation's categories; a published one has none of its rows.
        solicitation_category: "none",
      },
      profiles: { applicant: "all", list_request: "all", registration: "all" },
      statistics: {
        application: "all",
        application_category: "all",
        registration: "all",
        registration_history: "all",
        selected_category: "all",
        stage_transition: "all",
      },
    },
  },
] satisfies readonly Module[];

/** The subgraph of external personnel for municipal digital transformation. */
export const recruitment: SubgraphDefinition = {
  name: "recruitment",
  ...composed(modules, { profiles: "recruitment:profiles" }),
  references: sharedReferences,
  migrations: [
    PublishedFacts1790000000000,
    Municipalities1790050000000,
    Records1790100000000,
    AppendOnlyRows1790120000000,
    RegistrationHistory1790200000000,
    TextForms1790310000000,
  ],
  measures: recruitmentMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readRecruitmentFacts),
};
