import type { ListRequest } from "../../kit/connection/list-request";
import type { RequestContext } from "../../kit/request-context";

/** A list's request as of the day asked for, or else the day in force. */
export function asOfRequest(request: ListRequest, { asOf }: RequestContext): ListRequest {
  return { ...request, asOf: request.asOf ?? asOf };
}
