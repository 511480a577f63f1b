import { isDeepStrictEqual } from "node:util";
import { ApplicationStage } from "../application/application-stage";
import { CandidateEnrolmentState } from "../training/candidate-enrolment";
import { trainedOn } from "../training/training.rules";
import type {
  CandidateFile,
  CorrectedFile,
  Decided,
  Enrolment,
  Judgement,
  Stage,
} from "./candidate-file";

const { SUBMITTED, EVALUATED, SELECTED, REJECTED, WITHDRAWN } = ApplicationStage;
const { TRAINED, TRAINING_FAILED, REGISTERED } = ApplicationStage;

/** A file's stage, where it has reached it. */
export function stageOf(
  { stages }: Pick<CandidateFile, "stages">,
  ...any: readonly ApplicationStage[]
): Stage | null {
  return stages.find(({ stage }) => any.includes(stage)) ?? null;
}

/** What a file says of its own: the decision and the withdrawal. */
export function decidedIn(file: Pick<CandidateFile, "stages">): Decided {
  return { decision: stageOf(file, SELECTED, REJECTED), withdrawal: stageOf(file, WITHDRAWN) };
}

/**
 * The stages of a file that is put right, in order. Receipt, decision and withdrawal are as it says. When it was judged,
 * trained and registered follows from evaluations, courses and places on the list: what a correction does not move stays on the
 * day on record.
 */
export function stagesAfter(before: CandidateFile, after: CorrectedFile): Stage[] {
  const reached = (stage: ApplicationStage, on: string, reason: string | null = null) => [
    { stage, on, reason },
  ];
  const kept = (stage: ApplicationStage, then: string | null, now: string | null) => {
    const recorded = stageOf(before, stage);
    if (then === now) return recorded ? [recorded] : [];
    return now === null ? [] : reached(stage, now);
  };
  return [
    ...reached(SUBMITTED, after.receivedOn),
    ...kept(EVALUATED, judgedOn(before), judgedOn(after)),
    ...(after.decision ? [after.decision] : []),
    ...trainingStages(before, after),
    ...kept(REGISTERED, firstDay(before), firstDay(after)),
    ...(after.withdrawal ? [after.withdrawal] : []),
  ];
}

/** The day by which each category was judged by an evaluator; `null` where one was not. */
function judgedOn({
  categories,
  evaluations,
}: {
  readonly categories: CandidateFile["categories"];
  readonly evaluations: readonly Judgement[];
}): string | null {
  const days = categories.map((category) =>
    earliest(
      evaluations.flatMap((one) => (one.categoryCode === category ? [one.evaluatedOn] : [])),
    ),
  );
  return days.includes(null) ? null : latest(days.filter((day) => day !== null));
}

function firstDay({ registrations }: Pick<CandidateFile, "registrations">): string | null {
  return earliest(registrations.map(({ from }) => from));
}

function trainingStages(before: CandidateFile, after: CorrectedFile): Stage[] {
  const now = trainingOf(after.enrolments);
  if (!isDeepStrictEqual(trainingOf(before.enrolments), now)) return now;
  return before.stages.filter(({ stage }) => stage === TRAINING_FAILED || stage === TRAINED);
}

/** What the courses say: a failure before the candidate was trained, and the day on which a course of each subject was completed. */
function trainingOf(enrolments: readonly Enrolment[]): Stage[] {
  const ended = enrolments.flatMap(({ endedOn, ...one }) =>
    endedOn === null ? [] : [{ ...one, on: endedOn }],
  );
  const done = trainedOn(
    ended.flatMap(({ state, course, on }) =>
      state === CandidateEnrolmentState.COMPLETED ? [{ subject: course.subject, on }] : [],
    ),
  );
  const failed = ended
    .filter(({ state, on }) => state === CandidateEnrolmentState.FAILED && (!done || on <= done))
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .at(0);
  return [
    ...(failed ? [{ stage: TRAINING_FAILED, on: failed.on, reason: failed.failureReason }] : []),
    ...(done === null ? [] : [{ stage: TRAINED, on: done, reason: null }]),
  ];
}

function earliest(days: readonly string[]): string | null {
  return [...days].sort().at(0) ?? null;
}

function latest(days: readonly string[]): string | null {
  return [...days].sort().at(-1) ?? null;
}
