import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import type { Dispatch } from "../dispatch/dispatch";
import { DispatchConnection, DispatchHistoryArguments } from "../dispatch/dispatch.list";
import { dispatchHistoryByOfficialId } from "../dispatch/dispatch-parents.list";
import { OfficialHomeAgency } from "../home-agency/official-home-agency";
import {
  homeAgencyByOfficialId,
  homeAgencyHistoryByOfficialId,
} from "../home-agency/official-home-agency.loader";
import { Official } from "./official";
import { OfficialArguments, OfficialConnection, officials } from "./official.list";
import { officialById } from "./official.loader";

/** Officials and what they lead to. */
@Resolver(() => Official)
export class OfficialResolver {
  @Query(() => Official, {
    nullable: true,
    description: "The official with this id; null where there is none.",
  })
  official(
    @Arg("id", () => ID, { description: "As given by the graph." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Official | null> {
    return context.load(officialById, id);
  }

  @Query(() => OfficialConnection, {
    nullable: true,
    description: "The officials who have been or may be dispatched.",
  })
  officials(
    @Args(() => OfficialArguments) list: OfficialArguments,
    @Ctx() context: RequestContext,
  ): Connection<Official> {
    return new OfficialConnection(officials.page(context, list));
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "The agency the official belongs to on a day; null where to none.",
  })
  async homeAgency(
    @Root() { id }: Official,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Agency | null> {
    const held = await context.load(homeAgencyByOfficialId, id, { asOf: asOf ?? context.asOf });
    return held?.agency() ?? null;
  }

  @FieldResolver(() => [OfficialHomeAgency], {
    description: "The agencies the official has belonged to, earliest first.",
  })
  homeAgencyHistory(
    @Root() { id }: Official,
    @Ctx() context: RequestContext,
  ): Promise<OfficialHomeAgency[]> {
    return context.load(homeAgencyHistoryByOfficialId, id);
  }

  @FieldResolver(() => DispatchConnection, {
    description: "All dispatches of the official: past, present, planned and given up.",
  })
  dispatches(
    @Root() { id }: Official,
    @Args(() => DispatchHistoryArguments) list: DispatchHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Dispatch> {
    return new DispatchConnection(dispatchHistoryByOfficialId(context, id, list));
  }
}
