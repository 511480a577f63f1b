import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import { allRows } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { FigureDimensionValue } from "./figure-dimension-value";
import type { PublishedFigure } from "./published-figure";
import {
  figuresByFiscalYear,
  PublishedFigureConnection,
  PublishedFigureArguments,
  publishedFigures,
} from "./published-figure.list";
import { PublishedMeasure } from "./published-measure";

type Figures = Connection<PublishedFigure>;

/**
 * Makes the resolvers of an area's published figures: `<area>Figures`, `<area>Measures` and `<area>DimensionValues` at the root, and
 * `<area>Figures` on FiscalYear.
 *
 * @param area - the first part of the fields' names, as `dispatch`
 * @param subject - what the figures are about, for the descriptions
 */
export function areaFiguresResolvers(area: string, subject: string) {
  const fieldName = `${area}Figures`;
  const allMeasures = allRows(`${area}Measures`, PublishedMeasure, { code: "ASC" });
  const allValues = allRows(`${area}DimensionValues`, FigureDimensionValue, { position: "ASC" });

  @Resolver()
  class AreaFiguresResolver {
    @Query(() => PublishedFigureConnection, {
      name: fieldName,
      nullable: true,
      description: `Published figures on ${subject}.`,
    })
    figures(
      @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
      @Ctx() context: RequestContext,
    ): Figures {
      return new PublishedFigureConnection(publishedFigures.page(context, list));
    }

    @Query(() => [PublishedMeasure], {
      name: `${area}Measures`,
      nullable: true,
      description: `What the published figures on ${subject} count.`,
    })
    measures(@Ctx() context: RequestContext): Promise<PublishedMeasure[]> {
      return context.load(allMeasures, "all");
    }

    @Query(() => [FigureDimensionValue], {
      name: `${area}DimensionValues`,
      nullable: true,
      description: `The parts that published figures on ${subject} are split into, if nothing else in the graph stands for them.`,
    })
    dimensionValues(@Ctx() context: RequestContext): Promise<FigureDimensionValue[]> {
      return context.load(allValues, "all");
    }
  }

  @Resolver(() => FiscalYear)
  class FiscalYearFiguresResolver {
    @FieldResolver(() => PublishedFigureConnection, {
      name: fieldName,
      nullable: true,
      description: `Published figures of the year on ${subject}.`,
    })
    figures(
      @Root() { year }: FiscalYear,
      @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
      @Ctx() context: RequestContext,
    ): Figures {
      return new PublishedFigureConnection(figuresByFiscalYear(context, year, list));
    }
  }

  return [AreaFiguresResolver, FiscalYearFiguresResolver] as const;
}
