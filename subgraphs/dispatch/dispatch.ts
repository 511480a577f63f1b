import { join } from "node:path";
import { published, statisticsOf } from "../catalog/access";
import { catalogModule } from "../catalog/catalog.module";
import { mostFiscalYears } from "../catalog/list-sizes";
import { sharedReferences } from "../catalog/shared-schema";
import { loadFactsWith } from "../kit/facts/load-facts";
import { composed, type Module } from "../kit/subgraph/module";
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
import { persons } from "./record/policies";
import { dispatchMeasures } from "./statistics/dispatch.measures";
import {
  DispatchStatisticsResolver,
  DispatchStatisticsRowResolver,
} from "./statistics/dispatch-statistics.resolver";

/** What is counted of the records. */
const statisticsModule: Module = {
  resolvers: [DispatchStatisticsResolver, DispatchStatisticsRowResolver],
  access: {
    DispatchStatistics: published,
    DispatchStatisticsRow: published,
    "Query.dispatchDiscrepancies": statisticsOf("dispatch:persons"),
    "Query.dispatchStatistics": statisticsOf("dispatch:persons"),
    // Everybody knows which kind, country and legal basis an organization has, so that its number would tell of others.
    "DispatchDimension.ORGANIZATION": persons,
    "DispatchDimension.LEGAL_BASIS": persons,
    "DispatchStatisticsFilter.organization": persons,
    "DispatchStatisticsFilter.legalBasis": persons,
  },
  listSizes: {
    "DispatchStatistics.totals": mostFiscalYears,
    "Query.dispatchDimensionValues": 100,
  },
};

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
    statisticsModule,
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
