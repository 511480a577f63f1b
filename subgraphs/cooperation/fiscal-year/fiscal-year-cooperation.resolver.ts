import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import type { Connection } from "../../kit/connection/connection-type";
import { PageArguments } from "../../kit/connection/page";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByFiscalYear,
  NetworkEventConnection,
  NetworkEventFilter,
  NetworkEventOrder,
} from "../event/network-event.list";
import { Invitation } from "../invitation/invitation";
import {
  InvitationConnection,
  InvitationFilter,
  invitationsByFiscalYear,
} from "../invitation/invitation.list";

/** What cooperation adds to a fiscal year. */
@Resolver(() => FiscalYear)
export class FiscalYearCooperationResolver {
  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description:
      "Network events that began in the year. An event whose date is too vague to tell is in no fiscal year.",
  })
  async networkEvents(
    @Root() { year }: FiscalYear,
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
      await eventsByFiscalYear(context, year, { page, filter, orderBy }),
    );
  }

  @FieldResolver(() => InvitationConnection, {
    nullable: true,
    description: "Invitations of the year.",
  })
  async invitations(
    @Root() { year }: FiscalYear,
    @Args(() => PageArguments) page: PageArguments,
    @Arg("filter", () => InvitationFilter, { nullable: true, description: "Default: all." })
    filter: InvitationFilter | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Invitation>> {
    return new InvitationConnection(await invitationsByFiscalYear(context, year, { page, filter }));
  }
}
