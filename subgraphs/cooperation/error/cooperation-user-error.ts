import { userErrorType } from "../../kit/mutation/user-error";
import { CooperationErrorCode } from "./cooperation-error-code";

/** A rule of cooperation that was broken. */
export const CooperationUserError = userErrorType("Cooperation", CooperationErrorCode);
