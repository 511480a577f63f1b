import type { DatabaseLoader } from "../../kit/request-context";
import { DispatchLegalBasis } from "./dispatch-legal-basis";

/** All legal bases in order of class. */
export const allLegalBases: DatabaseLoader<"all", DispatchLegalBasis[]> = {
  name: "allLegalBases",
  batch: async (keys, database) => {
    const bases = await database
      .getRepository(DispatchLegalBasis)
      .find({ order: { classNumber: "ASC" }, comment: "allLegalBases" });
    return keys.map(() => bases);
  },
};
