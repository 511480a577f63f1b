import { Directive, Field, Int, ObjectType } from "type-graphql";
import type { AnswerCell } from "../../kit/statistics/answer";
import { SuppressionReason } from "./suppression-reason";

/** One number of statistics, or the interval it lies in. */
@Directive("@shareable")
@ObjectType({
  description:
    "One number counted from records. If it is suppressed to protect small groups, it has an interval instead of a value. Zero is shown as zero, or is one of several that are suppressed together.",
})
export class StatisticCell implements AnswerCell {
  @Field(() => Int, {
    nullable: true,
    description: "The number, in the unit of its measure; null if `reason` is given.",
  })
  value: number | null;

  @Field(() => Boolean, { description: "True if there is a number that is not shown." })
  suppressed: boolean;

  @Field(() => SuppressionReason, {
    nullable: true,
    description: "Why there is no value; null if there is one.",
  })
  reason: SuppressionReason | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number is at least this, as follows from the rest of the answer; null if nothing follows.",
  })
  lower: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number is at most this, as follows from the rest of the answer; null if nothing follows.",
  })
  upper: number | null;
}
