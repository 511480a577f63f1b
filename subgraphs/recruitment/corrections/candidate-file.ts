import type { Application, StageTransition } from "../application/application";
import type { Evaluation } from "../evaluation/evaluation";
import type { Engagement } from "../personnel-list/engagement";
import type { Registration } from "../personnel-list/registration";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { CandidateEnrolment } from "../training/candidate-enrolment";
import type { RecruitmentTrainingCourse } from "../training/training-course";

/** A stage of an application, as it is on record or is to be. */
export type Stage = Pick<StageTransition, "stage" | "on" | "reason">;

/** A candidate's enrolment with its course. */
export interface Enrolment extends Pick<
  CandidateEnrolment,
  "id" | "enrolledOn" | "state" | "endedOn" | "failureReason"
> {
  readonly course: Pick<
    RecruitmentTrainingCourse,
    "id" | "courseCode" | "subject" | "startsOn" | "endsOn"
  >;
}

/** An evaluation as the rules of a whole file see it. */
export type Judgement = Pick<Evaluation, "id" | "categoryCode" | "evaluatorId" | "evaluatedOn">;

/** A place on the list as the rules of a whole file see it. */
export type ListPlace = Pick<Registration, "id" | "categoryCode" | "from" | "to">;

/** An engagement as the rules of a whole file see it. */
export type Engaged = Pick<
  Engagement,
  "id" | "registrationId" | "from" | "cancelledOn" | "municipalityCode"
>;

/** All that hangs together of one application, from its receipt to the engagements that came of it. */
export interface CandidateFile {
  /** The day of receipt. */
  readonly receivedOn: string;
  /** The categories that it is for. */
  readonly categories: readonly SkillCategoryCode[];
  /** The categories it was selected in. */
  readonly selected: readonly SkillCategoryCode[];
  /** In order, from the submission. */
  readonly stages: readonly Stage[];
  readonly evaluations: readonly Judgement[];
  readonly enrolments: readonly Enrolment[];
  readonly registrations: readonly ListPlace[];
  readonly engagements: readonly Engaged[];
}

/** What a correction of a file says of its own: the rest of the stages follows from what is on record. */
export interface Decided {
  /** The selection or rejection; `null` where there was none. */
  readonly decision: Stage | null;
  readonly withdrawal: Stage | null;
}

/** A file as it is to be, before its stages are known. */
export type CorrectedFile = Omit<CandidateFile, "stages"> & Decided;

/** An application with its file, locked. */
export interface LockedFile extends CandidateFile {
  readonly application: Application;
  readonly stages: readonly StageTransition[];
  readonly evaluations: readonly Evaluation[];
  readonly registrations: readonly Registration[];
  readonly engagements: readonly Engagement[];
  /** The person's places on the list that came of other applications. */
  readonly elsewhere: readonly Registration[];
}
