import type { Change } from "../../kit/mutation/change";
import type { DispatchErrorCode } from "./dispatch-error-code";

/**
 * A change in dispatch. Records are locked in one order, so that changes wait for each other and do not deadlock:
 * organization, official, the official's agencies, the official's dispatches.
 */
export type DispatchChange = Change<DispatchErrorCode>;
