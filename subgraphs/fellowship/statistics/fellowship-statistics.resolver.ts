import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { areaStatisticsResolver } from "../../catalog/statistics/area-statistics.resolver";
import type { RequestContext } from "../../kit/request-context";
import { FellowshipProgram, programByCode } from "../program/fellowship-program";
import { FellowshipDimension, FellowshipMeasure } from "./fellowship-statistics-codes";
import { FellowshipStatisticsFilter } from "./fellowship-statistics-filter";
import { FellowshipStatisticsRow } from "./fellowship-statistics-row";

/** The field `fellowshipStatistics`. */
export const FellowshipStatisticsResolver = areaStatisticsResolver({
  area: "fellowship",
  description:
    "Fellows and placements counted from the office's records, as of any day or by fiscal year. Not what was published: that is in fellowshipFigures.",
  measures: FellowshipMeasure,
  dimensions: FellowshipDimension,
  filter: FellowshipStatisticsFilter,
  row: FellowshipStatisticsRow,
});

/** What groups of fellowships lead to. */
@Resolver(() => FellowshipStatisticsRow)
export class FellowshipStatisticsRowResolver {
  @FieldResolver(() => FellowshipProgram, { nullable: true, description: "The program." })
  async program(
    @Root() { programCode }: FellowshipStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<FellowshipProgram | null> {
    return programCode === null ? null : context.load(programByCode, programCode);
  }
}
