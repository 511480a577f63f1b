import type { DatabaseLoader } from "../../kit/request-context";
import { DispatchRegion } from "./dispatch-region";

/** All regions in the order of the list. */
export const allRegions: DatabaseLoader<"all", DispatchRegion[]> = {
  name: "allRegions",
  batch: async (keys, database) => {
    const regions = await database
      .getRepository(DispatchRegion)
      .find({ order: { position: "ASC" }, comment: "allRegions" });
    return keys.map(() => regions);
  },
};
