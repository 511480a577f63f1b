import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { asOfRequest } from "../../kit/connection/as-of-request";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Fellow } from "../fellow/fellow";
import { fellowById } from "../fellow/fellow.loader";
import { Placement } from "./placement";
import {
  PlacementArguments,
  PlacementConnection,
  PlacementHistoryArguments,
  placements,
} from "./placement.list";
import { placementById } from "./placement.loader";

/** Placements and what they lead to. */
@Resolver(() => Placement)
export class PlacementResolver {
  @Query(() => Placement, {
    nullable: true,
    description: "The placement with this id; null where there is none.",
  })
  placement(
    @Arg("id", () => ID, { description: "The placement's id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Placement | null> {
    return context.load(placementById, id);
  }

  @Query(() => PlacementConnection, {
    nullable: true,
    description: "The placements in force on a day.",
  })
  placements(
    @Args(() => PlacementArguments) list: PlacementArguments,
    @Ctx() context: RequestContext,
  ): Connection<Placement> {
    return new PlacementConnection(placements.page(context, asOfRequest(list, context)));
  }

  @Query(() => PlacementConnection, {
    nullable: true,
    description: "All placements that were, are or are planned, and those cancelled.",
  })
  placementHistory(
    @Args(() => PlacementHistoryArguments) list: PlacementHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Placement> {
    return new PlacementConnection(placements.page(context, list));
  }

  @FieldResolver(() => Fellow, { description: "The fellow who works there." })
  fellow(@Root() { fellowId }: Placement, @Ctx() context: RequestContext): Promise<Fellow | null> {
    return context.load(fellowById, fellowId);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency that hosts; null where the host is not an agency.",
  })
  hostAgency(@Root() { hostAgencyCode }: Placement): Agency | null {
    return hostAgencyCode === null ? null : agencyOf(hostAgencyCode);
  }
}
