import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { agencyOf } from "../../catalog/agency/agency-of";
import { Country } from "../../catalog/country/country";
import { countryOf } from "../../catalog/country/country-list";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { findFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Network } from "../network/network";
import { networkOf } from "../network/network.loader";
import { NetworkEvent } from "./network-event";
import { NetworkEventParticipation } from "./network-event-participation";
import { NetworkEventPresentation } from "./network-event-presentation";
import { NetworkEventConnection, NetworkEventArguments, networkEvents } from "./network-event.list";
import {
  networkEventById,
  participationsByEventId,
  presentationsByEventId,
} from "./network-event.loader";

/** Events and what they lead to. */
@Resolver(() => NetworkEvent)
export class NetworkEventResolver {
  @Query(() => NetworkEvent, {
    nullable: true,
    description: "The event with this id; null where there is none.",
  })
  networkEvent(
    @Arg("id", () => ID, { description: "As cjk-ppn-symposium-16." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<NetworkEvent | null> {
    return context.load(networkEventById, id);
  }

  @Query(() => NetworkEventConnection, { nullable: true, description: "Events of all networks." })
  networkEvents(
    @Args(() => NetworkEventArguments) list: NetworkEventArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkEvent> {
    return new NetworkEventConnection(networkEvents.page(context, list));
  }

  @FieldResolver(() => Network, { description: "The network." })
  network(@Root() { networkCode }: NetworkEvent, @Ctx() context: RequestContext): Promise<Network> {
    return networkOf(context, networkCode);
  }

  @FieldResolver(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year it began in; null where the source leaves that open.",
  })
  fiscalYear(@Root() { fiscalYearNumber }: NetworkEvent): FiscalYear | null {
    return findFiscalYear(fiscalYearNumber);
  }

  @FieldResolver(() => Country, {
    nullable: true,
    description: "Where it took place, or which country's turn it was.",
  })
  country(@Root() { countryCode }: NetworkEvent): Country | null {
    return countryCode === null ? null : countryOf(countryCode);
  }

  @FieldResolver(() => Agency, {
    nullable: true,
    description: "Who hosted it; null where not known.",
  })
  hostAgency(@Root() { hostAgencyCode }: NetworkEvent): Agency | null {
    return hostAgencyCode === null ? null : agencyOf(hostAgencyCode);
  }

  @FieldResolver(() => [Country], {
    description:
      "Countries that take part, as the source names them or the office has recorded them; empty where none is.",
  })
  async participatingCountries(
    @Root() { id }: NetworkEvent,
    @Ctx() context: RequestContext,
  ): Promise<Country[]> {
    const participations = await context.load(participationsByEventId, id);
    return participations.map(({ countryCode }) => countryOf(countryCode));
  }

  @FieldResolver(() => [NetworkEventParticipation], {
    description: "The same countries, each with how it takes part.",
  })
  participations(
    @Root() { id }: NetworkEvent,
    @Ctx() context: RequestContext,
  ): Promise<NetworkEventParticipation[]> {
    return context.load(participationsByEventId, id);
  }

  @FieldResolver(() => [NetworkEventPresentation], {
    description: "Its presentations in their order, as the office has recorded them.",
  })
  presentations(
    @Root() { id }: NetworkEvent,
    @Ctx() context: RequestContext,
  ): Promise<NetworkEventPresentation[]> {
    return context.load(presentationsByEventId, id);
  }
}
