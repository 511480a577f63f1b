import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** An engagement to start. */
@InputType({ description: "An engagement of a registered person with a municipality." })
export class StartEngagementInput extends MutationInput {
  @Field(() => ID, { description: "The person's place on the list, in force on the first day." })
  registration: string;
  @Field(() => ID, {
    description: "Six-digit code of the municipality, which has been granted the list.",
  })
  municipality: string;
  @Field(() => String, { description: "The role, as CIO補佐官; 1–200 characters." })
  role: string;
  @Field(() => Int, { description: "Days of work a month, 1–31." })
  daysPerMonth: number;
  @Field(() => DateScalar, { description: "The first day; it may lie ahead." })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day after the term agreed; null where it is open.",
  })
  to?: string | null;
}

/** An engagement to cancel. */
@InputType({ description: "An engagement to cancel before its first day." })
export class CancelEngagementInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      "The day it was called off: before its first day, not in the future. Default: today in Asia/Tokyo.",
  })
  on?: string | null;
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
}

/** An engagement to end. */
@InputType({ description: "An engagement to end earlier than agreed." })
export class EndEngagementInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The first day on which it no longer holds; it may lie ahead.",
  })
  on: string;
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
}
