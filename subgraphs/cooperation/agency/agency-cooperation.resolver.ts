import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agency } from "../../catalog/agency/agency";
import { asOfDescription } from "../../kit/clock";
import type { Connection } from "../../kit/connection/connection-type";
import { DateScalar } from "../../kit/graphql/scalars";
import type { RequestContext } from "../../kit/request-context";
import { NetworkEvent } from "../event/network-event";
import {
  eventsByHostAgencyCode,
  NetworkEventConnection,
  NetworkEventArguments,
} from "../event/network-event.list";
import { NetworkMembership } from "../membership/network-membership";
import { membershipsByAgencyCode } from "../membership/network-membership.loader";
import type { Project } from "../project/project";
import {
  ProjectArguments,
  ProjectConnection,
  projectsByLeadAgencyCode,
} from "../project/project.list";

/** What cooperation adds to an agency. */
@Resolver(() => Agency)
export class AgencyCooperationResolver {
  @FieldResolver(() => [NetworkMembership], {
    nullable: true,
    description: "The networks its country belongs to through it on a day.",
  })
  networkMemberships(
    @Root() { code }: Agency,
    @Arg("asOf", () => DateScalar, { nullable: true, description: asOfDescription })
    asOf: string | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<NetworkMembership[]> {
    return context.load(membershipsByAgencyCode, code, { asOf: asOf ?? context.asOf });
  }

  @FieldResolver(() => NetworkEventConnection, {
    nullable: true,
    description: "Network events it hosted.",
  })
  eventsHosted(
    @Root() { code }: Agency,
    @Args(() => NetworkEventArguments) list: NetworkEventArguments,
    @Ctx() context: RequestContext,
  ): Connection<NetworkEvent> {
    return new NetworkEventConnection(eventsByHostAgencyCode(context, code, list));
  }

  @FieldResolver(() => ProjectConnection, {
    nullable: true,
    description: "The cooperation projects it leads.",
  })
  projectsLed(
    @Root() { code }: Agency,
    @Args(() => ProjectArguments) list: ProjectArguments,
    @Ctx() context: RequestContext,
  ): Connection<Project> {
    return new ProjectConnection(projectsByLeadAgencyCode(context, code, list));
  }
}
