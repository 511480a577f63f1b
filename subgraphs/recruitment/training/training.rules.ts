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
  const { startsOn } = facts.course;
  const earliest = enrolledOn > startsOn ? enrolledOn : startsOn;
  return [
    underWay(facts),
    notInFuture(completedOn, today, "completedOn"),
    notBefore(completedOn, earliest, "when enrolled and the course begun", "completedOn"),
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
    notInFuture(values.failedOn, today, "failedOn"),
    notBefore(values.failedOn, facts.enrolment.enrolledOn, "the day of enrolment", "failedOn"),
    noteRule(values.reason, "reason"),
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
