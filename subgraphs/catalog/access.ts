import type { AccessPolicy } from "../kit/access/access-policy";
import type { DeclaredAccess } from "../kit/access/with-access";
import { areaNames, areas, statisticsScope } from "../areas";
import { open, released } from "../kit/access/policies";

/** Everybody: agencies have made it public. */
export const published = open("published");

/** Open to everybody; those who see the records, and analysts, are shown more, for a purpose and on record. */
export function statisticsOf(...personalWith: readonly string[]): AccessPolicy {
  return released(published.scopes, personalWith);
}

/** What figures come to in records: the same in every subgraph, whatever area a figure is of. */
export const reconciledFigures = statisticsOf(
  ...areaNames
    .filter((name) => areas[name].figuresCountPersons)
    .flatMap((name) => [`${name}:persons`, statisticsScope(name)])
    .sort(),
);

/** Who is permitted to see what every subgraph shares: everybody. */
export const sharedAccess = {
  Agency: published,
  Country: published,
  FigureDimensionValue: published,
  FigureSplit: published,
  FiscalYear: published,
  PageInfo: published,
  PublishedFigure: published,
  "PublishedFigure.agreement": reconciledFigures,
  "PublishedFigure.computed": reconciledFigures,
  "PublishedFigure.difference": reconciledFigures,
  PublishedMeasure: published,
  Query: published,
  Source: published,
  StatisticCell: published,
} as const satisfies DeclaredAccess;
