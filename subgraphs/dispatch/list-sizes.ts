import { mostFiscalYears, sharedListSizes } from "../catalog/list-sizes";
import type { ListSizes } from "../kit/graphql/list-costs";

/** The most elements of the plain lists of dispatch abroad. */
export const dispatchListSizes: ListSizes = {
  ...sharedListSizes,
  "DispatchLegalBasis.organizationTypes": 30,
  "Query.dispatchDimensionValues": 100,
  "Query.dispatchLegalBases": 10,
  "Query.dispatchOrganizationTypes": 30,
  "Query.dispatchRegions": 20,
  "DispatchStatistics.totals": mostFiscalYears,
};
