import { Directive, Field, Float, Int, ObjectType } from "type-graphql";
import { FiscalYear } from "../fiscal-year/fiscal-year";
import { StatisticCell } from "./statistic-cell";

/** What a fiscal year comes to. */
@Directive("@shareable")
@ObjectType({ description: "What everything that was asked for comes to in one fiscal year." })
export class StatisticsTotal {
  @Field(() => FiscalYear, {
    nullable: true,
    description: "The fiscal year; null where `fiscalYears` is not given.",
  })
  fiscalYear: FiscalYear | null;

  @Field(() => StatisticCell, { description: "How many there are." })
  count: StatisticCell;
}

/** The rows that are not there: left out by the limit, or withheld. */
@Directive("@shareable")
@ObjectType({
  description:
    "The rows that are not there, as one: those that the limit left out and those that are withheld, whatever `having` says of these.",
})
export class StatisticsRemainder {
  @Field(() => Int, {
    nullable: true,
    description: "How many rows; null where they are withheld, for then that is not told either.",
  })
  rows: number | null;

  @Field(() => StatisticCell, { description: "How many there are in them together." })
  count: StatisticCell;

  @Field(() => Float, {
    nullable: true,
    description:
      "The part of the total, 0–1; null where it is not that of one period or not shown.",
  })
  share: number | null;
}
