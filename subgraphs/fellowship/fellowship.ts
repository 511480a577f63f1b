import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { recordChangesModule } from "../kit/changes/record-changes.module";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { Cohort } from "./cohort/cohort";
import { cohortModule } from "./cohort/cohort.module";
import { Fellow } from "./cohort/fellow";
import { fellowModule } from "./cohort/fellow.module";
import { PhaseSchedule } from "./cohort/phase-schedule";
import { phaseScheduleModule } from "./cohort/phase-schedule.module";
import { Placement } from "./cohort/placement";
import { placementModule } from "./cohort/placement.module";
import { readFellowshipFacts } from "./fellowship.facts";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { TwoLanguages1790360000000 } from "./migrations/1790360000000-two-languages";
import { RecordHistories1790510000000 } from "./migrations/1790510000000-record-histories";
import { FellowshipCorrections1790540000000 } from "./migrations/1790540000000-corrections";
import { changes, persons, records } from "./record/policies";
import { fellowshipProgramModule } from "./program/fellowship-program.module";
import { fellowshipMeasures, fellowshipStatisticsModule } from "./statistics/fellowship.measures";

const modules = [
  catalogModule("fellowship", "fellows of the Mike Mansfield Fellowship Program"),
  {
    access: { Mutation: changes, FellowshipUserError: changes },
    readable: { published: { history_start: "all" } },
  },
  fellowshipProgramModule,
  cohortModule,
  phaseScheduleModule,
  fellowModule,
  placementModule,
  fellowshipStatisticsModule,
  recordChangesModule("fellowship", { records, persons, changes }, [
    { type: Cohort },
    { type: PhaseSchedule },
    { type: Fellow },
    { type: Placement },
  ]),
] satisfies readonly Module[];

/** The subgraph of fellowships that bring officials of other countries to work in Japan. */
export const fellowship: SubgraphDefinition = {
  name: "fellowship",
  ...composed(modules),
  references: sharedReferences("fellowship"),
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    TextForms1790310000000,
    TwoLanguages1790360000000,
    RecordHistories1790510000000,
    FellowshipCorrections1790540000000,
  ],
  measures: fellowshipMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readFellowshipFacts),
};
