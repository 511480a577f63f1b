import { join } from "node:path";
import { areaFiguresResolvers } from "../catalog/published-figure/area-figures.resolver";
import { areaDiscrepanciesResolver } from "../catalog/reconciliation/area-discrepancies.resolver";
import { sharedEntities, sharedReferences, sharedResolvers } from "../catalog/shared-schema";
import { sharedTables } from "../catalog/shared-tables";
import type { ReadableTables } from "../kit/access/reader";
import { loadFactsWith } from "../kit/facts/load-facts";
import { recruitmentAccess, recruitmentPersons } from "./access";
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

const publishedTables = {
  ...sharedTables,
  history_start: "all",
  municipality: "all",
  skill_category: "all",
  skill_standard: "all",
  solicitation: "sourced",
  // Named by the statement that tells a solicitation's categories; a published one has none of its rows.
  solicitation_category: "none",
} as const satisfies ReadableTables;

/** What the published figures are about. */
const subject = "external personnel for municipal digital transformation";

/** The subgraph of external personnel for municipal digital transformation. */
export const recruitment: SubgraphDefinition = {
  name: "recruitment",
  resolvers: [
    ...sharedResolvers,
    ...areaFiguresResolvers("recruitment", subject),
    areaDiscrepanciesResolver("recruitment", subject),
    SkillStandardResolver,
    SolicitationResolver,
    FiscalYearSolicitationResolver,
    MunicipalityResolver,
    ...recordResolvers,
    ...changeResolvers,
    RecruitmentStatisticsResolver,
    RecruitmentStatisticsRowResolver,
  ],
  references: sharedReferences,
  access: recruitmentAccess,
  persons: recruitmentPersons,
  listSizes: recruitmentListSizes,
  entities: [
    ...sharedEntities,
    SkillStandard,
    SkillCategory,
    Solicitation,
    Municipality,
    ...recordEntities,
  ],
  migrations: [
    PublishedFacts1790000000000,
    Municipalities1790050000000,
    Records1790100000000,
    AppendOnlyRows1790120000000,
    RegistrationHistory1790200000000,
    TextForms1790310000000,
  ],
  writableTables: writableRecords,
  publishedTables,
  readers: [
    {
      name: "profiles",
      scope: "recruitment:profiles",
      tables: {
        ...publishedTables,
        applicant: "all",
        engagement: "all",
        list_request: "all",
        registration: "all",
      },
    },
  ],
  statisticsTables: {
    application: "all",
    application_category: "all",
    engagement: "all",
    registration: "all",
    registration_history: "all",
    selected_category: "all",
    stage_transition: "all",
  },
  measures: recruitmentMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readRecruitmentFacts),
  imports: [applicationImport],
};
