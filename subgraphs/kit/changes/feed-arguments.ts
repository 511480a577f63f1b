import { ArgsType, Field, Int } from "type-graphql";
import { PageArguments } from "../connection/page";
import { ApiError } from "../errors";
import { longestWait } from "./longest-wait";

/** The arguments of an area's changes in commit order. */
@ArgsType()
export class FeedArguments extends PageArguments {
  @Field(() => Boolean, {
    defaultValue: false,
    description:
      "true, without after: the latest first ones instead of the earliest. To follow what comes from now on, begin with the last of them.",
  })
  latest = false;

  @Field(() => Int, {
    defaultValue: 0,
    description: `How many seconds to wait, 0–${longestWait}, where nothing follows yet. The answer comes with the first that does.`,
  })
  waitSeconds = 0;
}

/**
 * Milliseconds to wait.
 * @throws ApiError INVALID_WAIT outside 0–20 seconds
 */
export function waitOf({ waitSeconds }: Pick<FeedArguments, "waitSeconds">): number {
  if (waitSeconds >= 0 && waitSeconds <= longestWait) return waitSeconds * 1_000;
  throw new ApiError(
    "INVALID_WAIT",
    `Expected waitSeconds between 0 and ${longestWait}, received ${waitSeconds}.`,
  );
}
