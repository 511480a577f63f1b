import { codes, type CodeOf } from "../../kit/codes";
import { userErrorType } from "../../kit/mutation/user-error";
import { fellowshipErrorSentences } from "./fellowship-error-sentences";

/** The rules of fellowships that a change can break. */
export const FellowshipErrorCode = codes(
  "FellowshipErrorCode",
  "The rules of fellowships that a change can break.",
  {
    NOT_FOUND: "No record has this id.",
    VERSION_CONFLICT: "Someone has changed the record since expectedVersion.",
    INVALID_TEXT:
      "A text that is empty, too long, or cannot be read: without anything visible, or with control characters.",
    INVALID_CODE: "A number that does not have the expected form.",
    INVALID_PERIOD: "A period that ends before it begins, or lies outside fiscal years 1948–2100.",
    INVALID_NUMBER: "A number that is too small, as a cohort's below 1.",
    INVALID_COHORT_NUMBER: {
      means: "A cohort's number below 1.",
      deprecated: "Now INVALID_NUMBER.",
    },
    DATE_IN_FUTURE: "Something that has happened, dated after today (Asia/Tokyo).",
    UNKNOWN_PROGRAM: "No fellowship program has this code.",
    UNKNOWN_AGENCY: "No agency has this code.",
    COHORT_EXISTS: "The program has a cohort with this number, published or opened.",
    PUBLISHED_FACT: "What a source states is not changed here.",
    COHORT_PERIOD_IN_USE:
      "Placements, phases or fellows of the cohort would lie outside the new period.",
    OUTSIDE_COHORT_PERIOD:
      "A day outside the cohort's period. Where a source knows it to the year or month only, its earliest and latest days count; what is unknown is open.",
    NOT_A_PHASE_OF_PROGRAM: "The cohort's program has no such phase.",
    PHASE_ALREADY_SCHEDULED: "The cohort has a schedule for this phase.",
    OVERLAPPING_PHASES: "Two phases of a cohort on the same day.",
    PHASE_OUT_OF_ORDER: "Phases in another order than the program's.",
    FELLOW_NUMBER_TAKEN: "Another fellow has this number.",
    NOT_A_SENDING_AGENCY:
      "An agency of another country than the one that sends fellows to the program.",
    BEFORE_ADMISSION: "A day before the fellow was admitted.",
    FELLOWSHIP_COMPLETED: "The fellowship is completed, or was by the end of the period given.",
    FELLOW_WITHDRAWN: "The fellow has withdrawn, or had by the end of the period given.",
    PLACEMENT_RUNS_ON: "A placement that is open or goes on after the last day of the fellowship.",
    INVALID_HOST:
      "AGENCY needs hostAgency and no hostName; every other kind needs hostName and no hostAgency.",
    NOT_A_HOST_AGENCY: "An agency of another country than the one that hosts the program.",
    OVERLAPPING_PLACEMENT:
      "The fellow is placed elsewhere on a day of the period. A placement can begin on the day `to` of another.",
    ALREADY_CANCELLED: "The placement was cancelled before it began.",
    ALREADY_ENDED:
      "The placement was ended, or ends before the day given. What was ended is neither ended again nor cancelled.",
    ALREADY_BEGUN:
      "The placement has begun, or had by the day given; it can be ended, not cancelled.",
    PLACEMENT_CANCELLED: {
      means: "The placement was cancelled before it began.",
      deprecated: "Now ALREADY_CANCELLED.",
    },
    PLACEMENT_ENDED: {
      means: "The placement was ended, or ends before the day given.",
      deprecated: "Now ALREADY_ENDED.",
    },
    PLACEMENT_BEGUN: {
      means: "The placement has begun, or had by the day given.",
      deprecated: "Now ALREADY_BEGUN.",
    },
    PLACEMENT_NOT_BEGUN:
      "The placement begins after the day given; it can be cancelled, not ended.",
    STANDS_IN_THE_WAY:
      "Something else on record would not hold any longer. The message names it: take it back, or put it right, first.",
  },
);
/** A code of {@link FellowshipErrorCode}. */
export type FellowshipErrorCode = CodeOf<typeof FellowshipErrorCode>;

/** A broken rule of fellowships. */
export const FellowshipUserError = userErrorType(
  "Fellowship",
  FellowshipErrorCode,
  fellowshipErrorSentences,
);
