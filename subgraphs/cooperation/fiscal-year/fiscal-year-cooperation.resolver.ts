import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByFiscalYear,
  NetworkEventConnection,
  NetworkEventArguments,
} from "../event/network-event.list";
import { Invitation } from "../invitation/invitation";
import {
  InvitationConnection,
  InvitationArguments,
  invitationsByFiscalYear,
} from "../invitation/invitation.list";
import type { TrainingEdition } from "../training-edition/training-edition";
import {
  editionsByFiscalYear,
  TrainingEditionArguments,
  TrainingEditionConnection,
} from "../training-edition/training-edition.list";

/** What cooperation adds to a fiscal year. */
@Resolver(() => FiscalYear)
export class FiscalYearCooperationResolver {
  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description:
      "Network events that began in the year. An event whose date is too vague to tell is in no fiscal year.",
  })
  networkEvents(
    @Root() { year }: FiscalYear,
    @Args(() => NetworkEventArguments) list: NetworkEventArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkEvent> {
    return new NetworkEventConnection(eventsByFiscalYear(context, year, list));
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: "Invitations of the year.",
  })
  invitations(
    @Root() { year }: FiscalYear,
    @Args(() => InvitationArguments) list: InvitationArguments,
    @Ctx() context: RequestContext,
  ): Connection<Invitation> {
    return new InvitationConnection(invitationsByFiscalYear(context, year, list));
  }

  @FieldResolver(() => TrainingEditionConnection, {
    nullable: true,
    description:
      "Editions of courses for officials of developing countries that began in the year.",
  })
  trainingEditions(
    @Root() { year }: FiscalYear,
    @Args(() => TrainingEditionArguments) list: TrainingEditionArguments,
    @Ctx() context: RequestContext,
  ): Connection<TrainingEdition> {
    return new TrainingEditionConnection(editionsByFiscalYear(context, year, list));
  }
}
