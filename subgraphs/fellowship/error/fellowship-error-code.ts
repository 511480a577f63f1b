import { registerEnumType } from "type-graphql";

/** The rules of fellowships that a mutation may break. */
export enum FellowshipErrorCode {
  NOT_FOUND = "NOT_FOUND",
  VERSION_CONFLICT = "VERSION_CONFLICT",
  INVALID_TEXT = "INVALID_TEXT",
  INVALID_PERIOD = "INVALID_PERIOD",
  INVALID_COHORT_NUMBER = "INVALID_COHORT_NUMBER",
  DATE_IN_FUTURE = "DATE_IN_FUTURE",
  UNKNOWN_PROGRAM = "UNKNOWN_PROGRAM",
  UNKNOWN_AGENCY = "UNKNOWN_AGENCY",
  COHORT_EXISTS = "COHORT_EXISTS",
  PUBLISHED_FACT = "PUBLISHED_FACT",
  COHORT_PERIOD_IN_USE = "COHORT_PERIOD_IN_USE",
  OUTSIDE_COHORT_PERIOD = "OUTSIDE_COHORT_PERIOD",
  NOT_A_PHASE_OF_PROGRAM = "NOT_A_PHASE_OF_PROGRAM",
  PHASE_ALREADY_SCHEDULED = "PHASE_ALREADY_SCHEDULED",
  OVERLAPPING_PHASES = "OVERLAPPING_PHASES",
  PHASE_OUT_OF_ORDER = "PHASE_OUT_OF_ORDER",
  FELLOW_NUMBER_TAKEN = "FELLOW_NUMBER_TAKEN",
  NOT_A_SENDING_AGENCY = "NOT_A_SENDING_AGENCY",
  BEFORE_ADMISSION = "BEFORE_ADMISSION",
  FELLOWSHIP_COMPLETED = "FELLOWSHIP_COMPLETED",
  FELLOW_WITHDRAWN = "FELLOW_WITHDRAWN",
  PLACEMENT_RUNS_ON = "PLACEMENT_RUNS_ON",
  INVALID_HOST = "INVALID_HOST",
  NOT_A_HOST_AGENCY = "NOT_A_HOST_AGENCY",
  OVERLAPPING_PLACEMENT = "OVERLAPPING_PLACEMENT",
  PLACEMENT_CANCELLED = "PLACEMENT_CANCELLED",
  PLACEMENT_ENDED = "PLACEMENT_ENDED",
  PLACEMENT_BEGUN = "PLACEMENT_BEGUN",
  PLACEMENT_NOT_BEGUN = "PLACEMENT_NOT_BEGUN",
}

registerEnumType(FellowshipErrorCode, {
  name: "FellowshipErrorCode",
  description: "The rules of fellowships that a mutation may break.",
  valuesConfig: {
    NOT_FOUND: { description: "No record has this id." },
    VERSION_CONFLICT: { description: "Someone has changed the record since expectedVersion." },
    INVALID_TEXT: {
      description:
        "A text that is empty, too long, or cannot be read: without anything visible, or with control characters.",
    },
    INVALID_PERIOD: {
      description: "A period that ends before it begins, or lies outside fiscal years 1948–2100.",
    },
    INVALID_COHORT_NUMBER: { description: "A cohort's number below 1." },
    DATE_IN_FUTURE: { description: "Something that has happened, dated after today (Asia/Tokyo)." },
    UNKNOWN_PROGRAM: { description: "No fellowship program has this code." },
    UNKNOWN_AGENCY: { description: "No agency has this code." },
    COHORT_EXISTS: {
      description: "The program has a cohort with this number, published or opened.",
    },
    PUBLISHED_FACT: { description: "What a source states is not changed here." },
    COHORT_PERIOD_IN_USE: {
      description: "Placements, phases or fellows of the cohort would lie outside the new period.",
    },
    OUTSIDE_COHORT_PERIOD: {
      description:
        "A day outside the cohort's period. Where a source knows it to the year or month only, its earliest and latest days count; what is unknown is open.",
    },
    NOT_A_PHASE_OF_PROGRAM: { description: "The cohort's program has no such phase." },
    PHASE_ALREADY_SCHEDULED: { description: "The cohort has a schedule for this phase." },
    OVERLAPPING_PHASES: { description: "Two phases of a cohort on the same day." },
    PHASE_OUT_OF_ORDER: { description: "Phases in another order than the program's." },
    FELLOW_NUMBER_TAKEN: { description: "Another fellow has this number." },
    NOT_A_SENDING_AGENCY: {
      description: "An agency of another country than the one that sends fellows to the program.",
    },
    BEFORE_ADMISSION: { description: "A day before the fellow was admitted." },
    FELLOWSHIP_COMPLETED: {
      description: "The fellowship is completed, or was by the end of the period given.",
    },
    FELLOW_WITHDRAWN: {
      description: "The fellow has withdrawn, or had by the end of the period given.",
    },
    PLACEMENT_RUNS_ON: {
      description: "A placement that is open or goes on after the last day of the fellowship.",
    },
    INVALID_HOST: {
      description: "AGENCY takes hostAgency and no hostName; every other kind, the reverse.",
    },
    NOT_A_HOST_AGENCY: {
      description: "An agency of another country than the one that hosts the program.",
    },
    OVERLAPPING_PLACEMENT: {
      description:
        "The fellow is placed elsewhere on a day of the period. A placement may begin on the day to of another.",
    },
    PLACEMENT_CANCELLED: { description: "The placement was cancelled before it began." },
    PLACEMENT_ENDED: {
      description:
        "The placement was ended, or ends before the day given. What was ended is neither ended again nor cancelled.",
    },
    PLACEMENT_BEGUN: {
      description:
        "The placement has begun, or had by the day given; it can be ended, not cancelled.",
    },
    PLACEMENT_NOT_BEGUN: {
      description: "The placement begins after the day given; it can be cancelled, not ended.",
    },
  },
});
