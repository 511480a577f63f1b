import type { ListRequest } from "./list-request";
import type { RequestContext } from "../request-context";

/** A list's request as of the day asked for, or else the day in force. */
export function asOfRequest(request: ListRequest, { asOf }: RequestContext): ListRequest {
  return { ...request, asOf: request.asOf ?? asOf };
}
