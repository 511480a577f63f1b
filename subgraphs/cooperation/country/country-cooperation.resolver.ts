import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Country } from "../../catalog/country/country";
import { PublishedFigure } from "../../catalog/published-figure/published-figure";
import {
  figuresByCountryCode,
  PublishedFigureConnection,
  PublishedFigureFilter,
  PublishedFigureOrder,
} from "../../catalog/published-figure/published-figure.list";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByCountryCode,
  NetworkEventConnection,
  NetworkEventFilter,
  NetworkEventOrder,
} from "../event/network-event.list";
import { Invitation } from "../invitation/invitation";
import {
  InvitationConnection,
  InvitationFilter,
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
  async networkEvents(
    @Root() { code }: Country,
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
      await eventsByCountryCode(context, code, { page, filter, orderBy }),
    );
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: "Invitations from it to Japan.",
  })
  async invitations(
    @Root() { code }: Country,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => InvitationFilter, { nullable: true, description: "Default: all." })
    filter: InvitationFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Invitation>> {
    return new InvitationConnection(
      await invitationsByCountryCode(context, code, { page, filter }),
    );
  }

  @FieldResolver(() => PublishedFigureConnection, {
    nullable: true,
    description: "Published figures on cooperation that are split by country, for this one.",
  })
  async cooperationFigures(
    @Root() { code }: Country,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => PublishedFigureFilter, { nullable: true, description: "Default: all." })
    filter: PublishedFigureFilter | null | undefined,
    @Arg("orderBy", () => [PublishedFigureOrder], {
      nullable: true,
      description: "Default: as the reference lists them.",
    })
    orderBy: PublishedFigureOrder[] | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<PublishedFigure>> {
    return new PublishedFigureConnection(
      await figuresByCountryCode(context, code, { page, filter, orderBy }),
    );
  }
}
