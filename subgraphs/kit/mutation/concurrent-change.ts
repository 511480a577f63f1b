import { ApiError } from "../errors";

/** The refusal of a change that others kept from being made. */
export function concurrentChange(): ApiError {
  return new ApiError(
    "CONCURRENT_CHANGE",
    "Others were changing the same records for too long; nothing was written. Send it again.",
  );
}
