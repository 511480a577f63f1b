import { join } from "node:path";
import { areaFiguresResolvers } from "../catalog/published-figure/area-figures.resolver";
import { areaDiscrepanciesResolver } from "../catalog/reconciliation/area-discrepancies.resolver";
import { sharedEntities, sharedReferences, sharedResolvers } from "../catalog/shared-schema";
import { sharedTables } from "../catalog/shared-tables";
import { loadFactsWith } from "../kit/facts/load-facts";
import { fellowshipAccess, fellowshipPersons } from "./access";
import { fellowshipListSizes } from "./list-sizes";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { AgencyFellowsResolver } from "./agency/agency-fellows.resolver";
import { AgencyFellowshipFiguresResolver } from "./agency/agency-fellowship-figures.resolver";
import { Cohort } from "./cohort/cohort";
import { CohortChangesResolver } from "./cohort/cohort-changes.resolver";
import { CohortResolver } from "./cohort/cohort.resolver";
import { CountryFellowsResolver } from "./country/country-fellows.resolver";
import { CountryFellowshipProgramsResolver } from "./country/country-fellowship-programs.resolver";
import { Fellow } from "./fellow/fellow";
import { fellowImport } from "./fellow/fellow.import";
import { FellowChangesResolver } from "./fellow/fellow-changes.resolver";
import { FellowResolver } from "./fellow/fellow.resolver";
import { readFellowshipFacts } from "./fellowship.facts";
import { FiscalYearCohortsResolver } from "./fiscal-year/fiscal-year-cohorts.resolver";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { PhaseSchedule } from "./phase-schedule/phase-schedule";
import { PhaseScheduleChangesResolver } from "./phase-schedule/phase-schedule-changes.resolver";
import { PhaseScheduleResolver } from "./phase-schedule/phase-schedule.resolver";
import { FellowshipPhase } from "./phase/fellowship-phase";
import { Placement } from "./placement/placement";
import { placementImport } from "./placement/placement.import";
import { PlacementChangesResolver } from "./placement/placement-changes.resolver";
import { PlacementResolver } from "./placement/placement.resolver";
import { FellowshipProgram } from "./program/fellowship-program";
import { FellowshipProgramResolver } from "./program/fellowship-program.resolver";
import { ProgramSendingAgency } from "./program/program-sending-agency";
import { fellowshipMeasures } from "./statistics/fellowship.measures";
import {
  FellowshipStatisticsResolver,
  FellowshipStatisticsRowResolver,
} from "./statistics/fellowship-statistics.resolver";

/** What the published figures are about. */
const subject = "fellows of the Mike Mansfield Fellowship Program";

/** The subgraph of fellowships that bring officials of other countries to work in Japan. */
export const fellowship: SubgraphDefinition = {
  name: "fellowship",
  resolvers: [
    ...sharedResolvers,
    ...areaFiguresResolvers("fellowship", subject),
    areaDiscrepanciesResolver("fellowship", subject),
    FellowshipProgramResolver,
    CohortResolver,
    CohortChangesResolver,
    PhaseScheduleResolver,
    PhaseScheduleChangesResolver,
    FellowResolver,
    FellowChangesResolver,
    PlacementResolver,
    PlacementChangesResolver,
    AgencyFellowshipFiguresResolver,
    AgencyFellowsResolver,
    CountryFellowshipProgramsResolver,
    CountryFellowsResolver,
    FiscalYearCohortsResolver,
    FellowshipStatisticsResolver,
    FellowshipStatisticsRowResolver,
  ],
  references: sharedReferences,
  access: fellowshipAccess,
  persons: fellowshipPersons,
  listSizes: fellowshipListSizes,
  entities: [
    ...sharedEntities,
    FellowshipProgram,
    ProgramSendingAgency,
    FellowshipPhase,
    Cohort,
    PhaseSchedule,
    Fellow,
    Placement,
  ],
  migrations: [PublishedFacts1790000000000, Records1790100000000, TextForms1790310000000],
  writableTables: {
    cohort: "INSERT, UPDATE",
    phase_schedule: "INSERT, UPDATE",
    fellow: "INSERT, UPDATE",
    placement: "INSERT, UPDATE",
  },
  publishedTables: {
    ...sharedTables,
    cohort: "sourced",
    fellowship_phase: "all",
    fellowship_program: "all",
    fellowship_program_sending_agency: "all",
  },
  statisticsTables: { cohort: "all", fellow: "all", placement: "all" },
  measures: fellowshipMeasures,
  imports: [fellowImport, placementImport],
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readFellowshipFacts),
};
