import { join } from "node:path";
import { areaFiguresResolvers } from "../catalog/published-figure/area-figures.resolver";
import { areaDiscrepanciesResolver } from "../catalog/reconciliation/area-discrepancies.resolver";
import { sharedEntities, sharedReferences, sharedResolvers } from "../catalog/shared-schema";
import { sharedTables } from "../catalog/shared-tables";
import { loadFactsWith } from "../kit/facts/load-facts";
import { dispatchAccess, dispatchPersons } from "./access";
import { dispatchListSizes } from "./list-sizes";
import type { SubgraphDefinition } from "../kit/subgraph/subgraph-definition";
import { readDispatchFacts } from "./dispatch.facts";
import { Dispatch } from "./dispatch/dispatch";
import { dispatchImport } from "./dispatch/dispatch.import";
import { DispatchExtension } from "./dispatch/dispatch-extension";
import { DispatchMutationsResolver } from "./dispatch/dispatch-mutations.resolver";
import { DispatchResolver } from "./dispatch/dispatch.resolver";
import { partDispatchesResolvers } from "./dispatch/part-dispatches.resolver";
import { OfficialHomeAgency } from "./home-agency/official-home-agency";
import { DispatchLegalBasis } from "./legal-basis/dispatch-legal-basis";
import { DispatchLegalBasisResolver } from "./legal-basis/dispatch-legal-basis.resolver";
import { LegalBasisOrganizationType } from "./legal-basis/legal-basis-organization-type";
import { PublishedFacts1790000000000 } from "./migrations/1790000000000-published-facts";
import { Records1790100000000 } from "./migrations/1790100000000-records";
import { DispatchHorizon1790110000000 } from "./migrations/1790110000000-dispatch-horizon";
import { DispatchHistory1790200000000 } from "./migrations/1790200000000-dispatch-history";
import { TextForms1790310000000 } from "./migrations/1790310000000-text-forms";
import { LateRecords1790340000000 } from "./migrations/1790340000000-late-records";
import { Official } from "./official/official";
import { officialImport } from "./official/official.import";
import { OfficialMutationsResolver } from "./official/official-mutations.resolver";
import { OfficialResolver } from "./official/official.resolver";
import { DispatchOrganizationType } from "./organization-type/dispatch-organization-type";
import { DispatchOrganizationTypeResolver } from "./organization-type/dispatch-organization-type.resolver";
import { Organization } from "./organization/organization";
import { organizationImport } from "./organization/organization.import";
import { OrganizationMutationsResolver } from "./organization/organization-mutations.resolver";
import { OrganizationResolver } from "./organization/organization.resolver";
import { partFiguresResolvers } from "./published-figure/part-figures.resolver";
import { DispatchRegion } from "./region/dispatch-region";
import { DispatchRegionResolver } from "./region/dispatch-region.resolver";
import { dispatchMeasures } from "./statistics/dispatch.measures";
import {
  DispatchStatisticsResolver,
  DispatchStatisticsRowResolver,
} from "./statistics/dispatch-statistics.resolver";

/** What the published figures are about. */
const subject = "officials dispatched to international organizations and foreign governments";

/** The subgraph of officials dispatched to international organizations and foreign governments (Act No. 117 of 1970). */
export const dispatch: SubgraphDefinition = {
  name: "dispatch",
  resolvers: [
    ...sharedResolvers,
    ...areaFiguresResolvers("dispatch", subject),
    areaDiscrepanciesResolver("dispatch", subject),
    ...partFiguresResolvers,
    DispatchOrganizationTypeResolver,
    DispatchRegionResolver,
    DispatchLegalBasisResolver,
    OrganizationResolver,
    OrganizationMutationsResolver,
    OfficialResolver,
    OfficialMutationsResolver,
    DispatchResolver,
    DispatchMutationsResolver,
    ...partDispatchesResolvers,
    DispatchStatisticsResolver,
    DispatchStatisticsRowResolver,
  ],
  references: sharedReferences,
  access: dispatchAccess,
  persons: dispatchPersons,
  listSizes: dispatchListSizes,
  entities: [
    ...sharedEntities,
    DispatchOrganizationType,
    DispatchRegion,
    DispatchLegalBasis,
    LegalBasisOrganizationType,
    Organization,
    Official,
    OfficialHomeAgency,
    Dispatch,
    DispatchExtension,
  ],
  migrations: [
    PublishedFacts1790000000000,
    Records1790100000000,
    DispatchHorizon1790110000000,
    DispatchHistory1790200000000,
    TextForms1790310000000,
    LateRecords1790340000000,
  ],
  writableTables: {
    organization: "INSERT, UPDATE",
    official: "INSERT, UPDATE",
    official_home_agency: "INSERT, UPDATE",
    dispatch: "INSERT, UPDATE",
    dispatch_extension: "INSERT",
  },
  publishedTables: {
    ...sharedTables,
    dispatch_legal_basis: "all",
    dispatch_legal_basis_organization_type: "all",
    dispatch_organization_type: "all",
    dispatch_region: "all",
    history_start: "all",
  },
  statisticsTables: { dispatch: "all", dispatch_extension: "all", dispatch_history: "all" },
  measures: dispatchMeasures,
  dataDirectory: join(__dirname, "data"),
  loadFacts: loadFactsWith(readDispatchFacts),
  imports: [organizationImport, officialImport, dispatchImport],
};
