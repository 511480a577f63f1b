import { type CodeOf, codes } from "../../kit/codes";
import { userErrorType } from "../../kit/mutation/user-error";
import { recruitmentErrorSentences } from "./recruitment-error-sentences";

/** Every rule of recruitment that a change can break. */
export const RecruitmentErrorCode = codes(
  "RecruitmentErrorCode",
  "The rules of recruitment that a change can break.",
  {
    ALREADY_APPLIED:
      "The person has applied to this solicitation before, even if that application was withdrawn.",
    ALREADY_BEGUN: "The engagement begins on that day or earlier; it can be ended.",
    ALREADY_CANCELLED: "The engagement has been cancelled.",
    ALREADY_CLOSED: "The solicitation has been closed early before.",
    ALREADY_DECIDED: "The application or request has been decided.",
    ALREADY_ENDED: "The engagement has ended.",
    ALREADY_ENGAGED:
      "The person is engaged with the municipality in this role on a day of the period.",
    ALREADY_ENROLLED: "The candidate is enrolled in this course.",
    ALREADY_EVALUATED: "The evaluator has judged this application in this category.",
    ALREADY_REGISTERED: "The person is on the list in this category on a day of the period.",
    ALREADY_REMOVED: "The registration has been removed from the list.",
    ALREADY_TRAINED: "The candidate has completed the training.",
    APPLICATION_WITHDRAWN: "The application has been withdrawn.",
    APPLICATIONS_RECEIVED_LATER: "Applications were received after the day of closing.",
    CATEGORY_NOT_APPLIED_FOR: "The application does not name this category.",
    CATEGORY_NOT_SOLICITED: "The solicitation does not ask for this category.",
    DATE_IN_FUTURE: "What has happened cannot lie in the future.",
    DATE_OUT_OF_ORDER: "The day lies before that of what it follows from.",
    DATE_OUT_OF_RANGE: "A day outside the fiscal years the graph covers, 1948–2100.",
    DATE_TOO_EARLY: {
      means: "The day lies before that of what it follows from.",
      deprecated: "Now DATE_OUT_OF_ORDER.",
    },
    DAYS_OUT_OF_RANGE: "Not 1–31 days a month.",
    DUPLICATE_CATEGORY: "A category is named twice.",
    DUPLICATE_CRITERION: "A criterion is named twice.",
    ENGAGED_LATER: "An engagement begins on the day of removal or later.",
    INVALID_CODE:
      "The number of a person or course is not 1–64 letters, digits, hyphens and underscores.",
    INVALID_FISCAL_YEAR: "Not a fiscal year from 1948 to 2100.",
    INVALID_PERIOD: "The period ends before it has begun, or the day lies outside it.",
    INVALID_TEXT: "A text that is empty or invisible, too long, or has control characters.",
    LIST_ALREADY_GRANTED: "The municipality has been granted the list.",
    LIST_NOT_GRANTED: "The municipality had not been granted the list on that day.",
    LIST_REQUEST_EXISTS: "The municipality has made another request on the same day.",
    LIST_REQUEST_OPEN: "The municipality has a request that is not decided.",
    MUNICIPALITY_NOT_IN_FORCE: "The municipality does not exist on that day.",
    NOT_A_MUNICIPALITY:
      "A ward of a designated city, or a village of the Northern Territories: without an administration of its own.",
    NOT_EVALUATED: "A category has not been judged by any evaluator.",
    NOT_FOUND: "There is no such record.",
    NOT_ON_LIST: "The registration is not in force on that day.",
    NOT_SELECTED: "The application has not been selected.",
    NO_CATEGORY: "No category is named; at least one is needed.",
    NO_SCORE: "No score is given; at least one is needed.",
    NUMBER_TAKEN: "The number or code belongs to another record.",
    OUTSIDE_FISCAL_YEAR: "The day lies outside the fiscal year.",
    OUTSIDE_WINDOW: "The application was not received while the solicitation was open.",
    PUBLISHED_FACT: "A source states it; it changes only with its source.",
    SCORE_OUT_OF_RANGE: "Not a score from 0 to 100.",
    SOLICITATION_EXISTS: "The fiscal year has a solicitation.",
    STANDS_IN_THE_WAY:
      "Something else on record would not hold any longer. The message names it: take it back, or put it right, first.",
    TOO_MANY_SCORES: "More than 50 scores.",
    TRAINING_ENDED: "The candidate has completed or failed this course.",
    TRAINING_NOT_COMPLETED: "The candidate has not completed a course of each subject.",
    UNKNOWN_AGENCY: "No agency of the catalog has this code.",
    UNKNOWN_MUNICIPALITY: "No municipality has this code.",
    VERSION_CONFLICT: "The record has changed since the version that was expected.",
  },
);

/** A code of {@link RecruitmentErrorCode}. */
export type RecruitmentErrorCode = CodeOf<typeof RecruitmentErrorCode>;

/** A broken rule of recruitment. */
export const RecruitmentUserError = userErrorType(
  "Recruitment",
  RecruitmentErrorCode,
  recruitmentErrorSentences,
);
