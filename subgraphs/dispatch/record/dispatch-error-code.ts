import { type CodeOf, codes } from "../../kit/codes";
import { userErrorType } from "../../kit/mutation/user-error";
import { dispatchErrorSentences } from "./dispatch-error-sentences";

/** Every rule of dispatch that a change can break. */
export const DispatchErrorCode = codes(
  "DispatchErrorCode",
  "The rules of dispatch that a change can break.",
  {
    AGENCY_NOT_IN_FORCE: "The agency did not exist on that day, so far as is known.",
    ALREADY_AT_AGENCY: "The agency is the official's home agency already.",
    ALREADY_BEGUN: "The dispatch has begun.",
    ALREADY_CANCELLED: "The dispatch was cancelled.",
    ALREADY_CONSENTED: "The official has consented, on that day; another day corrects it.",
    ALREADY_RETURNED: "The official has returned.",
    ALREADY_STARTED: { means: "The dispatch has begun.", deprecated: "Now ALREADY_BEGUN." },
    CONSENT_AFTER_START:
      "The official consented after the first day of the dispatch, or of the renewed term (Act No. 117 of 1970, art. 2; Rule 18-0, art. 4).",
    CONSENT_MISSING: "The official has not consented (Act No. 117 of 1970, art. 2).",
    CONSENT_NOT_ANEW:
      "An extension needs consent of its own: this day lies before the dispatch began or before the consent to the extension before (Rule 18-0, art. 4).",
    CONSULTATION_MISSING:
      "The whole term is beyond five years, and the National Personnel Authority has not been consulted (Rule 18-0, art. 4).",
    CONSULTATION_NOT_ANEW:
      "An extension needs consultation of its own: this day lies before the dispatch began or not after the consultation before (Rule 18-0, art. 4).",
    COUNTRY_MISSING: "No country of duty is given, and the organization has none.",
    DATE_IN_FUTURE: "What has happened cannot lie in the future.",
    DATE_OUT_OF_RANGE: "A day outside the fiscal years the graph covers.",
    DISPATCHED_FROM_FORMER_AGENCY:
      "The official went on dispatch from the former agency on that day or later.",
    DISPATCH_CANCELLED: {
      means: "The dispatch was cancelled.",
      deprecated: "Now ALREADY_CANCELLED.",
    },
    DISPATCH_EXISTS: "The official has a dispatch planned from the same day.",
    EMPTY_TERM: {
      means: "The term ends before it has begun.",
      deprecated: "Now INVALID_PERIOD.",
    },
    EXTENSION_NOT_AFTER_TERM: "The new end of the term is not after the present one.",
    INVALID_CODE: "Not a code or number of the form that is expected.",
    INVALID_PERIOD: "The term ends before it has begun.",
    INVALID_TEXT: "A text that shows nothing, is too long or has control characters.",
    LEGAL_BASIS_DOES_NOT_FIT: "The legal basis does not cover organizations of this kind.",
    NAME_MISSING: "The organization would have no name in either language.",
    NOT_AN_ORGANIZATION_TYPE: "The remainder of a statistic is no kind of organization.",
    NOT_A_HOME_AGENCY: "An agency of another country than Japan.",
    NOT_FOUND: "There is no such record.",
    NOT_ON_DISPATCH: "The dispatch has not begun.",
    NO_HOME_AGENCY: "The official belongs to no agency on the first day.",
    ORGANIZATION_CODE_TAKEN: "Another organization has this code.",
    OVERLAPPING_DISPATCH:
      "The official has another dispatch on a day of the term. One can begin on the day on which another ends.",
    PAY_RATIO_OUT_OF_RANGE: "Not a percentage of 0–100 (Act No. 117 of 1970, art. 5).",
    PERSONNEL_NUMBER_TAKEN: "Another official has this number.",
    RETURN_AFTER_TERM:
      "The return lies after the end of the term; extend it first, or acknowledge the overstay.",
    RETURN_NOT_AFTER_START: "The first day back on duty is not after the first day on dispatch.",
    STANDS_IN_THE_WAY:
      "Something else on record would not hold any longer. The message names it: take it back, or put it right, first.",
    START_AFTER_TERM: "The first day is not before the end of the term.",
    STILL_ON_DISPATCH: "The official has not returned from another dispatch.",
    TRANSFER_NOT_AFTER_LAST: "The official came to the present agency on that day or later.",
    UNKNOWN_AGENCY: "No agency of the catalog has this code.",
    UNKNOWN_COUNTRY: "ISO 3166-1 has no country with this code.",
    VERSION_CONFLICT: "The record has changed since the version that was expected.",
  },
);
/** A code of {@link DispatchErrorCode}. */
export type DispatchErrorCode = CodeOf<typeof DispatchErrorCode>;

/** A broken rule of dispatch. */
export const DispatchUserError = userErrorType(
  "Dispatch",
  DispatchErrorCode,
  dispatchErrorSentences,
);
