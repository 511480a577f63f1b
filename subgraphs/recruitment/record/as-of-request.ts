import type { ListRequest } from "../../kit/connection/list-sql";
import type { RequestContext } from "../../kit/request-context";

/** A list's request as of the day asked for, or else today. */
export function asOfRequest(request: ListRequest, { today }: RequestContext): ListRequest {
  return { ...request, asOf: request.asOf ?? today };
}
