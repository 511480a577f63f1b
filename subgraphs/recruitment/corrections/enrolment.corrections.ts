import { code, day, id, optional, text } from "../../kit/graphql/input-fields";
import { trimmedUnlessBlank } from "../../kit/rules/text.rules";
import { ApplicationStage } from "../application/application-stage";
import { changesOf, correcting, type RecruitmentChange } from "../record/recruitment-changes";
import { CandidateEnrolment, CandidateEnrolmentState } from "../training/candidate-enrolment";
import { enrolmentConstraints as constraints } from "../training/training.changes";
import { RecruitmentTrainingCourse } from "../training/training-course";
import {
  correctedFile,
  lockCandidateFile,
  requireFile,
  writeStages,
} from "./candidate-file.service";
import { corrected } from "./correction.rules";
import { correctedEnrolmentRules } from "./enrolment-correction.rules";
import { stageOf } from "./file-stages.rules";

const { ENROLLED, FAILED } = CandidateEnrolmentState;

/** Puts right what was recorded wrongly of candidates in courses. */
export const enrolmentCorrections = changesOf(CandidateEnrolment, {
  correctCandidateEnrolment: correcting({
    description:
      "Puts right what was recorded wrongly of an enrolment: the course, a day, or what became of the candidate in it. When the candidate was trained follows from it; a place on the list must still rest on it.",
    about:
      "What was recorded wrongly of an enrolment, and how it was. What is absent stays; endedOn: null takes the completion or failure back.",
    given: "What was wrong, and how it was.",
    input: {
      course: optional(id("The course.")),
      enrolledOn: optional(day("The day of enrolment.")),
      state: optional(code(CandidateEnrolmentState, "What became of the candidate in it.")),
      endedOn: optional(
        day("The day of completion or failure; null: neither, the candidate goes on."),
      ),
      failureReason: optional(text("Why it was failed, 1–2,000 characters.")),
    },
    constraints,
    work: async (change, input) => {
      const { file, enrolment } = await lockEnrolment(change, input);
      const courseId = input.course ?? enrolment.courseId;
      const course = await change.read(RecruitmentTrainingCourse, courseId, "course");
      const state = input.endedOn === null ? ENROLLED : (input.state ?? enrolment.state);
      const values = {
        courseId,
        enrolledOn: input.enrolledOn ?? enrolment.enrolledOn,
        state,
        endedOn:
          state === ENROLLED ? (input.endedOn ?? null) : (input.endedOn ?? enrolment.endedOn),
        failureReason: trimmedUnlessBlank(
          state === FAILED
            ? corrected(input.failureReason, enrolment.failureReason)
            : input.failureReason,
        ),
      };
      const selection = stageOf(file, ApplicationStage.SELECTED);
      const others = file.enrolments.filter((one) => one.id !== enrolment.id);
      const right = { id: enrolment.id, ...values, course };
      change.require(correctedEnrolmentRules(right, selection?.on ?? null, change.today), {
        holds: !others.some((one) => one.course.id === courseId),
        code: "ALREADY_ENROLLED",
        message: `Expected a course in which the candidate has not been enrolled, received ${courseId}.`,
        at: "course",
      });
      change.settle();
      const after = correctedFile(file, { enrolments: [...others, right] });
      const stages = requireFile(change, file, after, { endedOn: "endedOn" });
      const done = await change.update(CandidateEnrolment, enrolment, values);
      await writeStages(change, file, stages);
      return done;
    },
  }),

  takeBackCandidateEnrolment: correcting({
    description:
      "Takes back an enrolment that never was. It answers with what was on record, which stays in the history and in the changes. A place on the list must not rest on it.",
    about: "An enrolment that never was.",
    given: "Which enrolment.",
    input: {},
    work: async (change, input) => {
      const { file, enrolment } = await lockEnrolment(change, input);
      const enrolments = file.enrolments.filter((one) => one.id !== enrolment.id);
      const stages = requireFile(change, file, correctedFile(file, { enrolments }), {});
      await change.remove(CandidateEnrolment, enrolment);
      await writeStages(change, file, stages);
      return enrolment;
    },
  }),
});

async function lockEnrolment(
  change: RecruitmentChange,
  input: { readonly id: string; readonly expectedVersion?: number | null },
) {
  const { applicationId } = await change.read(CandidateEnrolment, input.id);
  const file = await lockCandidateFile(change, applicationId);
  return { file, enrolment: await change.lock(CandidateEnrolment, input) };
}
