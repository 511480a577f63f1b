import { type CodeOf, codes } from "../../kit/codes";
import { userErrorType } from "../../kit/mutation/user-error";
import { cooperationErrorSentences } from "./cooperation-error-sentences";

/** The rules of cooperation that a change can break. */
export const CooperationErrorCode = codes(
  "CooperationErrorCode",
  "Which rule of cooperation was broken.",
  {
    NOT_FOUND: "There is no record with this id.",
    VERSION_CONFLICT: "The record has changed since it was read.",
    PUBLISHED_FACT: "A source states it; it changes only with its source.",
    UNKNOWN_NETWORK: "No network has this code.",
    UNKNOWN_COUNTRY: "ISO 3166-1 assigns this code to no country.",
    UNKNOWN_AGENCY: "No agency has this code.",
    UNKNOWN_TRAINING_COURSE: "No training course has this code.",
    AGENCY_OF_ANOTHER_COUNTRY: "The agency belongs to another country.",
    AGENCY_NOT_IN_FORCE: "The agency did not exist in this form at the time.",
    AGENCY_NOT_IN_EXISTENCE: {
      means: "The agency did not exist in this form at the time.",
      deprecated: "Now AGENCY_NOT_IN_FORCE.",
    },
    INVALID_TEXT:
      "A text that is empty, invisible or too long, or holds control characters, or line breaks where it is one line.",
    INVALID_NUMBER: "A number outside the permitted range.",
    INVALID_PERIOD: "An end that does not come after its beginning.",
    INVALID_FISCAL_YEAR: "A fiscal year that the graph does not cover.",
    OUTSIDE_FISCAL_YEAR: "A day outside the fiscal year.",
    DATE_OUT_OF_RANGE: "A date outside the fiscal years that the graph covers.",
    DATE_IN_FUTURE: "Something that has happened cannot lie in the future.",
    DATE_NOT_EXACT: "Something that has happened needs its day, not only the year or month.",
    DATE_OUT_OF_ORDER: "A step dated before the one it follows.",
    REASON_REQUIRED: "A step that needs a reason, without one.",
    REASON_NOT_TAKEN: "A reason for a step that takes none.",
    ILLEGAL_STATE_CHANGE: "This state cannot follow that one.",
    ALREADY_A_MEMBER: "The country belongs to the network on one of these days already.",
    ALREADY_ENDED: "It has ended already.",
    SAME_AGENCY: "The country takes part through this agency already.",
    STILL_TAKES_PART:
      "The country chairs the network, takes part in one of its events, has proposed a project or leads one on a day that would be lost.",
    IS_A_MEMBER: "A guest that is a member of the network on the day.",
    NOT_A_MEMBER: "The country does not belong to the network on the day.",
    EDITION_TAKEN: "Another one has this number in the series.",
    EVENT_EXISTS: "The network has an event of this kind with this title and first day.",
    ALREADY_CHAIRED: "Another country chairs the network on one of these days.",
    ALREADY_CANCELLED: "The event was cancelled.",
    EVENT_CANCELLED: {
      means: "The event was cancelled.",
      deprecated: "Now ALREADY_CANCELLED.",
    },
    REPEATED_COUNTRY: "A country that is named twice.",
    NOT_A_PARTICIPANT: "The country does not take part in the event.",
    HAS_PRESENTATIONS: "The country gives a presentation at the event.",
    POSITION_TAKEN: "Another presentation has this place in the order.",
    PRESENTATION_WITHDRAWN: "The presentation was withdrawn.",
    WORK_PLAN_EXISTS: "The network has a work plan with this title.",
    OUTSIDE_WORK_PLAN: "A day outside the time of the work plan.",
    PROJECT_EXISTS: "The work plan has a project with this title.",
    TRAINING_EDITION_CLOSED: "The edition is closed; its participants are final.",
    ALREADY_INVITED: "The same invitation of the same day is recorded already.",
  },
);

/** A code of a broken rule. */
export type CooperationErrorCode = CodeOf<typeof CooperationErrorCode>;

/** A rule of cooperation that was broken. */
export const CooperationUserError = userErrorType(
  "Cooperation",
  CooperationErrorCode,
  cooperationErrorSentences,
);
