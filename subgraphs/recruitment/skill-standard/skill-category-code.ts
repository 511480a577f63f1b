import { type CodeOf, codes } from "../../kit/codes";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The types of external personnel. */
export const SkillCategoryCode = codes(
  "SkillCategoryCode",
  "The types of external personnel for municipal digital transformation.",
  {
    PRODUCER: "プロデューサー: sets the direction for the whole local government.",
    PROJECT_MANAGER: "プロジェクトマネージャー: plans single projects and carries them through.",
    SERVICE_DESIGNER: "サービスデザイナー: designs services and work processes.",
    ENGINEER: "エンジニア: puts technology to work; in the draft of 2022 only.",
  },
);

/** A code of {@link SkillCategoryCode}. */
export type SkillCategoryCode = CodeOf<typeof SkillCategoryCode>;

/** Conditions on a category. */
export const SkillCategoryCodeFilter = enumFilter(SkillCategoryCode, "SkillCategoryCodeFilter");

/** The most categories that anything can have. */
export const mostCategories = Object.keys(SkillCategoryCode).length;

/** How far a category belongs to the standard. */
export const StandardMembership = codes(
  "StandardMembership",
  "How far a category is known to belong to the adopted skill standard.",
  {
    YES: "Named in the adopted standard, or solicited on its basis.",
    DRAFT_ONLY: "In the draft; whether the adopted standard has it was not seen.",
  },
);

/** A code of {@link StandardMembership}. */
export type StandardMembership = CodeOf<typeof StandardMembership>;
