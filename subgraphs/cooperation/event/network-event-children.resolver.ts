import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import type { RequestContext } from "../../kit/request-context";
import { existing } from "../loader/record-by-id";
import { NetworkEvent } from "./network-event";
import { networkEventById } from "./network-event.loader";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";

/** What a participation leads to. */
@Resolver(() => NetworkEventParticipation)
export class NetworkEventParticipationResolver {
  @FieldResolver(() => NetworkEvent, { description: "The event." })
  async event(
    @Root() { eventId }: NetworkEventParticipation,
    @Ctx() context: RequestContext,
  ): Promise<NetworkEvent> {
    return existing(await context.load(networkEventById, eventId), `event ${eventId}`);
  }

  @FieldResolver(() => Country, { description: "The country." })
  country(@Root() { countryCode }: NetworkEventParticipation): Country {
    return countryOf(countryCode);
  }
}

/** What a presentation leads to. */
@Resolver(() => NetworkEventPresentation)
export class NetworkEventPresentationResolver {
  @FieldResolver(() => NetworkEvent, { description: "The event." })
  async event(
    @Root() { eventId }: NetworkEventPresentation,
    @Ctx() context: RequestContext,
  ): Promise<NetworkEvent> {
    return existing(await context.load(networkEventById, eventId), `event ${eventId}`);
  }

  @FieldResolver(() => Country, { description: "The country that gives it." })
  country(@Root() { countryCode }: NetworkEventPresentation): Country {
    return countryOf(countryCode);
  }

  @FieldResolver(() => Agency, { nullable: true, description: "Its agency; null where not known." })
  agency(@Root() { agencyCode }: NetworkEventPresentation): Agency | null {
    return agencyCode === null ? null : agencyOf(agencyCode);
  }
}
