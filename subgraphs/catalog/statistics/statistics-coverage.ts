import { Directive, Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import type { Coverage } from "../../kit/statistics/coverage";

/** The days that records reach. */
@Directive("@shareable")
@ObjectType({ description: "The days that records reach." })
export class StatisticsCoverage implements Coverage {
  @Field(() => DateScalar, {
    description:
      "The first day: from when on the records are declared to be complete, by their office or when they were loaded; then it is that of the fiscal year of the earliest of them. A record of an earlier day that is made later does not move it. Synthetic records are complete once those who left before they begin would be back.",
  })
  from: string;

  @Field(() => DateScalar, {
    description: "The last day: today, or the day of `knownAt`.",
  })
  to: string;
}
