import { Field, InputType } from "type-graphql";
import { MutationInput } from "../../kit/mutation/inputs";

/** An external expert to register as evaluator. */
@InputType({
  description: "An external expert to register as evaluator. Texts have 1–200 characters.",
})
export class RegisterEvaluatorInput extends MutationInput {
  @Field(() => String, { description: "The number the ministry gives; no other one has it." })
  evaluatorNumber: string;
  @Field(() => String, { description: "The name." })
  name: string;
  @Field(() => String, { description: "The organization the evaluator belongs to." })
  affiliation: string;
}
