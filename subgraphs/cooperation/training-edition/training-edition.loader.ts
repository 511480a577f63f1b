import { In, MoreThan } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { recordById } from "../loader/record-by-id";
import { TrainingEdition } from "./training-edition";
import { TrainingParticipation } from "./training-participation";

/** Editions by id; `null` for an id without one. */
export const trainingEditionById = recordById(TrainingEdition, "trainingEditionById");

/** The participations that stand, in order of country code, by edition. */
export const participationsByEditionId: DatabaseLoader<string, TrainingParticipation[]> = {
  name: "participationsByEditionId",
  batch: async (ids, database) => {
    const participations = await database.getRepository(TrainingParticipation).find({
      where: { editionId: In([...ids]), persons: MoreThan(0) },
      order: { countryCode: "ASC" },
      comment: "participationsByEditionId",
    });
    return rowsOfKeys(ids, participations, ({ editionId }) => editionId);
  },
};
