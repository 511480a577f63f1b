import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Municipality } from "../municipality/municipality";
import { requireListRequestsOf } from "./granted-list.service";
import { ListRequest } from "./list-request";
import {
  ListRequestArguments,
  ListRequestConnection,
  listRequestsByMunicipalityCode,
} from "./list-request.list";

/** What requests add to a municipality. */
@Resolver(() => Municipality)
export class MunicipalityListRequestsResolver {
  @FieldResolver(() => ListRequestConnection, {
    nullable: true,
    description:
      "Its requests for the external personnel list. A municipality sees its own; another one's are the error FORBIDDEN.",
  })
  listRequests(
    @Root() { code }: Municipality,
    @Args(() => ListRequestArguments) list: ListRequestArguments,
    @Ctx() context: RequestContext,
  ): Connection<ListRequest> {
    requireListRequestsOf(context, code);
    return new ListRequestConnection(listRequestsByMunicipalityCode(context, code, list));
  }
}
