import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Placement } from "./placement";

/** Placements by id; `null` where there is none. */
export const placementById: DatabaseLoader<string, Placement | null> = {
  name: "placementById",
  batch: async (ids, database) => {
    const found = await database
      .getRepository(Placement)
      .find({ where: { id: In([...ids]) }, comment: "placementById" });
    const byId = new Map(found.map((placement) => [placement.id, placement]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};

/** The placement in force on a day, by the fellow's id; `null` where there is none. */
export const placementByFellowId: DatabaseLoader<string, Placement | null, { asOf: string }> = {
  name: "placementByFellowId",
  batch: async (ids, database, { asOf }) => {
    const found = await database
      .createQueryBuilder(Placement, "placement")
      .comment("placementByFellowId")
      .where("placement.fellowId = ANY(:ids) AND placement.cancelledOn IS NULL", { ids })
      .andWhere("placement.valid @> :asOf::date", { asOf })
      .getMany();
    const byFellow = new Map(found.map((placement) => [placement.fellowId, placement]));
    return ids.map((id) => byFellow.get(id) ?? null);
  },
};
