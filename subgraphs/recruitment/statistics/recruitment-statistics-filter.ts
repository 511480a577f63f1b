import { Field, InputType } from "type-graphql";
import { type EnumFilter, IntFilter, StringFilter } from "../../kit/filter/filter-inputs";
import { type ApplicationStage, ApplicationStageFilter } from "../application/application-stage";
import {
  type SkillCategoryCode,
  SkillCategoryCodeFilter,
} from "../skill-standard/skill-category-code";
import { type CategoriesHeld, CategoriesHeldFilter } from "./recruitment-statistics-codes";

/** What of recruitment to count: by what it can be grouped by. */
@InputType({
  description: "What of recruitment to count. All conditions that are given must hold.",
})
export class RecruitmentStatisticsFilter {
  @Field(() => IntFilter, {
    nullable: true,
    description: "By fiscal year of the solicitation that was applied in.",
  })
  round?: IntFilter;
  @Field(() => SkillCategoryCodeFilter, { nullable: true, description: "By category." })
  category?: EnumFilter<SkillCategoryCode>;
  @Field(() => CategoriesHeldFilter, {
    nullable: true,
    description: "By whether a person is in one category or in several.",
  })
  categoriesHeld?: EnumFilter<CategoriesHeld>;
  @Field(() => ApplicationStageFilter, { nullable: true, description: "By stage today." })
  stage?: EnumFilter<ApplicationStage>;
  @Field(() => StringFilter, { nullable: true, description: "By code of the municipality." })
  municipality?: StringFilter;
  @Field(() => StringFilter, {
    nullable: true,
    description: "By two-digit code of the prefecture (JIS X 0401).",
  })
  prefecture?: StringFilter;
}
