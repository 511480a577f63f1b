import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { asOfRequest } from "../../kit/connection/as-of-request";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import type { Fellow } from "../fellow/fellow";
import { FellowArguments, FellowConnection, fellowsByAgencyCode } from "../fellow/fellow.list";
import type { Placement } from "../placement/placement";
import {
  PlacementArguments,
  PlacementConnection,
  placementsByAgencyCode,
} from "../placement/placement.list";

/** The fellows and placements of an agency. */
@Resolver(() => Agency)
export class AgencyFellowsResolver {
  @FieldResolver(() => FellowConnection, {
    nullable: true,
    description: "The fellows on record whom it sent.",
  })
  fellowsSent(
    @Root() { code }: Agency,
    @Args(() => FellowArguments) list: FellowArguments,
    @Ctx() context: RequestContext,
  ): Connection<Fellow> {
    return new FellowConnection(fellowsByAgencyCode(context, code, list));
  }

  @FieldResolver(() => PlacementConnection, {
    nullable: true,
    description: "The placements it hosts on a day.",
  })
  placementsHosted(
    @Root() { code }: Agency,
    @Args(() => PlacementArguments) list: PlacementArguments,
    @Ctx() context: RequestContext,
  ): Connection<Placement> {
    return new PlacementConnection(
      placementsByAgencyCode(context, code, asOfRequest(list, context)),
    );
  }
}
