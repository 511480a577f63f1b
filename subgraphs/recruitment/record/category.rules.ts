import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import type { Rule } from "./broken-rules";

/** Categories are named at least once, each once, and each is one of those allowed. */
export function categoryRules(
  categories: readonly SkillCategoryCode[],
  allowed: readonly SkillCategoryCode[],
  code: "CATEGORY_NOT_APPLIED_FOR" | "CATEGORY_NOT_SOLICITED",
): Rule[] {
  const foreign = categories.filter((category) => !allowed.includes(category));
  return [
    ...severalCategories(categories),
    {
      holds: foreign.length === 0,
      code,
      message: `Expected categories of ${allowed.join(", ")}, received ${foreign.join(", ")}.`,
      at: "categories",
    },
  ];
}

/** Categories are named at least once, and each once. */
export function severalCategories(categories: readonly SkillCategoryCode[]): Rule[] {
  const repeated = categories.find((one, index) => categories.indexOf(one) < index);
  return [
    {
      holds: categories.length > 0,
      code: "NO_CATEGORY",
      message: "Expected at least one category, received none.",
      at: "categories",
    },
    {
      holds: repeated === undefined,
      code: "DUPLICATE_CATEGORY",
      message: `Expected each category once, received ${repeated ?? ""} twice.`,
      at: "categories",
    },
  ];
}
