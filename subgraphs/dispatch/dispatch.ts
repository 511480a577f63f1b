import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { recordChangesModule } from "../kit/changes/record-changes.module";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { classificationModule } from "./classification/classification.module";
import { readDispatchFacts } from "./dispatch.facts";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { TwoLanguages1790360000000 } from "./migrations/1790360000000-two-languages";
import { RecordHistories1790510000000 } from "./migrations/1790510000000-record-histories";
import { Dispatch, DispatchExtension } from "./office/dispatch";
import { dispatchModule } from "./office/dispatch.module";
import { Official } from "./office/official";
import { OfficialHomeAgency } from "./office/official-home-agency";
import { officialModule } from "./office/official.module";
import { Organization } from "./office/organization";
import { organizationModule } from "./office/organization.module";
import { changes, persons, records } from "./record/policies";
import { dispatchMeasures, dispatchStatisticsModule } from "./statistics/dispatch.measures";

/** What its aggregates have in common. */
const areaModule: Module = {
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    TextForms1790310000000,
    TwoLanguages1790360000000,
    RecordHistories1790510000000,
  ],
  access: { Mutation: changes, DispatchUserError: changes },
  readable: { published: { history_start: "all" } },
};

/** The subgraph of officials dispatched to international organizations and foreign governments (Act No. 117 of 1970). */
export const dispatch: SubgraphDefinition = {
  name: "dispatch",
  ...composed([
    catalogModule(
      "dispatch",
      "officials dispatched to international organizations and foreign governments",
    ),
    areaModule,
    classificationModule,
    organizationModule,
    officialModule,
    dispatchModule,
    dispatchStatisticsModule,
    recordChangesModule("dispatch", { records, persons, changes }, [
      { type: Organization },
      { type: Official, parts: [OfficialHomeAgency] },
      { type: Dispatch, parts: [DispatchExtension] },
    ]),
  ]),
  references: sharedReferences("dispatch"),
  measures: dispatchMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readDispatchFacts),
};
