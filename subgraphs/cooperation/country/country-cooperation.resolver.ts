import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  figuresByCountryCode,
  PublishedFigureConnection,
  PublishedFigureArguments,
} from "../../catalog/published-figure/published-figure.list";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByCountryCode,
  NetworkEventConnection,
  NetworkEventArguments,
} from "../event/network-event.list";
import { Invitation } from "../invitation/invitation";
import {
  InvitationConnection,
  InvitationArguments,
  invitationsByCountryCode,
} from "../invitation/invitation.list";
import { NetworkMembership } from "../membership/network-membership";
import { membershipsByCountryCode } from "../membership/network-membership.loader";

/** What cooperation adds to a country. */
@Resolver(() => Country)
export class CountryCooperationResolver {
  @FieldResolver(() => [NetworkMembership], {
    nullable: true,
    description: "The networks it belongs to on a day, as observer included.",
  })
  networkMemberships(
    @Root() { code }: Country,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership[]> {
    return context.load(membershipsByCountryCode, code, { asOf: asOf ?? context.today });
  }

  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description:
      "Network events that took place in it, or that a source names it as a participant of.",
  })
  networkEvents(
    @Root() { code }: Country,
    @Args(() => NetworkEventArguments) list: NetworkEventArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkEvent> {
    return new NetworkEventConnection(eventsByCountryCode(context, code, list));
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: "Invitations from it to Japan.",
  })
  invitations(
    @Root() { code }: Country,
    @Args(() => InvitationArguments) list: InvitationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Invitation> {
    return new InvitationConnection(invitationsByCountryCode(context, code, list));
  }

  @FieldResolver(() => PublishedFigureConnection, {
    nullable: true,
    description: "Published figures on cooperation that are split by country, for this one.",
  })
  cooperationFigures(
    @Root() { code }: Country,
    @Args(() => PublishedFigureArguments) list: PublishedFigureArguments,
    @Ctx() context: RequestContext,
  ): Connection<PublishedFigure> {
    return new PublishedFigureConnection(figuresByCountryCode(context, code, list));
  }
}
