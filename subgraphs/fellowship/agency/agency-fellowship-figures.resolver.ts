import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import type { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  figuresByAgencyCode,
  PublishedFigureConnection,
  PublishedFigureArguments,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";

/** What fellowship adds to an agency. */
@Resolver(() => Agency)
export class AgencyFellowshipFiguresResolver {
  @FieldResolver(() => PublishedFigureConnection, {
    nullable: true,
    description: "Published figures on the fellows it sent.",
  })
  fellowshipFigures(
    @Root() { code }: Agency,
    @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
    @Ctx() context: RequestContext,
  ): Connection<PublishedFigure> {
    const figures = figuresByAgencyCode(context, code, list);
    return new PublishedFigureConnection(figures);
  }
}
