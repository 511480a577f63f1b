import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByHostAgencyCode,
  NetworkEventConnection,
  NetworkEventFilter,
  NetworkEventOrder,
} from "../event/network-event.list";
import { NetworkMembership } from "../membership/network-membership";
import { membershipsByAgencyCode } from "../membership/network-membership.loader";

/** What cooperation adds to an agency. */
@Resolver(() => Agency)
export class AgencyCooperationResolver {
  @FieldResolver(() => [NetworkMembership], {
    nullable: true,
    description: "The networks its country belongs to through it on a day.",
  })
  networkMemberships(
    @Root() { code }: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership[]> {
    return context.load(membershipsByAgencyCode, code, { asOf: asOf ?? context.today });
  }

  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description: "Network events it hosted.",
  })
  async eventsHosted(
    @Root() { code }: Agency,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => NetworkEventFilter, { nullable: true, description: "Default: all." })
    filter: NetworkEventFilter | null | undefined,
    @Arg("orderBy", () => [NetworkEventOrder], {
      nullable: true,
      description: "Default: earliest first.",
    })
    orderBy: NetworkEventOrder[] | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<NetworkEvent>> {
    return new NetworkEventConnection(
      await eventsByHostAgencyCode(context, code, { page, filter, orderBy }),
    );
  }
}
