import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import type { Connection } from "../../kit/connection/connection-type";
import type { RequestContext } from "../../kit/request-context";
import { Municipality } from "../municipality/municipality";
import { municipalityByCode } from "../municipality/municipality.loader";
import { referenced } from "../record/record.loader";
import { ListRequest } from "./list-request";
import { ListRequestArguments, ListRequestConnection, listRequests } from "./list-request.list";
import { listRequestById } from "./list-request.loader";

/** Requests for the list and what they lead to. */
@Resolver(() => ListRequest)
export class ListRequestResolver {
  @Query(() => ListRequest, {
    nullable: true,
    description: "The request with this id; null where there is none.",
  })
  listRequest(
    @Arg("id", () => ID, { description: "Of the request." }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<ListRequest | null> {
    return context.load(listRequestById, id);
  }

  @Query(() => ListRequestConnection, {
    nullable: true,
    description: "The requests of all municipalities for the list.",
  })
  listRequests(
    @Args(() => ListRequestArguments) list: ListRequestArguments,
    @Ctx() context: RequestContext,
  ): Connection<ListRequest> {
    return new ListRequestConnection(listRequests.page(context, list));
  }

  @FieldResolver(() => Municipality, { description: "Who asks." })
  municipality(
    @Root() { municipalityCode }: ListRequest,
    @Ctx() context: RequestContext,
  ): Promise<Municipality> {
    return referenced(context, municipalityByCode, municipalityCode);
  }
}
