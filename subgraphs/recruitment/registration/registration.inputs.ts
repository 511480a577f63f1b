import { Field, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput } from "../../kit/mutation/inputs";

/** A trained candidate to enter on the list. */
@InputType({ description: "A trained candidate's application, of which registrations come." })
export class RegisterOnListInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The first day on the list: not before the training was completed, nor ahead.",
  })
  from: string;
}

/** A registration to remove from the list. */
@InputType({ description: "A registration to remove from the list." })
export class RemoveFromListInput extends ChangeInput {
  @Field(() => DateScalar, {
    description: "The first day on which it no longer holds; it may lie ahead.",
  })
  on: string;
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
}
