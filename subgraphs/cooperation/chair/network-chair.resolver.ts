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
import { NetworkChair } from "./network-chair";
import {
  NetworkChairArguments,
  NetworkChairConnection,
  NetworkChairHistoryArguments,
  networkChairs,
} from "./network-chair.list";
import { networkChairById } from "./network-chair.loader";

/** Turns to chair and what they lead to. */
@Resolver(() => NetworkChair)
export class NetworkChairResolver {
  @Query(() => NetworkChair, {
    nullable: true,
    description: "The turn to chair with this id; null where there is none.",
  })
  networkChair(
    @Arg("id", () => ID, { description: "Its id." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NetworkChair | null> {
    return context.load(networkChairById, id);
  }

  @Query(() => NetworkChairConnection, {
    nullable: true,
    description:
      "Who chairs the networks on a day. Sources give years only: in a year of handover, both are listed.",
  })
  networkChairs(
    @Args(() => NetworkChairArguments) list: NetworkChairArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkChair> {
    return new NetworkChairConnection(networkChairs.page(context, asOfRequest(list, context)));
  }

  @Query(() => NetworkChairConnection, {
    nullable: true,
    description: "Every turn to chair that there was, is or is to be.",
  })
  networkChairHistory(
    @Args(() => NetworkChairHistoryArguments) list: NetworkChairHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkChair> {
    return new NetworkChairConnection(networkChairs.page(context, list));
  }

  @FieldResolver(() => Network, { description: "The network." })
  network(@Root() { networkCode }: NetworkChair, @Ctx() context: RequestContext): Promise<Network> {
    return networkOf(context, networkCode);
  }

  @FieldResolver(() => Country, { description: "The country in the chair." })
  country(@Root() { countryCode }: NetworkChair): Country {
    return countryOf(countryCode);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "Its agency; null where not known." })
  agency(@Root() { agencyCode }: NetworkChair): Agency | null {
    return agencyCode === null ? null : agencyOf(agencyCode);
  }
}
