import { join } from "node:path";
import { catalogModule } from "../catalog/catalog.module";
import { sharedReferences } from "../catalog/shared-schema";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed } from "../kit/subgraph/module";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { classificationModule } from "./classification/classification.module";
import { readDispatchFacts } from "./dispatch.facts";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { DispatchHorizon1790110000000 } from "./migrations/1790110000000-dispatch-horizon";
import { DispatchHistory1790200000000 } from "./migrations/1790200000000-dispatch-history";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { LateRecords1790340000000 } from "./migrations/1790340000000-late-records";
import { dispatchModule } from "./office/dispatch.module";
import { officialModule } from "./office/official.module";
import { organizationModule } from "./office/organization.module";
import { dispatchMeasures, dispatchStatisticsModule } from "./statistics/dispatch.measures";

/** The subgraph of officials dispatched to international organizations and foreign governments (Act No. 117 of 1970). */
export const dispatch: SubgraphDefinition = {
  name: "dispatch",
  ...composed([
    catalogModule(
      "dispatch",
      "officials dispatched to international organizations and foreign governments",
    ),
    classificationModule,
    organizationModule,
    officialModule,
    dispatchModule,
    dispatchStatisticsModule,
  ]),
  references: sharedReferences,
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    DispatchHorizon1790110000000,
    DispatchHistory1790200000000,
    TextForms1790310000000,
    LateRecords1790340000000,
  ],
  measures: dispatchMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readDispatchFacts),
};
