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
import type { NetworkChair } from "../chair/network-chair";
import {
  chairsByCountryCode,
  NetworkChairConnection,
  NetworkChairHistoryArguments,
} from "../chair/network-chair.list";
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
import type { Project } from "../project/project";
import {
  ProjectArguments,
  ProjectConnection,
  projectsByLeadCountryCode,
} from "../project/project.list";
import type { TrainingParticipation } from "../training-edition/training-participation";
import {
  participationsByCountryCode,
  TrainingParticipationArguments,
  TrainingParticipationConnection,
} from "../training-edition/training-participation.list";

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
    return context.load(membershipsByCountryCode, code, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description:
      "Network events that took place in it, or that it is named or recorded as a participant of.",
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

  @FieldResolver(() => TrainingParticipationConnection, {
    nullable: true,
    description: "Its officials in courses for developing countries, earliest edition first.",
  })
  trainingParticipations(
    @Root() { code }: Country,
    @Args(() => TrainingParticipationArguments) list: TrainingParticipationArguments,
    @Ctx() context: RequestContext,
  ): Connection<TrainingParticipation> {
    return new TrainingParticipationConnection(participationsByCountryCode(context, code, list));
  }

  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: "The cooperation projects it leads.",
  })
  projectsLed(
    @Root() { code }: Country,
    @Args(() => ProjectArguments) list: ProjectArguments,
    @Ctx() context: RequestContext,
  ): Connection<Project> {
    return new ProjectConnection(projectsByLeadCountryCode(context, code, list));
  }

  @FieldResolver(() => NetworkChairConnection, {
    nullable: true,
    description: "Its turns to chair a network, whenever they were, are or are to be.",
  })
  networkChairHistory(
    @Root() { code }: Country,
    @Args(() => NetworkChairHistoryArguments) list: NetworkChairHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkChair> {
    return new NetworkChairConnection(chairsByCountryCode(context, code, list));
  }
}
