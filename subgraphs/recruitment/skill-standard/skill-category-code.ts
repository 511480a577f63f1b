import { registerEnumType } from "type-graphql";
import { enumFilter } from "../../kit/filter/filter-inputs";

/** The types of external personnel. */
export enum SkillCategoryCode {
  PRODUCER = "PRODUCER",
  PROJECT_MANAGER = "PROJECT_MANAGER",
  SERVICE_DESIGNER = "SERVICE_DESIGNER",
  ENGINEER = "ENGINEER",
}

registerEnumType(SkillCategoryCode, {
  name: "SkillCategoryCode",
  description: "The types of external personnel for municipal digital transformation.",
  valuesConfig: {
    PRODUCER: { description: "プロデューサー: sets the direction for the whole local government." },
    PROJECT_MANAGER: {
      description: "プロジェクトマネージャー: plans single projects and carries them through.",
    },
    SERVICE_DESIGNER: { description: "サービスデザイナー: designs services and work processes." },
    ENGINEER: { description: "エンジニア: puts technology to work; in the draft of 2022 only." },
  },
});

/** How far a category belongs to the standard. */
export enum StandardMembership {
  YES = "YES",
  DRAFT_ONLY = "DRAFT_ONLY",
}

registerEnumType(StandardMembership, {
  name: "StandardMembership",
  description: "How far a category is known to belong to the adopted skill standard.",
  valuesConfig: {
    YES: { description: "Named in the adopted standard, or solicited on its basis." },
    DRAFT_ONLY: { description: "In the draft; whether the adopted standard has it was not seen." },
  },
});

/** Conditions on a category. */
export const SkillCategoryCodeFilter = enumFilter(SkillCategoryCode, "SkillCategoryCodeFilter");
