import { ArgsType, Field, InputType, Int, registerEnumType } from "type-graphql";
import { asOfDescription } from "../../kit/clock";
import { OrderDirection, type OrderTerm } from "../../kit/connection/ordering";
import { usualStatisticsRows } from "../../kit/graphql/list-costs";
import { DateScalar, KnownAtScalar } from "../../kit/graphql/scalars";
import type { CountBounds } from "../../kit/statistics/statistics-request";

/** Bounds of a count. */
@InputType({
  description:
    "Bounds of a count, both included. A suppressed count is kept if its interval overlaps them.",
})
export class CountRange implements CountBounds {
  @Field(() => Int, { nullable: true, description: "This or more." })
  gte?: number | null;
  @Field(() => Int, { nullable: true, description: "This or less." })
  lte?: number | null;
}

/** What rows of statistics can be ordered by. */
export enum StatisticsOrderField {
  KEY = "KEY",
  COUNT = "COUNT",
}

registerEnumType(StatisticsOrderField, {
  name: "StatisticsOrderField",
  description: "What rows of statistics can be ordered by.",
  valuesConfig: {
    KEY: {
      description:
        "By fiscal year, then by each of the dimensions they are grouped by. Ascending, the earliest year is first and unknown values are last.",
    },
    COUNT: { description: "By count; suppressed numbers come after those that are shown." },
  },
});

/** One term of an ordering of statistics. */
@InputType({ description: "One term of an ordering of statistics." })
export class StatisticsOrder implements OrderTerm<StatisticsOrderField> {
  @Field(() => StatisticsOrderField, { description: "What to order by." })
  by: StatisticsOrderField;
  @Field(() => OrderDirection, { defaultValue: OrderDirection.ASC, description: "Which way." })
  direction: OrderDirection = OrderDirection.ASC;
}

/** The arguments of statistics that every area has. */
@ArgsType()
export class StatisticsArguments {
  @Field(() => DateScalar, {
    nullable: true,
    description: `${asOfDescription} A stock is counted on this day, a flow from the beginning up to it. Not together with fiscalYears. For the public only reference days, by default the last.`,
  })
  asOf?: string | null;

  @Field(() => [Int], {
    nullable: true,
    description:
      "The fiscal years to count in: stocks at each 31 March, flows within each year. Instead of asOf. Nothing is counted in years that the records do not cover, nor in a year that is not over.",
  })
  fiscalYears?: number[] | null;

  @Field(() => KnownAtScalar, {
    nullable: true,
    description:
      "Count what was on record at a moment at least a minute past. Default: what is on record now. For the public: answer from the last release made by then.",
  })
  knownAt?: Date | null;

  @Field(() => CountRange, {
    nullable: true,
    description:
      "Only groups whose count is, or if not shown could be, within these bounds. The total is still that of all groups.",
  })
  having?: CountRange | null;

  @Field(() => [StatisticsOrder], { nullable: true, description: "Default: by key." })
  orderBy?: StatisticsOrder[] | null;

  @Field(() => Int, {
    defaultValue: usualStatisticsRows,
    description: "The most rows, 1–5,000. The sum of the others is in `remainder`.",
  })
  limit: number = usualStatisticsRows;
}
