import { ApiError } from "../errors";

/** A request without a valid assertion of the gateway. The message names only the first check that failed. */
export class InvalidAssertion extends ApiError {
  constructor(reason: string) {
    super("INVALID_ASSERTION", `The gateway's assertion is not accepted: ${reason}.`, 401);
  }
}

/** An assertion that is not written as the gateway writes one. */
export function malformed(): InvalidAssertion {
  return new InvalidAssertion("it is malformed");
}
