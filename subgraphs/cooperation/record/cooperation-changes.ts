import type { Change } from "../../kit/mutation/change";
import { changesIn } from "../../kit/mutation/declared-changes";
import { type CooperationErrorCode, CooperationUserError } from "./cooperation-error-code";

/** A change of what cooperation records. */
export type CooperationChange = Change<CooperationErrorCode>;

/** How mutations of cooperation are declared. */
export const { adding, changing, changesOf } =
  changesIn<CooperationErrorCode>(CooperationUserError);
