import type { DeclaredAccess } from "../kit/access/with-access";
import { open } from "../kit/access/policies";

/** Everybody: agencies have made it public. */
export const published = open("published");

/** Who may see what every subgraph shares: everybody. */
export const sharedAccess = {
  Agency: published,
  Country: published,
  FigureDimensionValue: published,
  FigureSplit: published,
  FiscalYear: published,
  PageInfo: published,
  PublishedFigure: published,
  PublishedMeasure: published,
  Query: published,
  Source: published,
} as const satisfies DeclaredAccess;
