import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { areaStatisticsResolver } from "../../catalog/statistics/area-statistics.resolver";
import { byKey } from "../../kit/record/by-key";
import type { RequestContext } from "../../kit/request/request-context";
import { Network } from "../network/network";
import { TrainingCourse } from "../training-course/training-course";
import { CooperationDimension, CooperationMeasure } from "./cooperation-statistics-codes";
import { CooperationStatisticsFilter } from "./cooperation-statistics-filter";
import { CooperationStatisticsRow } from "./cooperation-statistics-row";

/** The field `cooperationStatistics`. */
export const CooperationStatisticsResolver = areaStatisticsResolver({
  area: "cooperation",
  description:
    "Events, training and invitations counted from what is on record, as of any day or by fiscal year; who sees published rows alone counts those. Figures that were published are in cooperationFigures.",
  measures: CooperationMeasure,
  dimensions: CooperationDimension,
  filter: CooperationStatisticsFilter,
  row: CooperationStatisticsRow,
});

/** What groups of cooperation lead to. */
@Resolver(() => CooperationStatisticsRow)
export class CooperationStatisticsRowResolver {
  @FieldResolver(() => Network, { nullable: true, description: "The network." })
  async network(
    @Root() { networkCode }: CooperationStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<Network | null> {
    return networkCode === null ? null : context.load(byKey(Network), networkCode);
  }

  @FieldResolver(() => TrainingCourse, { nullable: true, description: "The training course." })
  async course(
    @Root() { courseCode }: CooperationStatisticsRow,
    @Ctx() context: RequestContext,
  ): Promise<TrainingCourse | null> {
    return courseCode === null ? null : context.load(byKey(TrainingCourse), courseCode);
  }
}
