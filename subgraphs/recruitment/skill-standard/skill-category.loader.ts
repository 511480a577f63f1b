import { In } from "typeorm";
import { rowsOfKeys } from "../../kit/loaders";
import type { DatabaseLoader, RequestContext } from "../../kit/request-context";
import { referenced } from "../record/record.loader";
import { SkillCategory } from "./skill-category";
import type { SkillCategoryCode } from "./skill-category-code";

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

/** Categories by code; `null` for one the standard does not have. */
export const skillCategoryByCode: DatabaseLoader<string, SkillCategory | null> = {
  name: "skillCategoryByCode",
  batch: async (codes, database) => {
    const categories = await database.getRepository(SkillCategory).find({
      where: { code: In([...codes]) },
      comment: "skillCategoryByCode",
    });
    const byCode = new Map<string, SkillCategory>(categories.map((one) => [one.code, one]));
    return codes.map((code) => byCode.get(code) ?? null);
  },
};

/** The categories with these codes, in the standard's order. */
export async function categoriesOf(
  context: RequestContext,
  codes: readonly string[],
): Promise<SkillCategory[]> {
  const categories = await Promise.all(
    codes.map((code) => referenced(context, skillCategoryByCode, code)),
  );
  return categories.sort((a, b) => a.position - b.position);
}

/**
 * The codes a year's solicitation asks for, by fiscal year: for a recorded one those it names, for a published one
 * those first solicited in that year or before. No source says that one was dropped again.
 */
export const categoryCodesByFiscalYear: DatabaseLoader<number, SkillCategoryCode[]> = {
  name: "categoryCodesByFiscalYear",
  batch: async (years, database) => {
    const rows: { year: number; code: SkillCategoryCode }[] = await database.query(
      `/* categoryCodesByFiscalYear */ ${solicitedCategoriesSql}`,
      [years],
    );
    return rowsOfKeys(years, rows, ({ year }) => year).map((own) => own.map(({ code }) => code));
  },
};

/** The categories of the solicitations of the fiscal years `$1`. */
export const solicitedCategoriesSql = `
SELECT s.fiscal_year AS year, c.code FROM solicitation s CROSS JOIN skill_category c
WHERE s.fiscal_year = ANY($1::integer[])
  AND CASE WHEN s.source_id IS NOT NULL THEN c.solicited_from <= s.fiscal_year
           ELSE EXISTS (SELECT FROM solicitation_category o
                        WHERE o.fiscal_year = s.fiscal_year AND o.category_code = c.code) END
ORDER BY c.position`;
