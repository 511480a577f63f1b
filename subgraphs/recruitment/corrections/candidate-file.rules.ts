import { ApplicationStage } from "../application/application-stage";
import { holdsOn } from "../../kit/rules/period";
import type { Rule } from "../../kit/rules/rule";
import type { CandidateFile, Engaged, ListPlace } from "./candidate-file";
import { inTheWay } from "./correction.rules";
import { stageOf } from "./file-stages.rules";

const { SELECTED, REJECTED, TRAINED, WITHDRAWN } = ApplicationStage;

/** What stands in the way of a correction. */
type Broken = Rule<"STANDS_IN_THE_WAY">;

/**
 * What in an application's file would not hold any longer, each with its name. `at` is the field of the application, evaluation,
 * course or place that it rests on.
 */
export function fileRules(file: CandidateFile): Broken[] {
  return [
    ...categoriesHold(file),
    ...judgedInTime(file),
    ...decisionHolds(file),
    ...trainingHolds(file),
    ...placesHold(file),
    ...file.engagements.flatMap((one) =>
      engagementHolds(
        one,
        file.registrations.find(({ id }) => id === one.registrationId),
      ),
    ),
    ...inOrder(file),
  ];
}

/** The places on the list that came of an application rest on its selection and training. */
function placesHold(file: CandidateFile): Broken[] {
  const trained = stageOf(file, TRAINED);
  const withdrawn = stageOf(file, WITHDRAWN);
  return file.registrations.flatMap(({ categoryCode, from }) => {
    const found = `found a registration as ${categoryCode} from ${from}`;
    if (!stageOf(file, SELECTED)) {
      return [
        inTheWay(`Expected no place on the list without a selection, ${found}.`, "decidedOn"),
      ];
    }
    if (withdrawn) {
      return [
        inTheWay(`Expected no place on the list after a withdrawal, ${found}.`, "withdrawnOn"),
      ];
    }
    if (!file.selected.includes(categoryCode)) {
      return [inTheWay(`Expected a selection as ${categoryCode}, ${found}.`, "selectedCategories")];
    }
    if (!trained) {
      return [inTheWay(`Expected a completed course of each subject, ${found}.`, "endedOn")];
    }
    if (from < trained.on) {
      return [
        inTheWay(
          `Expected a candidate who was trained by ${from}, received ${trained.on}, ${found}.`,
          "endedOn",
        ),
      ];
    }
    return [];
  });
}

/** An engagement that was not cancelled began while its place on the list held. */
export function engagementHolds(
  { from, cancelledOn, municipalityCode }: Engaged,
  place: ListPlace | undefined,
): Broken[] {
  if (cancelledOn !== null && place) return [];
  if (place && holdsOn(from, place)) return [];
  const at = place && from < place.from ? "from" : "to";
  const held = place ? `from ${place.from} to before ${place.to ?? "an open day"}` : "none";
  return [
    inTheWay(
      `Expected a place on the list on ${from}, received ${held}, found an engagement with ${municipalityCode} from ${from}.`,
      place ? at : "id",
    ),
  ];
}

function categoriesHold({ categories, selected, evaluations }: CandidateFile): Broken[] {
  const judged = evaluations.find(({ categoryCode }) => !categories.includes(categoryCode));
  const missing = selected.find((one) => !categories.includes(one));
  return [
    ...(judged
      ? [
          inTheWay(
            `Expected ${judged.categoryCode} among the categories, found an evaluation in it on ${judged.evaluatedOn}.`,
            "categories",
          ),
        ]
      : []),
    ...(missing
      ? [
          inTheWay(
            `Expected ${missing} among the categories, found it selected in it.`,
            "categories",
          ),
        ]
      : []),
  ];
}

function judgedInTime(file: CandidateFile): Broken[] {
  const decision = stageOf(file, SELECTED, REJECTED);
  const early = file.evaluations.find(({ evaluatedOn }) => evaluatedOn < file.receivedOn);
  const late = decision && file.evaluations.find(({ evaluatedOn }) => evaluatedOn > decision.on);
  return [
    ...(early
      ? [
          inTheWay(
            `Expected a receipt by ${early.evaluatedOn}, received ${file.receivedOn}, found an evaluation as ${early.categoryCode} on that day.`,
            "receivedAt",
          ),
        ]
      : []),
    ...(late
      ? [
          inTheWay(
            `Expected a decision on ${late.evaluatedOn} or later, received ${decision.on}, found an evaluation as ${late.categoryCode} on that day.`,
            "decidedOn",
          ),
        ]
      : []),
  ];
}

/** A decision rests on evaluations: a selection in its categories, a rejection in all. */
function decisionHolds(file: CandidateFile): Broken[] {
  const decision = stageOf(file, SELECTED, REJECTED);
  if (!decision) return [];
  const needed = decision.stage === SELECTED ? file.selected : file.categories;
  const missing = needed.find(
    (one) => !file.evaluations.some(({ categoryCode }) => categoryCode === one),
  );
  return missing === undefined
    ? []
    : [
        inTheWay(
          `Expected an evaluation as ${missing}, found the application ${decision.stage} on ${decision.on}.`,
          decision.stage === SELECTED ? "selectedCategories" : "categories",
        ),
      ];
}

/** Candidates are enrolled from their selection on. */
function trainingHolds(file: CandidateFile): Broken[] {
  const selection = stageOf(file, SELECTED);
  const first = [...file.enrolments]
    .sort((one, other) => (one.enrolledOn < other.enrolledOn ? -1 : 1))
    .at(0);
  if (!first || (selection && selection.on <= first.enrolledOn)) return [];
  return [
    inTheWay(
      `Expected a selection by ${first.enrolledOn}, received ${selection?.on ?? "none"}, found an enrolment in ${first.course.courseCode} on that day.`,
      "decidedOn",
    ),
  ];
}

/** The fields on which the days of stages rest. */
const fieldOf: Readonly<Record<ApplicationStage, string>> = {
  SUBMITTED: "receivedAt",
  EVALUATED: "evaluatedOn",
  SELECTED: "decidedOn",
  REJECTED: "decidedOn",
  TRAINING_FAILED: "endedOn",
  TRAINED: "endedOn",
  REGISTERED: "from",
  WITHDRAWN: "withdrawnOn",
};

/** A stage is never reached on an earlier day than the one before, and nothing follows a rejection. */
function inOrder({ stages }: CandidateFile): Broken[] {
  return stages.flatMap(({ stage, on }, index) => {
    const before = stages[index - 1];
    if (!before) return [];
    if (before.stage === REJECTED) {
      return [
        inTheWay(`Expected nothing after a rejection, found it ${stage} on ${on}.`, "decidedOn"),
      ];
    }
    return before.on <= on
      ? []
      : [
          inTheWay(
            `Expected stages in the order of their days, received ${before.stage} on ${before.on}, found ${stage} on ${on}.`,
            fieldOf[before.stage],
          ),
        ];
  });
}
