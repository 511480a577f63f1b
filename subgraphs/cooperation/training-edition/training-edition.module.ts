import { Int } from "type-graphql";
import { Country } from "../../catalog/country/country";
import { mostCountries } from "../../catalog/country/country-list";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { many, one } from "../../kit/record/declared-relations";
import { loaded, oneKnownByKey } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { records } from "../record/policies";
import { TrainingCourse } from "../training-course/training-course";
import { TrainingEdition } from "./training-edition";
import { trainingEditionChanges, trainingParticipationChanges } from "./training-edition.changes";
import {
  participationsByEditionId,
  trainingEditions,
  trainingParticipations,
} from "./training-edition.list";
import { TrainingParticipation } from "./training-participation";

const ofCourse = trainingEditions.by("course_code");
const ofFiscalYear = trainingEditions.by("fiscal_year", { keyType: "integer" });
const ofCountry = trainingParticipations.by("country_code", {
  condition: (key) => `t.country_code = ${key} AND t.persons > 0`,
});

trainingEditions.relatesTo({
  participants: many(trainingParticipations, {
    toKey: "edition_id",
    where: "t.persons > 0",
    description: "By which countries took part, and with how many persons.",
  }),
});
trainingParticipations.relatesTo({
  edition: one(trainingEditions, { key: "edition_id", description: "By the edition." }),
});

/** Editions of training courses, and how many persons of which country took part. */
export const trainingEditionModule: Module = {
  entities: [TrainingEdition, TrainingParticipation],
  resolvers: [
    queries({
      trainingEdition: oneKnownByKey(
        TrainingEdition,
        "The edition of a training course with this id; null where there is none.",
        "Its id.",
      ),
      trainingEditions: trainingEditions.all({
        description: "Editions of all courses for officials of developing countries.",
      }),
    }),
    fieldsOf(TrainingCourse, {
      editions: ofCourse.all(({ code }: TrainingCourse) => code, {
        nullable: false,
        description: "The times it was or is to be held, as the office has recorded them.",
      }),
    }),
    fieldsOf(TrainingEdition, {
      participants: loaded(
        () => [TrainingParticipation],
        "How many persons of each country took part, in order of country code.",
        participationsByEditionId,
        ({ id }: TrainingEdition) => id,
      ),
      participantCount: {
        type: () => Int,
        description: "How many persons took part, all countries together.",
        find: async ({ id }, _none, context) => {
          const participations = await context.load(participationsByEditionId, id);
          return participations.reduce((sum, { persons }) => sum + persons, 0);
        },
      },
    }),
    fieldsOf(Country, {
      trainingParticipations: ofCountry.all(({ code }: Country) => code, {
        description:
          "How many of its officials took part in courses for developing countries, earliest edition first.",
      }),
    }),
    fieldsOf(FiscalYear, {
      trainingEditions: ofFiscalYear.all(({ year }: FiscalYear) => year, {
        description:
          "Editions of courses for officials of developing countries that began in the year.",
      }),
    }),
    trainingEditionChanges,
    trainingParticipationChanges,
  ],
  access: { TrainingEdition: records, TrainingParticipation: records },
  // A country sends participants to an edition once.
  listSizes: { "TrainingEdition.participants": mostCountries },
  writable: { training_edition: "INSERT, UPDATE", training_participation: "INSERT, UPDATE" },
  readable: { statistics: { training_edition: "all", training_participation: "all" } },
};
