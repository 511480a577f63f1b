import { mostCountries } from "../catalog/country/country-list";
import { mostFiscalYears, sharedListSizes } from "../catalog/list-sizes";
import type { ListSizes } from "../kit/graphql/list-costs";

/** The most elements of the plain lists of cooperation. */
export const cooperationListSizes: ListSizes = {
  ...sharedListSizes,
  "CooperationStatistics.totals": mostFiscalYears,
  "Network.chairHistory": 100,
  "Network.membershipHistory": 300,
  // A country takes part in an event once.
  "NetworkEvent.participatingCountries": mostCountries,
  "NetworkEvent.participations": mostCountries,
  "NetworkEvent.presentations": 100,
  // Each of five states is entered once at most.
  "Project.stateChanges": 5,
  "Query.cooperationDimensionValues": 100,
  "Query.networks": 20,
  "Query.trainingCourses": 20,
  // A country sends participants to an edition once.
  "TrainingEdition.participants": mostCountries,
};
