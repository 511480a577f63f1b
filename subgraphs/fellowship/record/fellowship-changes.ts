import { changesIn } from "../../kit/record/declared-changes";
import type { Change } from "../../kit/mutation/change";
import { type FellowshipErrorCode, FellowshipUserError } from "./fellowship-error-code";

/** How mutations of fellowships are declared. */
export const { adding, changing, correcting, changesOf } =
  changesIn<FellowshipErrorCode>(FellowshipUserError);

/** A change in fellowship. Records are locked in one order: fellows by id, cohorts by id, then placements or schedules. */
export type FellowshipChange = Change<FellowshipErrorCode>;
