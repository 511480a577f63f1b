import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { areaStatisticsResolver } from "../../catalog/statistics/area-statistics.resolver";
import { byKey } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { Municipality } from "../municipality/municipality";
import { SkillCategory } from "../skill-standard/skill-category";
import { RecruitmentDimension, RecruitmentMeasure } from "./recruitment-statistics-codes";
import { RecruitmentStatisticsFilter } from "./recruitment-statistics-filter";
import { RecruitmentStatisticsRow } from "./recruitment-statistics-row";

/** The field `recruitmentStatistics`. */
export const RecruitmentStatisticsResolver = areaStatisticsResolver({
  area: "recruitment",
  description:
    "Applications, registrations and engagements counted from the ministry's records, as of any day or by fiscal year. Not what was published: that is in recruitmentFigures.",
  measures: RecruitmentMeasure,
  dimensions: RecruitmentDimension,
  filter: RecruitmentStatisticsFilter,
  row: RecruitmentStatisticsRow,
});

/** What groups of recruitment lead to. */
@Resolver(() => RecruitmentStatisticsRow)
export class RecruitmentStatisticsRowResolver {
  @FieldResolver(() => SkillCategory, { nullable: true, description: "The category." })
  async category(
    @Root() { categoryCode }: RecruitmentStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<SkillCategory | null> {
    return categoryCode === null ? null : context.load(byKey(SkillCategory), categoryCode);
  }

  @FieldResolver(() => Municipality, { nullable: true, description: "The municipality." })
  async municipality(
    @Root() { municipalityCode }: RecruitmentStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<Municipality | null> {
    return municipalityCode === null ? null : context.load(byKey(Municipality), municipalityCode);
  }
}
