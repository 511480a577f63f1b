import { Arg, Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  PublishedFigureConnection,
  PublishedFigureFilter,
  PublishedFigureOrder,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import type { RequestContext } from "../../kit/request-context";
import { DispatchOrganizationType } from "../organization-type/dispatch-organization-type";
import { DispatchRegion } from "../region/dispatch-region";
import { figuresByPart, partKey } from "./part-figures.list";

/** Makes the field `figures` of a type whose nodes are the parts of a split. */
function partFiguresResolver<Part extends object>(
  type: ClassType<Part>,
  keyOf: (part: Part) => string,
) {
  @Resolver(() => type)
  class PartFiguresResolver {
    @FieldResolver(() => PublishedFigureConnection, {
      description:
        "Published figures of this part alone, of every year and measure split this way.",
    })
    async figures(
      @Root() part: Part,
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
      const figures = await figuresByPart(context, keyOf(part), { page, filter, orderBy });
      return new PublishedFigureConnection(figures);
    }
  }
  return PartFiguresResolver;
}

/** What leads from the parts of splits to their figures. */
export const partFiguresResolvers = [
  partFiguresResolver(DispatchRegion, ({ code }) => partKey("region", code)),
  partFiguresResolver(DispatchOrganizationType, ({ code }) => partKey("organization_type", code)),
] as const;
