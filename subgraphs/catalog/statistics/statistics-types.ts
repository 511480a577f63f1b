import { type ClassType, Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { DisclosureReport } from "./disclosure-report";
import { StatisticCell } from "./statistic-cell";
import type { StatisticsRow } from "./statistics-row";
import { StatisticsCoverage } from "./statistics-coverage";
import { StatisticsRelease } from "./statistics-release";
import { StatisticsRemainder, StatisticsTotal } from "./statistics-total";

/** The statistics of an area as type-graphql serves them. */
export interface AreaStatistics<Row extends StatisticsRow> {
  measure: string;
  unit: string;
  definition: string;
  asOf: string | null;
  release: StatisticsRelease | null;
  rows: Row[];
  remainder: StatisticsRemainder | null;
  covers: StatisticsCoverage | null;
  total: StatisticCell;
  totals: StatisticsTotal[];
  disclosure: DisclosureReport;
}

/**
 * Makes the type of an area's statistics, as `DispatchStatistics`.
 *
 * @param name - its name
 * @param rowClass - the class of its rows
 * @param measures - the enum of its measures
 */
export function statisticsType<Row extends StatisticsRow>(
  name: string,
  rowClass: ClassType<Row>,
  measures: object,
): ClassType<AreaStatistics<Row>> {
  @ObjectType(name, { description: "Numbers counted from records, by groups." })
  class Statistics implements AreaStatistics<Row> {
    @Field(() => measures, { description: "What is counted." })
    measure: string;

    @Field(() => String, { description: "The unit, such as persons." })
    unit: string;

    definition: string;

    @Field(() => DateScalar, {
      nullable: true,
      description:
        "The day that a stock is of, or up to which a flow is counted; null with `fiscalYears`.",
    })
    asOf: string | null;

    @Field(() => StatisticsRelease, {
      nullable: true,
      description:
        "The release that the answer is from, as all answers to the public about persons are; null if it was counted for the caller.",
    })
    release: StatisticsRelease | null;

    @Field(() => StatisticsCoverage, {
      nullable: true,
      description:
        "The days that the records of the measure cover; null if there are no records. A stock on another day, and a flow in a year that is not wholly covered, is null with the reason NOT_COVERED, not 0.",
    })
    covers: StatisticsCoverage | null;

    @Field(() => [rowClass], {
      description:
        "The groups that are released: those that are not empty, and suppressed ones that may be. Without groupBy, one row a fiscal year. There are no groups for a year that the records do not cover.",
    })
    rows: Row[];

    @Field(() => StatisticsRemainder, {
      nullable: true,
      description:
        "The sum of what `limit` leaves out and what is withheld; null if there is neither. What `having` leaves out is not included. Bounds are summed from those of the rows; the total can narrow them further.",
    })
    remainder: StatisticsRemainder | null;

    @Field(() => StatisticCell, {
      description:
        "The total of everything that was asked for, including what `having` and `limit` leave out.",
    })
    total: StatisticCell;

    @Field(() => [StatisticsTotal], { description: "The same for each fiscal year." })
    totals: StatisticsTotal[];

    @Field(() => DisclosureReport, { description: "How the persons behind it are protected." })
    disclosure: DisclosureReport;
  }
  return Statistics;
}
