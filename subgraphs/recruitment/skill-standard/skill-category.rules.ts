import type { Rule, Rules } from "../../kit/rules/rule";
import type { SkillCategoryCode } from "./skill-category-code";

/** Categories are named at least once, each once, and each is one of those allowed. */
export function categoryRules<Code extends string>(
  categories: readonly SkillCategoryCode[],
  allowed: readonly SkillCategoryCode[],
  code: Code,
): Rules<Code | "NO_CATEGORY" | "DUPLICATE_CATEGORY"> {
  const foreign = categories.filter((category) => !allowed.includes(category));
  return [
    severalCategoriesRules(categories),
    {
      holds: foreign.length === 0,
      code,
      message: `Expected categories of ${allowed.join(", ")}, received ${foreign.join(", ")}.`,
      at: "categories",
    },
  ];
}

/** Categories are named at least once, and each once. */
export function severalCategoriesRules(
  categories: readonly SkillCategoryCode[],
): Rule<"NO_CATEGORY" | "DUPLICATE_CATEGORY">[] {
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
