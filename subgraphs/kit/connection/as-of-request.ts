import type { ListRequest } from "./list-request";

/** A list's request as of the day asked for, or else the day in force. */
export function asOfRequest(
  request: ListRequest,
  { asOf }: { readonly asOf: string },
): ListRequest {
  return { ...request, asOf: request.asOf ?? asOf };
}
