import { userErrorType } from "../../kit/mutation/user-error";
import { FellowshipErrorCode } from "./fellowship-error-code";

/** A broken rule of fellowships. */
export const FellowshipUserError = userErrorType("Fellowship", FellowshipErrorCode);
