import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** A work plan to record. */
@InputType({ description: "A work plan to record." })
export class OpenWorkPlanInput extends MutationInput {
  @Field(() => ID, { description: "Code of the network." })
  network: string;
  @Field(() => String, { description: "Its title; no two of a network share one." })
  title: string;
  @Field(() => DateScalar, { description: "The first day." })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day it no longer holds; null where open.",
  })
  to?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** The end of a work plan. */
@InputType({ description: "The end of a work plan." })
export class EndWorkPlanInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The first day it no longer holds." })
  on: string;
}
