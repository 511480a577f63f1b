import { Directive, Field, ObjectType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import type { Coverage } from "../../kit/statistics/coverage";

/** The days that records cover. */
@Directive("@shareable")
@ObjectType({ description: "The days that records reach." })
export class StatisticsCoverage implements Coverage {
  @Field(() => DateScalar, {
    description:
      "The first day from which the records are declared complete: by their office, otherwise the first day of the fiscal year of the earliest record when they were loaded. An earlier record that is added later does not change it. Synthetic records are complete from the day on which everybody who had left before they begin would be back.",
  })
  from: string;

  @Field(() => DateScalar, {
    description: "The last day: today, or the day of `knownAt`.",
  })
  to: string;
}
