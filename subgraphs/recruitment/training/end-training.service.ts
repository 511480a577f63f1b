import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import { Application } from "../application/application";
import { lastStage } from "../application/application-facts.service";
import { ApplicationStage } from "../application/application-stage";
import { reachStage } from "../application/reach-stage.service";
import type { RecruitmentErrorCode } from "../record/recruitment-error-code";
import { read, type RecruitmentChange } from "../record/record.service";
import { trimmed } from "../record/text.rules";
import { CandidateEnrolment, CandidateEnrolmentState } from "./candidate-enrolment";
import { TrainingCourse } from "./training-course";
import type { TrainingSubject } from "./training-subject";
import type { CompleteCandidateTrainingInput, FailCandidateTrainingInput } from "./training.inputs";
import { checkCompletion, checkFailure, trainedOn } from "./training.rules";

const inTraining: ReadonlySet<ApplicationStage> = new Set([
  ApplicationStage.SELECTED,
  ApplicationStage.TRAINING_FAILED,
]);

/** Records that a course was completed. With a course of each subject the application is TRAINED. */
export const completeCandidateTraining: ChangeDefinition<
  CompleteCandidateTrainingInput,
  CandidateEnrolment,
  RecruitmentErrorCode
> = {
  name: "completeCandidateTraining",
  node: CandidateEnrolment,
  constraints: {},
  work: async (change, input) => {
    const { application, enrolment, course } = await lockEnrolment(change, input);
    const completedOn = input.completedOn ?? change.today;
    const facts = { enrolment, course, stage: application.stage };
    change.refuse(checkCompletion(completedOn, facts, change.today));
    const completed = await change.update(CandidateEnrolment, enrolment, {
      state: CandidateEnrolmentState.COMPLETED,
      endedOn: completedOn,
    });
    if (inTraining.has(application.stage)) await reachTrained(change, application);
    return completed;
  },
};

/** Records that a course was failed. A candidate in training is then at TRAINING_FAILED, and may take another course. */
export const failCandidateTraining: ChangeDefinition<
  FailCandidateTrainingInput,
  CandidateEnrolment,
  RecruitmentErrorCode
> = {
  name: "failCandidateTraining",
  node: CandidateEnrolment,
  constraints: {},
  work: async (change, input) => {
    const { application, enrolment, course } = await lockEnrolment(change, input);
    const on = input.failedOn ?? change.today;
    const facts = { enrolment, course, stage: application.stage };
    change.refuse(checkFailure({ failedOn: on, reason: input.reason }, facts, change.today));
    const reason = trimmed(input.reason);
    const failed = await change.update(CandidateEnrolment, enrolment, {
      state: CandidateEnrolmentState.FAILED,
      endedOn: on,
      failureReason: reason,
    });
    if (application.stage === ApplicationStage.SELECTED) {
      const stage = ApplicationStage.TRAINING_FAILED;
      await reachStage(change, application, { stage, on, reason });
    }
    return failed;
  },
};

/** Locks the application first, as every change of one does, then the enrolment. */
async function lockEnrolment(
  change: RecruitmentChange,
  input: CompleteCandidateTrainingInput | FailCandidateTrainingInput,
) {
  const { applicationId, courseId } = await read(change, CandidateEnrolment, input.id, "id");
  const application = await change.lock(Application, { id: applicationId });
  const enrolment = await change.lock(CandidateEnrolment, input);
  const course = await read(change, TrainingCourse, courseId, "id");
  return { application, enrolment, course };
}

async function reachTrained(change: RecruitmentChange, application: Application): Promise<void> {
  const completed: { subject: TrainingSubject; on: string }[] = await change.manager.query(
    `/* completeCandidateTraining.completed */
SELECT c.subject, e.ended_on AS "on"
FROM candidate_enrolment e JOIN recruitment_training_course c ON c.id = e.course_id
WHERE e.application_id = $1 AND e.state = 'COMPLETED'`,
    [application.id],
  );
  const day = trainedOn(completed);
  if (day === null) return;
  const { since } = await lastStage(change, application.id);
  const on = day > since ? day : since;
  await reachStage(change, application, { stage: ApplicationStage.TRAINED, on });
}
