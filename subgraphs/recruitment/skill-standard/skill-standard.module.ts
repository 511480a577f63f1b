import { published } from "../../catalog/access";
import { fieldsOf, queries } from "../../kit/record/declared-fields";
import { byKey } from "../../kit/record/by-key";
import { loaded } from "../../kit/record/one-by-key";
import type { Module } from "../../kit/subgraph/module";
import { SkillCategory } from "./skill-category";
import { categoriesByStandardCode } from "./skill-category.list";
import { mostCategories, SkillCategoryCode } from "./skill-category-code";
import { SkillStandard } from "./skill-standard";

/** The skill standard and its categories. */
export const skillStandardModule: Module = {
  entities: [SkillStandard, SkillCategory],
  resolvers: [
    queries({
      skillStandard: {
        type: () => SkillStandard,
        nullable: true,
        description:
          "The skill standards for external personnel to promote municipal DX (September 2022).",
        find: (_none, _args, { database }) =>
          database.getRepository(SkillStandard).findOne({
            where: { code: "MUNICIPAL_DX_EXTERNAL_PERSONNEL" },
            comment: "skillStandard",
          }),
      },
      skillCategory: {
        type: () => SkillCategory,
        nullable: true,
        description: "The category with this code.",
        arguments: { code: { type: SkillCategoryCode, description: "Of the category." } },
        find: (_none, { code }, context) => context.load(byKey(SkillCategory), code),
      },
    }),
    fieldsOf(SkillStandard, {
      categories: loaded(
        () => [SkillCategory],
        "The types of personnel it describes.",
        categoriesByStandardCode,
        ({ code }: SkillStandard) => code,
      ),
    }),
  ],
  access: { SkillCategory: published, SkillStandard: published },
  listSizes: { "SkillStandard.categories": mostCategories },
  readable: { published: { skill_category: "all", skill_standard: "all" } },
};
