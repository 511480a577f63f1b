import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import { countedPage } from "../../kit/connection/counted-page";
import { PageArguments } from "../../kit/connection/page";
import type { RequestContext } from "../../kit/request/request-context";
import type { PublishedFigure } from "../published-figure/published-figure";
import { PublishedFigureConnection } from "../published-figure/published-figure.list";
import { allFigures } from "../published-figure/published-figure.loader";
import { Agreement } from "./agreement";
import { reconciled } from "./reconcile-figure.service";

/**
 * Makes the resolver of an area's figures that records do not agree with: `<area>Discrepancies`.
 *
 * @param area - the first part of the field's name, as `dispatch`
 * @param subject - what the figures are about, for the description
 */
export function areaDiscrepanciesResolver(area: string, subject: string) {
  const name = `${area}Discrepancies`;

  @Resolver()
  class AreaDiscrepanciesResolver {
    @Query(() => PublishedFigureConnection, {
      name,
      nullable: true,
      description: `Published figures on ${subject} that differ from the count from records, the largest differences first. Figures whose count is not shown to the caller are not included.`,
    })
    discrepancies(
      @Args(() => PageArguments) page: PageArguments,
      @Ctx() context: RequestContext,
    ): Connection<PublishedFigure> {
      return new PublishedFigureConnection(
        countedPage(name, () => figuresThatDiffer(context), page, context),
      );
    }
  }
  return AreaDiscrepanciesResolver;
}

async function figuresThatDiffer(context: RequestContext): Promise<PublishedFigure[]> {
  const figures = await context.load(allFigures, "all");
  const held = await Promise.all(
    figures.map(async (figure) => ({ figure, ...(await reconciled(figure, context)) })),
  );
  const size = ({ difference }: (typeof held)[number]) => Math.abs(difference ?? 0);
  return held
    .filter(({ agreement }) => agreement === Agreement.DIFFERS)
    .sort((one, other) => size(other) - size(one))
    .map(({ figure }) => figure);
}
