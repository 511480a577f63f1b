import { byKey, found, rowsBy } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { SkillCategory } from "./skill-category";

/** The categories of standards, in the standard's order, by the standard's code. */
export const categoriesByStandardCode = rowsBy(
  "categoriesByStandardCode",
  SkillCategory,
  "standardCode",
  { order: { position: "ASC" } },
);

/** The categories with these codes, in the standard's order. */
export async function categoriesOf(
  context: RequestContext,
  codes: readonly string[],
): Promise<SkillCategory[]> {
  const categories = await Promise.all(
    codes.map(async (code) => found(context, byKey(SkillCategory), code)),
  );
  return categories.sort((a, b) => a.position - b.position);
}
