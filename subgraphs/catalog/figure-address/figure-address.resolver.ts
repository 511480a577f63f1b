import { Arg, ID, Query, Resolver } from "type-graphql";
import { areaOfFigureId, requireFigureId } from "../published-figure/figure-id";
import { type Address, addressOf, addressTypes, FigureAddress } from "./figure-address";

/**
 * Makes the resolver of `publishedFigure`: which area an id belongs to is in how it begins, and only that area's subgraph is then
 * asked for the figure.
 *
 * @param area - the area of the subgraph
 */
export function figureAddressResolver(area: string) {
  const types = addressTypes(area);

  @Resolver()
  class FigureAddressResolver {
    @Query(() => FigureAddress, {
      nullable: true,
      description:
        "The published figure with this id, of whatever area; null where no area's ids begin so. The figure itself is in `figure`.",
    })
    publishedFigure(
      @Arg("id", () => ID, { description: "As dsp-2013-stock." }) id: string,
    ): Address | null {
      requireFigureId(id);
      const found = areaOfFigureId(id);
      return found ? addressOf(types, found, id) : null;
    }
  }

  return FigureAddressResolver;
}
