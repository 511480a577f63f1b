import { DeclaredList } from "../../kit/record/declared-list";
import { rowsBy } from "../../kit/record/by-key";
import { TrainingEdition } from "./training-edition";
import { TrainingParticipation } from "./training-participation";

/** All editions, earliest first. */
export const trainingEditions = new DeclaredList(TrainingEdition, {
  plural: "editions of courses",
  order: ["STARTS_ON"],
  ordered: "earliest first",
  known: { table: "training_edition" },
});

/** All participations that stand, in the order of the first days of their editions. */
export const trainingParticipations = new DeclaredList(TrainingParticipation, {
  plural: "participations",
  orderings: {
    STARTS_ON: {
      description: "By first day of the edition.",
      sql: "(SELECT e.starts_on FROM training_edition e WHERE e.id = t.edition_id)",
      type: "date",
    },
  },
  order: ["STARTS_ON"],
  known: { table: "training_participation" },
});

/** The participations that stand, in order of country code, by edition. */
export const participationsByEditionId = rowsBy(
  "participationsByEditionId",
  TrainingParticipation,
  "editionId",
  { where: "t.persons > 0", order: { countryCode: "ASC" } },
);
