import { Field, ObjectType } from "type-graphql";
import { FiscalYear } from "../../catalog/fiscal-year/fiscal-year";
import { findFiscalYear } from "../../catalog/fiscal-year/fiscal-year-range";
import { StatisticsRow } from "../../catalog/statistics/statistics-row";
import { ApplicationStage } from "../application/application-stage";
import { Prefecture, prefectureOf } from "../municipality/prefecture";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { CategoriesHeld } from "./recruitment-statistics-codes";

/** One group of recruitment. */
@ObjectType({
  description:
    "One group of recruitment: what it is grouped by, and how many. What it is not grouped by is null.",
})
export class RecruitmentStatisticsRow extends StatisticsRow {
  @Field(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year of the solicitation that was applied in.",
  })
  round(): FiscalYear | null {
    const year = this.keyOf("round");
    return year === null ? null : findFiscalYear(Number(year));
  }

  @Field(() => CategoriesHeld, {
    nullable: true,
    description: "Whether a person is in one category or in several.",
  })
  categoriesHeld(): CategoriesHeld | null {
    return this.keyOf("categoriesHeld") as CategoriesHeld | null;
  }

  @Field(() => ApplicationStage, {
    nullable: true,
    description: "How far the application has come today.",
  })
  stage(): ApplicationStage | null {
    return this.keyOf("stage") as ApplicationStage | null;
  }

  @Field(() => Prefecture, { nullable: true, description: "The prefecture of the municipality." })
  prefecture(): Prefecture | null {
    const code = this.keyOf("prefecture");
    return code === null ? null : prefectureOf(code);
  }

  /** The code of its category. */
  get categoryCode(): SkillCategoryCode | null {
    return this.keyOf("category") as SkillCategoryCode | null;
  }

  /** The code of its municipality. */
  get municipalityCode(): string | null {
    return this.keyOf("municipality");
  }
}
