import { mostFiscalYears, sharedListSizes } from "../catalog/list-sizes";
import type { ListSizes } from "../kit/graphql/list-costs";

/** The most elements of the plain lists of fellowships. */
export const fellowshipListSizes: ListSizes = {
  ...sharedListSizes,
  "FellowshipStatistics.totals": mostFiscalYears,
  "Cohort.phaseSchedule": 20,
  "Country.fellowshipPrograms": 10,
  "FellowshipProgram.phases": 20,
  "FellowshipProgram.sendingAgencies": 100,
  "FiscalYear.cohorts": 20,
  "Query.fellowshipDimensionValues": 100,
  "Query.fellowshipPrograms": 10,
};
