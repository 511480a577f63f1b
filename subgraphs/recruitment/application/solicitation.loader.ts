import type { EntityManager } from "typeorm";
import { type DatabaseLoader, rowsOfKeys } from "../../kit/loaders";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";

/**
 * The codes a year's solicitation asks for, by fiscal year: for a recorded one those it names, for a published one
 * those first solicited in that year or before. No source says that one was dropped again.
 */
export const categoryCodesByFiscalYear: DatabaseLoader<number, SkillCategoryCode[]> = {
  name: "categoryCodesByFiscalYear",
  batch: (years, database) => solicitedCategories(database, "categoryCodesByFiscalYear", years),
};

/**
 * The same, of each of the fiscal years.
 *
 * @param tag - names the statement
 */
export async function solicitedCategories(
  database: Pick<EntityManager, "query">,
  tag: string,
  years: readonly number[],
): Promise<SkillCategoryCode[][]> {
  const rows: { year: number; code: SkillCategoryCode }[] = await database.query(
    `/* ${tag} */
SELECT s.fiscal_year AS year, c.code FROM solicitation s CROSS JOIN skill_category c
WHERE s.fiscal_year = ANY($1::integer[])
  AND CASE WHEN s.source_id IS NOT NULL THEN c.solicited_from <= s.fiscal_year
           ELSE EXISTS (SELECT FROM solicitation_category o
                        WHERE o.fiscal_year = s.fiscal_year AND o.category_code = c.code) END
ORDER BY c.position`,
    [years],
  );
  return rowsOfKeys(years, rows, ({ year }) => year).map((own) => own.map(({ code }) => code));
}
