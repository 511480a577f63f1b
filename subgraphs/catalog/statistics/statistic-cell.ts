import { Directive, Field, Int, ObjectType } from "type-graphql";
import type { AnswerCell } from "../../kit/statistics/answer";
import { SuppressionReason } from "./suppression-reason";

/** One number of statistics, or the interval it lies in. */
@Directive("@shareable")
@ObjectType({
  description:
    "One number counted from records. Where it is suppressed, so that no small group can be recovered, it has no value but an interval that it lies in. Zero is shown as zero, or is one of several that are suppressed together.",
})
export class StatisticCell implements AnswerCell {
  @Field(() => Int, {
    nullable: true,
    description: "The number, in the unit of its measure; null where `reason` says why.",
  })
  value: number | null;

  @Field(() => Boolean, { description: "Whether there is a number that is not shown." })
  suppressed: boolean;

  @Field(() => SuppressionReason, {
    nullable: true,
    description: "Why there is no value; null where there is.",
  })
  reason: SuppressionReason | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number is no less than this, as follows from what else is shown; null where nothing follows.",
  })
  lower: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The number is no more than this, as follows from what else is shown; null where nothing follows.",
  })
  upper: number | null;
}
