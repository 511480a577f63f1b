import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { RequestContext } from "../../kit/request-context";
import { Network } from "../network/network";
import { networkOf } from "../network/network.loader";
import { NetworkMembership } from "./network-membership";

/** What a membership leads to. */
@Resolver(() => NetworkMembership)
export class NetworkMembershipResolver {
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
