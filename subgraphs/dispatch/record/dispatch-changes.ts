import type { Change } from "../../kit/mutation/change";
import { changesIn } from "../../kit/record/declared-changes";
import { type DispatchErrorCode, DispatchUserError } from "./dispatch-error-code";

/** How mutations of dispatch are declared. */
export const { adding, changing, correcting, changesOf } =
  changesIn<DispatchErrorCode>(DispatchUserError);

/**
 * A change in dispatch. Records are locked in one order, so that changes wait for each other and do not deadlock:
 * organization, official, the official's agencies, the official's dispatches.
 */
export type DispatchChange = Change<DispatchErrorCode>;
