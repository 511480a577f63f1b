import { changesIn } from "../../kit/mutation/declared-changes";
import { type FellowshipErrorCode, FellowshipUserError } from "./fellowship-error-code";

/** How mutations of fellowships are declared. */
export const { adding, changing, changesOf } = changesIn<FellowshipErrorCode>(FellowshipUserError);
