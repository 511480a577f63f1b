import { ApiError } from "../errors";

/** The refusal of statistics that cannot be computed now. */
export function statisticsBusy(): ApiError {
  return new ApiError(
    "STATISTICS_BUSY",
    "More statistics are asked for at once than can be computed. Send it again in a moment.",
  );
}
