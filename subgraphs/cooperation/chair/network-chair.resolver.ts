import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { RequestContext } from "../../kit/request-context";
import { Network } from "../network/network";
import { networkOf } from "../network/network.loader";
import { NetworkChair } from "./network-chair";

/** What a chair leads to. */
@Resolver(() => NetworkChair)
export class NetworkChairResolver {
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
