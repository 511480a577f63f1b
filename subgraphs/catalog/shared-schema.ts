import { isAreaName } from "../areas";
import type { ReferenceResolver } from "../kit/subgraph/build-schema";
import type { RequestContext } from "../kit/request/request-context";
import { AgencyResolver } from "./agency/agency.resolver";
import { catalog } from "./catalog";
import { findCountry } from "./country/country-list";
import { CountryResolver } from "./country/country.resolver";
import { addressTypeName } from "./figure-address/address-type-name";
import { addressOf, addressTypes } from "./figure-address/figure-address";
import { findFiscalYear } from "./fiscal-year/fiscal-year-range";
import { FiscalYearResolver } from "./fiscal-year/fiscal-year.resolver";
import { FigureDimensionValue } from "./published-figure/figure-dimension-value";
import { FigureSplit } from "./published-figure/figure-split";
import { PublishedFigure } from "./published-figure/published-figure";
import {
  FigureSplitResolver,
  PublishedFigureResolver,
  PublishedMeasureResolver,
} from "./published-figure/published-figure.resolver";
import { PublishedMeasure } from "./published-figure/published-measure";
import { ReconciliationResolver } from "./reconciliation/reconciliation.resolver";
import { SourceResolver } from "./source/source.resolver";

/** The resolvers every subgraph has. */
export const sharedResolvers = [
  CountryResolver,
  AgencyResolver,
  FiscalYearResolver,
  SourceResolver,
  PublishedFigureResolver,
  FigureSplitResolver,
  PublishedMeasureResolver,
  ReconciliationResolver,
] as const;

/** The entities every subgraph's database has. */
export const sharedEntities = [
  PublishedFigure,
  PublishedMeasure,
  FigureSplit,
  FigureDimensionValue,
] as const;

/**
 * How the shared types, and the addresses of the area's own figures, are found by their keys: in memory, so nothing needs
 * batching.
 */
export function sharedReferences(
  area: string,
): Readonly<Record<string, ReferenceResolver<RequestContext>>> {
  return {
    Country: ({ code }) => findCountry(String(code)),
    Agency: ({ code }) => catalog.agencies.get(String(code)) ?? null,
    FiscalYear: ({ year }) => findFiscalYear(Number(year)),
    ...(isAreaName(area) && {
      [addressTypeName(area)]: ({ id }) => addressOf(addressTypes(area), area, String(id)),
    }),
  };
}
