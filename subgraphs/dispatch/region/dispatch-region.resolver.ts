import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Source } from "../../catalog/source/source";
import { sourceOf } from "../../catalog/source/source-of";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request-context";
import { DispatchRegion } from "./dispatch-region";
import { allRegions } from "./dispatch-region.loader";

/** The regions officials are dispatched to. */
@Resolver(() => DispatchRegion)
export class DispatchRegionResolver {
  @Query(() => [DispatchRegion], {
    nullable: true,
    description:
      "The seven regions in which the National Personnel Authority counts dispatched officials; its own list, not UN M49.",
  })
  dispatchRegions(@Ctx() context: RequestContext): Promise<DispatchRegion[]> {
    return context.load(allRegions, "all");
  }

  @FieldResolver(() => String, { description: "Its name." })
  name(
    @Root() region: DispatchRegion,
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, region);
  }

  @FieldResolver(() => Source, { description: "Where it was seen." })
  source(@Root() { sourceId }: DispatchRegion): Source {
    return sourceOf(sourceId);
  }
}
