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
      "The share of the total of its fiscal year, 0–1. If groups overlap, the shares sum to more than 1. Null if it could disclose a number that is not shown, or if the total is 0.",
  })
  share: number | null;

  /** Dimension → its value in this group. */
  readonly keys: AnswerRow["keys"] = new Map();

  /** The value of a dimension; `null` where it is unknown or not grouped by. */
  keyOf(dimension: string): string | null {
    return this.keys.get(dimension) ?? null;
  }
}
