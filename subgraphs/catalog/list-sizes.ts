import type { ListSizes } from "../kit/graphql/list-costs";
import { mostCountries } from "./country/country-list";

/** From 1948 to 2100. */
export const mostFiscalYears = 153;

/**
 * The most elements of the lists that every subgraph shares. For what is in files, more than twice as many as today.
 */
export const sharedListSizes = {
  "Agency.successors": 10,
  "FigureSplit.parts": 60,
  "PublishedFigure.otherRevisions": 10,
  "PublishedFigure.splits": 10,
  "PublishedMeasure.dimensionNames": 20,
  "PublishedMeasure.dimensions": 20,
  "Query.agencies": 300,
  "Query.countries": mostCountries,
  "Query.fiscalYears": mostFiscalYears,
  "Query.sources": 300,
} as const satisfies ListSizes;
