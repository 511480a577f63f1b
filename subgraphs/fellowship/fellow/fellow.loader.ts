import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Fellow } from "./fellow";

/** Fellows by id; `null` where there is none. */
export const fellowById: DatabaseLoader<string, Fellow | null> = {
  name: "fellowById",
  batch: async (ids, database) => {
    const found = await database
      .getRepository(Fellow)
      .find({ where: { id: In([...ids]) }, comment: "fellowById" });
    const byId = new Map(found.map((fellow) => [fellow.id, fellow]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};
