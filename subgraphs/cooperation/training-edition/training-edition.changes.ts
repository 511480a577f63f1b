import { shown } from "../../kit/errors";
import { country, day, id, optional, text, whole } from "../../kit/graphql/input-fields";
import { atTheSameMoment } from "../../kit/rules/rule";
import { trimmed } from "../../kit/rules/text.rules";
import { adding, changesOf, changing, type CooperationChange } from "../record/cooperation-changes";
import { TrainingCourse } from "../training-course/training-course";
import { TrainingEdition } from "./training-edition";
import {
  closingRules,
  trainingEditionRules,
  trainingParticipationRules,
} from "./training-edition.rules";
import { TrainingParticipation } from "./training-participation";

const constraints = {
  one_training_edition_a_number: atTheSameMoment(
    "EDITION_TAKEN",
    "a number that no edition of the course has",
    "edition",
  ),
};

/** What the office records of editions of training courses. */
export const trainingEditionChanges = changesOf(TrainingEdition, {
  openTrainingEdition: adding({
    description: "Records an edition of a course for officials of developing countries.",
    about: "An edition of a training course to record.",
    given: "The edition.",
    input: {
      course: id("Code of the course."),
      fiscalYear: whole("The fiscal year; its first day lies in it."),
      edition: whole("Its number in the course, from 1."),
      startsOn: day("The first day."),
      endsOn: day("The last day."),
      place: optional(text("Where it is held.")),
      note: optional(text("A note on it.")),
    },
    constraints,
    work: async (change, input) => {
      const { course, fiscalYear, edition, startsOn, endsOn, place, note } = input;
      change.require(trainingEditionRules(input), {
        holds: await change.isThere(TrainingCourse, { code: course }),
        code: "UNKNOWN_TRAINING_COURSE",
        message: `Expected the code of a training course such as "PERSONNEL_ADMINISTRATION", received ${shown(course)}.`,
        at: "course",
      });
      change.settle();
      const other = await change.find(TrainingEdition, { courseCode: course, edition });
      change.require({
        holds: other === undefined,
        code: "EDITION_TAKEN",
        message: `Expected a number that no edition of ${course} has, received ${edition}.`,
        at: "edition",
      });
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
  }),

  closeTrainingEdition: changing({
    description: "Records that an edition is over; from then on its participants are final.",
    about: "The close of an edition of a course: it is over, and its participants are final.",
    given: "Which edition.",
    input: { on: optional(day("The day it is closed; default: today in Asia/Tokyo.")) },
    constraints,
    work: async (change, input) => {
      const edition = await change.lock(TrainingEdition, input);
      const on = input.on ?? change.today;
      change.require(closingRules(edition, on, change.today));
      return change.update(TrainingEdition, edition, { closedOn: on });
    },
  }),
});

/** What the office records of who took part in editions. */
export const trainingParticipationChanges = changesOf(TrainingParticipation, {
  recordTrainingParticipants: adding({
    description:
      "Records how many officials of a country took part in an edition that has begun and is open. Recorded again, the new number replaces the old one.",
    about: "How many officials of a country took part in an edition of a course.",
    given: "How many.",
    input: {
      trainingEdition: id("Id of the edition."),
      country: country("The country they came from."),
      persons: whole("How many persons in all; 0 takes the country off the list."),
      expectedVersion: optional(
        whole(
          "The version of the country's participation last seen; VERSION_CONFLICT if it has changed since, or if there is none.",
        ),
      ),
    },
    work: async (change, input) => {
      const { trainingEdition: editionId, country: countryCode, persons } = input;
      const of = { id: editionId };
      const edition = await change.lock(TrainingEdition, of, "input", "trainingEdition");
      change.require(trainingParticipationRules(input, edition, change.today));
      change.settle();
      const before = await change.find(TrainingParticipation, { editionId, countryCode });
      requireSeen(change, before, input.expectedVersion);
      change.require({
        holds: persons > 0 || before !== undefined,
        code: "INVALID_NUMBER",
        message: `Expected 1 person or more of a country that is not listed, received ${persons}.`,
        at: "persons",
      });
      const after = before
        ? await change.update(TrainingParticipation, before, { persons })
        : await change.insert(TrainingParticipation, { editionId, countryCode, persons });
      // Whoever closes the edition makes its participants final, and must have seen them.
      if (after !== before) await change.touch(TrainingEdition, edition);
      return after;
    },
  }),
});

/** The participation has the version that the caller saw last. */
function requireSeen(
  change: CooperationChange,
  before: TrainingParticipation | undefined,
  expectedVersion: number | null | undefined,
): void {
  const found = before ? `version ${before.version}` : "none recorded yet";
  change.require({
    holds: expectedVersion == null || before?.version === expectedVersion,
    code: "VERSION_CONFLICT",
    message: `Expected the country's participation to be at version ${expectedVersion ?? ""}, found ${found}. Read it again.`,
    at: "expectedVersion",
  });
  change.settle();
}
