import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { Network } from "../network/network";
import { networkOf } from "../network/network.loader";
import { NetworkMembership } from "./network-membership";
import {
  NetworkMembershipArguments,
  NetworkMembershipConnection,
  NetworkMembershipHistoryArguments,
  networkMemberships,
} from "./network-membership.list";
import { networkMembershipById } from "./network-membership.loader";

/** Memberships and what they lead to. */
@Resolver(() => NetworkMembership)
export class NetworkMembershipResolver {
  @Query(() => NetworkMembership, {
    nullable: true,
    description: "The membership with this id; null where there is none.",
  })
  networkMembership(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership | null> {
    return context.load(networkMembershipById, id);
  }

  @Query(() => NetworkMembershipConnection, {
    nullable: true,
    description: "The memberships of all networks that hold on a day, observers included.",
  })
  networkMemberships(
    @Args(() => NetworkMembershipArguments) list: NetworkMembershipArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkMembership> {
    return new NetworkMembershipConnection(
      networkMemberships.page(context, asOfRequest(list, context)),
    );
  }

  @Query(() => NetworkMembershipConnection, {
    nullable: true,
    description: "Every membership of a network that there was, is or is to be.",
  })
  networkMembershipHistory(
    @Args(() => NetworkMembershipHistoryArguments) list: NetworkMembershipHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkMembership> {
    return new NetworkMembershipConnection(networkMemberships.page(context, list));
  }

  @FieldResolver(() => Network, { description: "The network." })
  network(
    @Root() { networkCode }: NetworkMembership,
    @Ctx() context: RequestContext,
  ): Promise<Network> {
    return networkOf(context, networkCode);
  }

  @FieldResolver(() => Country, { description: "The country." })
  country(@Root() { countryCode }: NetworkMembership): Country {
    return countryOf(countryCode);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description:
      "The agency that takes part for the country, as the source names it; null where not known. If its own validFrom is null, it may be later than the day asked for.",
  })
  agency(@Root() { agencyCode }: NetworkMembership): Agency | null {
    return agencyCode === null ? null : agencyOf(agencyCode);
  }
}
