import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader } from "../../kit/request-context";
import { SkillCategory } from "./skill-category";

/** The categories of standards, in the standard's order, by the standard's code. */
export const categoriesByStandardCode: DatabaseLoader<string, SkillCategory[]> = {
  name: "categoriesByStandardCode",
  batch: async (codes, database) => {
    const categories = await database.getRepository(SkillCategory).find({
      where: { standardCode: In([...codes]) },
      order: { position: "ASC" },
      comment: "categoriesByStandardCode",
    });
    return rowsOfKeys(codes, categories, ({ standardCode }) => standardCode);
  },
};

/**
 * The categories a year's solicitation asks for, by fiscal year: those first solicited in that year or before. No
 * source says that one was dropped again.
 */
export const categoriesByFiscalYear: DatabaseLoader<number, SkillCategory[]> = {
  name: "categoriesByFiscalYear",
  batch: async (years, database) => {
    const categories = await database
      .getRepository(SkillCategory)
      .find({ order: { position: "ASC" }, comment: "categoriesByFiscalYear" });
    return years.map((year) =>
      categories.filter(({ solicitedFrom }) => solicitedFrom !== null && solicitedFrom <= year),
    );
  },
};
