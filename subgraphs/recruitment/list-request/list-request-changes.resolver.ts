import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { type Payload, payloadType } from "../../kit/mutation/payload-type";
import type { RequestContext } from "../../kit/request-context";
import { RecruitmentUserError } from "../record/recruitment-error-code";
import { ListRequest } from "./list-request";
import {
  GrantListRequestInput,
  RefuseListRequestInput,
  RequestListInput,
} from "./list-request.inputs";
import { grantListRequest, refuseListRequest, requestList } from "./list-request.service";

const ListRequestPayload = payloadType(
  "ListRequest",
  "listRequest",
  ListRequest,
  RecruitmentUserError,
);

/** What becomes of requests for the list. */
@Resolver()
export class ListRequestChangesResolver {
  @Mutation(() => ListRequestPayload, {
    nullable: true,
    description:
      "Records a municipality's request for the external personnel list, while it has no other one that is open or granted.",
  })
  requestList(
    @Arg("input", () => RequestListInput, { description: "The request." })
    input: RequestListInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(requestList, input).then(ListRequestPayload.of);
  }

  @Mutation(() => ListRequestPayload, {
    nullable: true,
    description: "Grants a request; the municipality may then engage who is on the list.",
  })
  grantListRequest(
    @Arg("input", () => GrantListRequestInput, { description: "The request and the day." })
    input: GrantListRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(grantListRequest, input).then(ListRequestPayload.of);
  }

  @Mutation(() => ListRequestPayload, {
    nullable: true,
    description: "Refuses a request; the municipality may ask again on another day.",
  })
  refuseListRequest(
    @Arg("input", () => RefuseListRequestInput, { description: "The request and the reason." })
    input: RefuseListRequestInput,
    @Ctx() context: RequestContext,
  ): Promise<Payload> {
    return context.change(refuseListRequest, input).then(ListRequestPayload.of);
  }
}
