import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Municipality } from "../municipality/municipality";
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
    description: "Its requests for the external personnel list.",
  })
  listRequests(
    @Root() { code }: Municipality,
    @Args(() => ListRequestArguments) list: ListRequestArguments,
    @Ctx() context: RequestContext,
  ): Connection<ListRequest> {
    return new ListRequestConnection(listRequestsByMunicipalityCode(context, code, list));
  }
}
