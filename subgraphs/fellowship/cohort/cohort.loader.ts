import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { Cohort } from "./cohort";

/** Cohorts by id; `null` where there is none. */
export const cohortById: DatabaseLoader<string, Cohort | null> = {
  name: "cohortById",
  batch: async (ids, database) => {
    const found = await database
      .getRepository(Cohort)
      .find({ where: { id: In([...ids]) }, comment: "cohortById" });
    const byId = new Map(found.map((cohort) => [cohort.id, cohort]));
    return ids.map((id) => byId.get(id) ?? null);
  },
};

/** The cohorts whose start lies wholly in fiscal years, in order of number, by the year. */
export const cohortsByFiscalYear: DatabaseLoader<number, Cohort[]> = {
  name: "cohortsByFiscalYear",
  batch: async (years, database) => {
    const found = await database.getRepository(Cohort).find({
      where: { fiscalYearNumber: In([...years]) },
      order: { number: "ASC", id: "ASC" },
      comment: "cohortsByFiscalYear",
    });
    return rowsOfKeys(years, found, ({ fiscalYearNumber }) => fiscalYearNumber);
  },
};
