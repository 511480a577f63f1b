import { shown } from "../../kit/errors";
import type { ChangeDefinition } from "../../kit/mutation/change-definition";
import type { CooperationErrorCode } from "../error/cooperation-error-code";
import { refusal } from "../error/refusal";
import type { CooperationChange } from "../network/network.service";
import { trimmed } from "../rules/text.rules";
import { TrainingCourse } from "../training-course/training-course";
import { TrainingEdition } from "./training-edition";
import type {
  CloseTrainingEditionInput,
  OpenTrainingEditionInput,
  RecordTrainingParticipantsInput,
} from "./training-edition.inputs";
import {
  checkClosing,
  checkOpen,
  checkTrainingEdition,
  checkTrainingParticipation,
} from "./training-edition.rules";
import { TrainingParticipation } from "./training-participation";

const constraints = {
  one_training_edition_a_number: refusal(
    "EDITION_TAKEN",
    "Expected a number that no edition of the course has; one has been given it meanwhile.",
    "edition",
  ),
};

/** Records an edition of a course. */
export const openTrainingEdition: ChangeDefinition<
  OpenTrainingEditionInput,
  TrainingEdition,
  CooperationErrorCode
> = {
  name: "openTrainingEdition",
  node: TrainingEdition,
  constraints,
  work: async (change, input) => {
    const { course, fiscalYear, edition, startsOn, endsOn, place, note } = input;
    change.refuse(checkTrainingEdition(input));
    await checkCourse(change, course);
    change.settle();
    const other = await change.find(TrainingEdition, { courseCode: course, edition });
    const message = `Expected a number that no edition of ${course} has, received ${edition}.`;
    change.check(other === undefined, "EDITION_TAKEN", message, "input", "edition");
    return change.insert(TrainingEdition, {
      courseCode: course,
      fiscalYearNumber: fiscalYear,
      edition,
      startsOn,
      endsOn,
      place: trimmed(place),
      note: trimmed(note),
    });
  },
};

/** Records how many officials of a country took part; said again, it takes the place of what was said before. */
export const recordTrainingParticipants: ChangeDefinition<
  RecordTrainingParticipantsInput,
  TrainingParticipation,
  CooperationErrorCode
> = {
  name: "recordTrainingParticipants",
  node: TrainingParticipation,
  constraints: {},
  work: async (change, input) => {
    const { trainingEdition: editionId, country, persons, expectedVersion } = input;
    const edition = await change.lock(
      TrainingEdition,
      { id: editionId },
      "input",
      "trainingEdition",
    );
    change.refuse(checkOpen(edition, "trainingEdition"));
    change.refuse(checkTrainingParticipation(input, edition, change.today));
    change.settle();
    const before = await change.find(TrainingParticipation, { editionId, countryCode: country });
    checkSeen(change, before, expectedVersion);
    const message = `Expected 1 person or more of a country that is not listed, received ${persons}.`;
    change.check(
      persons > 0 || before !== undefined,
      "INVALID_NUMBER",
      message,
      "input",
      "persons",
    );
    const after = before
      ? await change.update(TrainingParticipation, before, { persons })
      : await change.insert(TrainingParticipation, { editionId, countryCode: country, persons });
    // Whoever closes the edition makes its participants final, and must have seen them.
    if (after !== before) await change.touch(TrainingEdition, edition);
    return after;
  },
};

/** Records that an edition is over; from then on its participants are final. */
export const closeTrainingEdition: ChangeDefinition<
  CloseTrainingEditionInput,
  TrainingEdition,
  CooperationErrorCode
> = {
  name: "closeTrainingEdition",
  node: TrainingEdition,
  constraints,
  work: async (change, input) => {
    const edition = await change.lock(TrainingEdition, input);
    const on = input.on ?? change.today;
    change.refuse(checkClosing(edition, on, change.today));
    return change.update(TrainingEdition, edition, { closedOn: on });
  },
};

async function checkCourse(change: CooperationChange, code: string): Promise<void> {
  const course = await change.manager.findOne(TrainingCourse, {
    where: { code },
    comment: "openTrainingEdition.course",
  });
  const message = `Expected the code of a training course such as "PERSONNEL_ADMINISTRATION", received ${shown(code)}.`;
  change.check(course !== null, "UNKNOWN_TRAINING_COURSE", message, "input", "course");
}

function checkSeen(
  change: CooperationChange,
  before: TrainingParticipation | undefined,
  expectedVersion: number | null | undefined,
): void {
  const found = before ? `version ${before.version}` : "none recorded yet";
  const message = `Expected the country's participation to be at version ${expectedVersion ?? ""}, found ${found}. Read it again.`;
  const holds = expectedVersion == null || before?.version === expectedVersion;
  change.check(holds, "VERSION_CONFLICT", message, "input", "expectedVersion");
  change.settle();
}
