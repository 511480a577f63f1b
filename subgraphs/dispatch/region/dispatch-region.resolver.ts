import { Ctx, Query, Resolver } from "type-graphql";
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
}
