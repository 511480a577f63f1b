import { Args, type ClassType, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  PublishedFigureConnection,
  PublishedFigureArguments,
} from "../../catalog/published-figure/published-figure.list";
import type { Connection } from "../../kit/connection/connection-type";
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
    figures(
      @Root() part: Part,
      @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
      @Ctx() context: RequestContext,
    ): Connection<PublishedFigure> {
      return new PublishedFigureConnection(figuresByPart(context, keyOf(part), list));
    }
  }
  return PartFiguresResolver;
}

/** What leads from the parts of splits to their figures. */
export const partFiguresResolvers = [
  partFiguresResolver(DispatchRegion, ({ code }) => partKey("region", code)),
  partFiguresResolver(DispatchOrganizationType, ({ code }) => partKey("organization_type", code)),
] as const;
