import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar, DateTimeScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** An application to record. */
@InputType({ description: "An application that was received." })
export class SubmitApplicationInput extends MutationInput {
  @Field(() => ID, { description: "Who applies." })
  applicant: string;
  @Field(() => Int, { description: "Fiscal year of the solicitation." })
  fiscalYear: number;
  @Field(() => [SkillCategoryCode], {
    description: "The categories it is for: at least one, each asked for by the solicitation.",
  })
  categories: SkillCategoryCode[];
  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When it was received: in the window, which begins and ends at midnight in Asia/Tokyo, and not in the future. Default: now.",
  })
  receivedAt?: Date | null;
}

/** An application to withdraw. */
@InputType({ description: "An application that the applicant withdraws." })
export class WithdrawApplicationInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of withdrawal; not in the future. Default: today in Asia/Tokyo.",
  })
  on?: string | null;
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." })
  reason?: string | null;
}

/** An application to select. */
@InputType({ description: "An application to select." })
export class SelectApplicationInput extends ChangeInput {
  @Field(() => [SkillCategoryCode], {
    description: "The categories it is selected in: at least one of its own, each judged.",
  })
  categories: SkillCategoryCode[];
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the decision; not in the future. Default: today in Asia/Tokyo.",
  })
  decidedOn?: string | null;
}

/** An application to reject. */
@InputType({ description: "An application to reject." })
export class RejectApplicationInput extends ChangeInput {
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the decision; not in the future. Default: today in Asia/Tokyo.",
  })
  decidedOn?: string | null;
}
