import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { NetworkChair } from "../chair/network-chair";
import { chairHistoryByNetworkCode, chairsByNetworkCode } from "../chair/network-chair.loader";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByNetworkCode,
  NetworkEventConnection,
  NetworkEventArguments,
} from "../event/network-event.list";
import { NetworkMembership } from "../membership/network-membership";
import {
  membershipHistoryByNetworkCode,
  membersByNetworkCode,
} from "../membership/network-membership.loader";
import type { WorkPlan } from "../work-plan/work-plan";
import {
  WorkPlanArguments,
  WorkPlanConnection,
  WorkPlanHistoryArguments,
  workPlansByNetworkCode,
} from "../work-plan/work-plan.list";
import { Network } from "./network";
import { networkByCode } from "./network.loader";

/** Networks and what they lead to. */
@Resolver(() => Network)
export class NetworkResolver {
  @Query(() => Network, {
    nullable: true,
    description: "The network with this code; null where there is none.",
  })
  network(
    @Arg("code", () => ID, { description: "ACCSM, ACCSM_PLUS3 or CJK_PPN." }) code: string,
    @Ctx() context: RequestContext,
  ): Promise<Network | null> {
    return context.load(networkByCode, code);
  }

  @Query(() => [Network], { nullable: true, description: "All networks." })
  networks(@Ctx() { database }: RequestContext): Promise<Network[]> {
    return database
      .getRepository(Network)
      .find({ order: { position: "ASC" }, comment: "networks" });
  }

  @FieldResolver(() => [NetworkMembership], {
    description: "Who belongs to it on a day, observers included, in order of country code.",
  })
  members(
    @Root() { code }: Network,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership[]> {
    return context.load(membersByNetworkCode, code, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => [NetworkMembership], {
    description: "Every membership there was or is, in order of country code and time.",
  })
  membershipHistory(
    @Root() { code }: Network,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership[]> {
    return context.load(membershipHistoryByNetworkCode, code);
  }

  @FieldResolver(() => [NetworkChair], {
    description:
      "Who chairs it on a day. Sources give years only and do not always agree: in a year of handover, and where they overlap, each chair that one of them names is listed, and the one an office has recorded.",
  })
  chairs(
    @Root() { code }: Network,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NetworkChair[]> {
    return context.load(chairsByNetworkCode, code, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => [NetworkChair], { description: "Every chair known, earliest first." })
  chairHistory(@Root() { code }: Network, @Ctx() context: RequestContext): Promise<NetworkChair[]> {
    return context.load(chairHistoryByNetworkCode, code);
  }

  @FieldResolver(() => NetworkEventConnection, {
    description: "Its meetings, symposia, workshops and trainings.",
  })
  events(
    @Root() { code }: Network,
    @Args(() => NetworkEventArguments) list: NetworkEventArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkEvent> {
    return new NetworkEventConnection(eventsByNetworkCode(context, code, list));
  }

  @FieldResolver(() => WorkPlanConnection, { description: "Its work plans that hold on a day." })
  workPlans(
    @Root() { code }: Network,
    @Args(() => WorkPlanArguments) list: WorkPlanArguments,
    @Ctx() context: RequestContext,
  ): Connection<WorkPlan> {
    return new WorkPlanConnection(
      workPlansByNetworkCode(context, code, asOfRequest(list, context)),
    );
  }

  @FieldResolver(() => WorkPlanConnection, {
    description: "Every work plan of it that there was, is or is to be.",
  })
  workPlanHistory(
    @Root() { code }: Network,
    @Args(() => WorkPlanHistoryArguments) list: WorkPlanHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<WorkPlan> {
    return new WorkPlanConnection(workPlansByNetworkCode(context, code, list));
  }
}
