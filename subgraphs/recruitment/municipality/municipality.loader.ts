import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { Municipality } from "./municipality";

/** Municipalities, wards and the like by code, whether they still are; `null` for a code that stands for none. */
export const municipalityByCode: DatabaseLoader<string, Municipality | null> = {
  name: "municipalityByCode",
  batch: async (codes, database) => {
    const found = await database.getRepository(Municipality).find({
      where: { code: In([...codes]) },
      comment: "municipalityByCode",
    });
    const byCode = new Map(found.map((one) => [one.code, one]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};

/** Every ward each designated city has or had, by the city's code, in order of the wards' codes. */
export const wardHistoryByCityCode: DatabaseLoader<string, Municipality[]> = {
  name: "wardHistoryByCityCode",
  batch: async (codes, database) => {
    const found = await database.getRepository(Municipality).find({
      where: { cityCode: In([...codes]) },
      order: { code: "ASC" },
      comment: "wardHistoryByCityCode",
    });
    return rowsOfKeys(codes, found, ({ cityCode }) => cityCode);
  },
};
