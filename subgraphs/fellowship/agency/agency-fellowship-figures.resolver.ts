import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import type { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  figuresByAgencyCode,
  PublishedFigureConnection,
  PublishedFigureFilter,
  PublishedFigureOrder,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import type { RequestContext } from "../../kit/request-context";

/** What fellowship adds to an agency. */
@Resolver(() => Agency)
export class AgencyFellowshipFiguresResolver {
  @FieldResolver(() => PublishedFigureConnection, {
    nullable: true,
    description: "Published figures on the fellows it sent.",
  })
  async fellowshipFigures(
    @Root() { code }: Agency,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => PublishedFigureFilter, { nullable: true, description: "Default: all." })
    filter: PublishedFigureFilter | null | undefined,
    @Arg("orderBy", () => [PublishedFigureOrder], {
      nullable: true,
      description: "Default: as the reference lists them.",
    })
    orderBy: PublishedFigureOrder[] | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PublishedFigure>> {
    const figures = await figuresByAgencyCode(context, code, { page, filter, orderBy });
    return new PublishedFigureConnection(figures);
  }
}
