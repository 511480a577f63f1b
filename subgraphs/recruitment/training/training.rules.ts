import { notBefore, notInFuture } from "../../kit/rules/day.rules";
import type { Rules } from "../../kit/rules/rule";
import { nameRule, noteRule, numberRule } from "../../kit/rules/text.rules";
import type { ApplicationFacts } from "../application/application.rules";
import { enrolStageRule } from "../application/stage.rules";
import { ApplicationStage } from "../application/application-stage";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { type CandidateEnrolment, CandidateEnrolmentState } from "./candidate-enrolment";
import { TrainingSubject } from "./training-course";

/** What a course is opened with. */
export interface TrainingCourseValues {
  readonly courseCode: string;
  readonly title: string;
  readonly startsOn: string;
  readonly endsOn: string;
}

/** A course has a code and a title, and does not end before it starts. */
export function trainingCourseRules(values: TrainingCourseValues): Rules<RecruitmentErrorCode> {
  const { courseCode, title, startsOn, endsOn } = values;
  return [
    numberRule(courseCode, "courseCode"),
    nameRule(title, "title"),
    {
      holds: startsOn >= "1948-04-01" && startsOn <= "2101-03-31",
      code: "INVALID_FISCAL_YEAR",
      message: `Expected a day of the fiscal years 1948 to 2100, received ${startsOn}.`,
      at: "startsOn",
    },
    {
      holds: endsOn >= startsOn,
      code: "INVALID_PERIOD",
      message: `Expected ${startsOn}, the day it starts, or a later day, received ${endsOn}.`,
      at: "endsOn",
    },
  ];
}

/** A candidate is enrolled after selection and until training is completed, while the course has not ended. */
export function enrolmentRules(
  enrolledOn: string,
  course: { readonly endsOn: string },
  application: Pick<ApplicationFacts, "stage"> & { readonly decidedOn: string | null },
  today: string,
): Rules<RecruitmentErrorCode> {
  const { stage, decidedOn } = application;
  return [
    enrolStageRule(stage),
    notInFuture(enrolledOn, today, "enrolledOn"),
    decidedOn === null
      ? []
      : notBefore(enrolledOn, decidedOn, "the day of the selection", "enrolledOn"),
    enrolmentDayRules(enrolledOn, course),
  ];
}

/** A candidate is enrolled while the course has not ended. */
export function enrolmentDayRules(
  enrolledOn: string,
  course: { readonly endsOn: string },
): Rules<RecruitmentErrorCode> {
  return [
    {
      holds: enrolledOn <= course.endsOn,
      code: "INVALID_PERIOD",
      message: `Expected a day up to ${course.endsOn}, the last of the course, received ${enrolledOn}.`,
      at: "enrolledOn",
    },
  ];
}

/** What a completion or failure is judged by. */
export interface EnrolmentFacts {
  readonly enrolment: Pick<CandidateEnrolment, "state" | "enrolledOn">;
  readonly course: { readonly startsOn: string };
  readonly stage: ApplicationStage;
}

/** A course that was begun is completed once, by a candidate who has not withdrawn. */
export function completionRules(
  completedOn: string,
  facts: EnrolmentFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  const { enrolledOn } = facts.enrolment;
  return [
    underWay(facts),
    completionDayRules(completedOn, { enrolledOn, course: facts.course }, today, "completedOn"),
  ];
}

/** A course is completed after the enrolment, once it has begun. */
export function completionDayRules(
  completedOn: string,
  facts: { readonly enrolledOn: string; readonly course: { readonly startsOn: string } },
  today: string,
  at: string,
): Rules<RecruitmentErrorCode> {
  const { enrolledOn } = facts;
  const { startsOn } = facts.course;
  const earliest = enrolledOn > startsOn ? enrolledOn : startsOn;
  return [
    notInFuture(completedOn, today, at),
    notBefore(completedOn, earliest, "when enrolled and the course begun", at),
  ];
}

/** A course is failed once, with a reason; also before it begins, by a candidate who does not come. */
export function failureRules(
  values: { readonly failedOn: string; readonly reason: string },
  facts: EnrolmentFacts,
  today: string,
): Rules<RecruitmentErrorCode> {
  return [
    underWay(facts),
    failureDayRules(values, facts.enrolment.enrolledOn, today, {
      ...{ day: "failedOn", reason: "reason" },
    }),
  ];
}

/**
 * A failure has a reason, and a day from the enrolment on.
 * @param at - the fields of the input
 */
export function failureDayRules(
  values: { readonly failedOn: string; readonly reason: string },
  enrolledOn: string,
  today: string,
  at: { readonly day: string; readonly reason: string },
): Rules<RecruitmentErrorCode> {
  return [
    notInFuture(values.failedOn, today, at.day),
    notBefore(values.failedOn, enrolledOn, "the day of enrolment", at.day),
    noteRule(values.reason, at.reason),
  ];
}

/**
 * The day on which a candidate had completed a course of each subject, or `null` where one is missing.
 * @param completed - subject and day of each completed course
 */
export function trainedOn(
  completed: readonly { readonly subject: TrainingSubject; readonly on: string }[],
): string | null {
  const days = Object.values(TrainingSubject).map((subject) =>
    completed
      .filter((one) => one.subject === subject)
      .map(({ on }) => on)
      .sort()
      .at(0),
  );
  return days.includes(undefined) ? null : (days.sort().at(-1) ?? null);
}

function underWay({ enrolment: { state }, stage }: EnrolmentFacts): Rules<RecruitmentErrorCode> {
  return [
    {
      holds: state === CandidateEnrolmentState.ENROLLED,
      code: "TRAINING_ENDED",
      message: `Expected an enrolment in state ENROLLED, found it ${state}.`,
      at: "id",
    },
    {
      holds: stage !== ApplicationStage.WITHDRAWN,
      code: "APPLICATION_WITHDRAWN",
      message: "Expected a candidate who goes on, found the application WITHDRAWN.",
      at: "id",
    },
  ];
}
