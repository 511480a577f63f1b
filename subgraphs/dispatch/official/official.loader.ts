import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Official } from "./official";

/** Officials by id; `null` where there is none. */
export const officialById: DatabaseLoader<string, Official | null> = {
  name: "officialById",
  batch: async (ids, database) => {
    const found = await database
      .getRepository(Official)
      .find({ where: { id: In([...ids]) }, comment: "officialById" });
    const byId = new Map(found.map((official) => [official.id, official]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};
