import { ApiError, shown } from "../../subgraphs/kit/errors";

/** The header that asks what an operation could cost without running it. */
export const dryRunHeader = "graph-dry-run";

/**
 * Whether a request asks for a dry run: `1`. Without the header or with `0` it does not.
 *
 * @throws ApiError BAD_REQUEST for any other value
 */
export function isDryRun(given: unknown): boolean {
  if (given === undefined || given === "0") return false;
  if (given === "1") return true;
  const message = `Expected the header ${dryRunHeader} to be 0 or 1, received ${shown(given)}.`;
  throw new ApiError("BAD_REQUEST", message, 400);
}
