import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { OfficialHomeAgency } from "./official-home-agency";

/** What an official belongs to on a day, by the official's id; `null` where to none. */
export const homeAgencyByOfficialId: DatabaseLoader<
  string,
  OfficialHomeAgency | null,
  { readonly asOf: string }
> = {
  name: "homeAgencyByOfficialId",
  batch: async (ids, database, { asOf }) => {
    const found = await database
      .getRepository(OfficialHomeAgency)
      .createQueryBuilder("held")
      .comment("homeAgencyByOfficialId")
      .where("held.official_id = ANY(:ids)", { ids })
      .andWhere("held.from_date <= :asOf AND (held.to_date IS NULL OR held.to_date > :asOf)", {
        asOf,
      })
      .getMany();
    const byOfficial = new Map(found.map((held) => [held.officialId, held]));
    return ids.map((id) => byOfficial.get(id) ?? null);
  },
};

/** All that officials have belonged to, earliest first, by the official's id. */
export const homeAgencyHistoryByOfficialId: DatabaseLoader<string, OfficialHomeAgency[]> = {
  name: "homeAgencyHistoryByOfficialId",
  batch: async (ids, database) => {
    const found = await database.getRepository(OfficialHomeAgency).find({
      where: { officialId: In([...ids]) },
      order: { from: "ASC" },
      comment: "homeAgencyHistoryByOfficialId",
    });
    return rowsOfKeys(ids, found, ({ officialId }) => officialId);
  },
};
