import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { Cohort } from "../cohort/cohort";
import { cohortById } from "../cohort/cohort.loader";
import { Placement } from "../placement/placement";
import {
  PlacementConnection,
  PlacementHistoryArguments,
  placementsByFellowId,
} from "../placement/placement.list";
import { placementByFellowId } from "../placement/placement.loader";
import { Fellow } from "./fellow";
import { FellowArguments, FellowConnection, fellows } from "./fellow.list";
import { fellowById } from "./fellow.loader";

/** Fellows and what they lead to. */
@Resolver(() => Fellow)
export class FellowResolver {
  @Query(() => Fellow, {
    nullable: true,
    description: "The fellow with this id; null where there is none.",
  })
  fellow(
    @Arg("id", () => ID, { description: "The fellow's id; the number is a filter of fellows." })
    id: string,
    @Ctx() context: RequestContext,
  ): Promise<Fellow | null> {
    return context.load(fellowById, id);
  }

  @Query(() => FellowConnection, {
    nullable: true,
    description: "The fellows on record; published numbers of fellows are fellowshipFigures.",
  })
  fellows(
    @Args(() => FellowArguments) list: FellowArguments,
    @Ctx() context: RequestContext,
  ): Connection<Fellow> {
    return new FellowConnection(fellows.page(context, list));
  }

  @FieldResolver(() => Cohort, { description: "The cohort of the fellow." })
  cohort(@Root() { cohortId }: Fellow, @Ctx() context: RequestContext): Promise<Cohort | null> {
    return context.load(cohortById, cohortId);
  }

  @FieldResolver(() => Agency, { description: "The agency that sent the fellow." })
  sendingAgency(@Root() { sendingAgencyCode }: Fellow): Agency {
    return agencyOf(sendingAgencyCode);
  }

  @FieldResolver(() => Placement, {
    nullable: true,
    description: "Where the fellow works on a day; null where nowhere.",
  })
  placement(
    @Root() { id }: Fellow,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Placement | null> {
    return context.load(placementByFellowId, id, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => PlacementConnection, {
    description: "All placements of the fellow that were, are or are planned, and those cancelled.",
  })
  placements(
    @Root() { id }: Fellow,
    @Args(() => PlacementHistoryArguments) list: PlacementHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Placement> {
    return new PlacementConnection(placementsByFellowId(context, id, list));
  }
}
