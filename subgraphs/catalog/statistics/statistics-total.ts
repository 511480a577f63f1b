import { Directive, Field, Float, Int, ObjectType } from "type-graphql";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { StatisticCell } from "./statistic-cell";

/** What a fiscal year comes to. */
@Directive("@shareable")
@ObjectType({ description: "The total of everything that was asked for in one fiscal year." })
export class StatisticsTotal {
  @Field(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year; null without `fiscalYears`.",
  })
  fiscalYear: FiscalYear | null;

  @Field(() => StatisticCell, { description: "How many there are." })
  count: StatisticCell;
}

/** The rows that are missing: left out by the limit, or withheld. */
@Directive("@shareable")
@ObjectType({
  description:
    "The sum of the missing rows: those that the limit left out and those that are withheld, whatever `having` is.",
})
export class StatisticsRemainder {
  @Field(() => Int, {
    nullable: true,
    description:
      "How many rows; null if they are withheld, because then their number is not shown either.",
  })
  rows: number | null;

  @Field(() => StatisticCell, { description: "How many there are in them together." })
  count: StatisticCell;

  @Field(() => Float, {
    nullable: true,
    description:
      "The share of the total, 0–1; null if there are several periods or it is not shown.",
  })
  share: number | null;
}
