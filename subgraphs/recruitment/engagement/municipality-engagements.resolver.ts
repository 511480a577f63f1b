import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { requireEngagementsOf } from "../list-request/granted-list.service";
import { Municipality } from "../municipality/municipality";
import { asOfRequest } from "../../kit/connection/as-of-request";
import { Engagement } from "./engagement";
import {
  EngagementArguments,
  EngagementConnection,
  EngagementHistoryArguments,
  engagementsByMunicipalityCode,
} from "./engagement.list";

/** What engagements add to a municipality. */
@Resolver(() => Municipality)
export class MunicipalityEngagementsResolver {
  @FieldResolver(() => EngagementConnection, {
    nullable: true,
    description:
      "The engagements with it on a day. A municipality sees its own; another one's are the error FORBIDDEN.",
  })
  engagements(
    @Root() { code }: Municipality,
    @Args(() => EngagementArguments) list: EngagementArguments,
    @Ctx() context: RequestContext,
  ): Connection<Engagement> {
    requireEngagementsOf(context, code);
    return new EngagementConnection(
      engagementsByMunicipalityCode(context, code, asOfRequest(list, context)),
    );
  }

  @FieldResolver(() => EngagementConnection, {
    nullable: true,
    description:
      "Every engagement with it there was, is or is to be. A municipality sees its own; another one's are the error FORBIDDEN.",
  })
  engagementHistory(
    @Root() { code }: Municipality,
    @Args(() => EngagementHistoryArguments) list: EngagementHistoryArguments,
    @Ctx() context: RequestContext,
  ): Connection<Engagement> {
    requireEngagementsOf(context, code);
    return new EngagementConnection(engagementsByMunicipalityCode(context, code, list));
  }
}
