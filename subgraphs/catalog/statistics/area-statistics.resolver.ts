import type { GraphQLResolveInfo } from "graphql";
import { Args, ArgsType, type ClassType, Ctx, Field, Info, Query, Resolver } from "type-graphql";
import type { FilterInput } from "../../kit/filter/compile-filter";
import type { RequestContext } from "../../kit/request/request-context";
import { answerStatistics } from "./answer-statistics";
import { StatisticsArguments } from "./statistics-inputs";
import type { StatisticsRow } from "./statistics-row";
import { type AreaStatistics, statisticsType } from "./statistics-types";

/** What makes the statistics of one area different from those of another. */
export interface AreaStatisticsParts<Row extends StatisticsRow> {
  /** The first part of the field's name, as `dispatch`. */
  readonly area: string;
  readonly description: string;
  /** The enums of its measures and dimensions. */
  readonly measures: object;
  readonly dimensions: object;
  readonly filter: ClassType;
  readonly row: ClassType<Row>;
}

/** Makes the resolver of the field `<area>Statistics`, with its type `<Area>Statistics`. */
export function areaStatisticsResolver<Row extends StatisticsRow>({
  area,
  description,
  measures,
  dimensions,
  filter: filterClass,
  row,
}: AreaStatisticsParts<Row>) {
  const name = `${area}Statistics`;
  const Statistics = statisticsType(
    `${area[0]?.toUpperCase() ?? ""}${name.slice(1)}`,
    row,
    measures,
  );

  @ArgsType()
  class AreaStatisticsArguments extends StatisticsArguments {
    @Field(() => measures, { description: "What to count." })
    measure: string;

    @Field(() => [dimensions], {
      defaultValue: [],
      description: "What to group by. Default: nothing.",
    })
    groupBy: string[];

    @Field(() => filterClass, {
      nullable: true,
      description:
        "Which of them to count. Default: all. A filter without any condition is refused, and so is an unknown code.",
    })
    filter?: FilterInput | null;
  }

  @Resolver()
  class AreaStatisticsResolver {
    @Query(() => Statistics, { name, nullable: true, description })
    statistics(
      @Args(() => AreaStatisticsArguments) args: AreaStatisticsArguments,
      @Ctx() context: RequestContext,
      @Info() info: GraphQLResolveInfo,
    ): Promise<Partial<AreaStatistics<Row>>> {
      return answerStatistics(name, row, args, context, info);
    }
  }
  return AreaStatisticsResolver;
}
