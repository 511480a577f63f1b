import { In } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";
import { Solicitation } from "./solicitation";

/** Solicitations by fiscal year; `null` for a year without one. */
export const solicitationByFiscalYear: DatabaseLoader<number, Solicitation | null> = {
  name: "solicitationByFiscalYear",
  batch: async (years, database) => {
    const found = await database.getRepository(Solicitation).find({
      where: { fiscalYearNumber: In([...years]) },
      comment: "solicitationByFiscalYear",
    });
    const byYear = new Map(found.map((one) => [one.fiscalYearNumber, one]));
    return years.map((year) => byYear.get(year) ?? null);
  },
};
