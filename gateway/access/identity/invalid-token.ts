import { ApiError } from "../../../subgraphs/kit/errors";

/** A token that the graph does not accept. The message names the check that failed and never shows the token. */
export class InvalidToken extends ApiError {
  constructor(reason: string) {
    super("INVALID_TOKEN", `The bearer token is not accepted: ${reason}.`, 401);
  }
}

/**
 * The keys that tokens are verified with cannot be fetched. The reason goes to the log only, as it may hold addresses.
 */
export class IdentityUnavailable extends ApiError {
  constructor(cause: unknown) {
    super(
      "IDENTITY_UNAVAILABLE",
      "The keys that tokens are verified with cannot be fetched. Send the request again later.",
      503,
    );
    this.cause = cause;
  }
}
