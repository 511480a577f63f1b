import { Field, Float, ObjectType } from "type-graphql";
import type { AnswerRow } from "../../kit/statistics/answer";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { StatisticCell } from "./statistic-cell";

/** What every row of statistics has. */
@ObjectType()
export abstract class StatisticsRow {
  @Field(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year, where `fiscalYears` is given.",
  })
  fiscalYear: FiscalYear | null;

  @Field(() => StatisticCell, { description: "How many there are in the group." })
  count: StatisticCell;

  @Field(() => Float, {
    nullable: true,
    description:
      "The part of the total of its fiscal year, 0–1; of groups that overlap the parts sum to more than 1. Null where it could tell of a number that is not shown, and where the total is 0.",
  })
  share: number | null;

  /** Dimension → its value in this group. */
  readonly keys: AnswerRow["keys"] = new Map();

  /** The value of a dimension; `null` where it is unknown or not grouped by. */
  keyOf(dimension: string): string | null {
    return this.keys.get(dimension) ?? null;
  }
}
