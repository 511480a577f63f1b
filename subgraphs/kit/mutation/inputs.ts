import { Field, ID, InputType, Int } from "type-graphql";

/** What the input of every mutation has. */
@InputType()
export class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "1–200 characters of the caller's choice, which stand for this mutation for 30 days at least and for this caller alone. Sent again with the same input, nothing more is done and the first answer is given again; with another input it is an error, a null in place of an absent field included. Fields of other nodes are answered as they are now. Makes it safe to repeat a mutation whose answer was lost.",
  })
  idempotencyKey?: string | null;
}

/** What the input of a mutation has that changes a record. */
@InputType()
export class ChangeInput extends MutationInput {
  @Field(() => ID, { description: "Which record to change." })
  id: string;

  @Field(() => Int, {
    nullable: true,
    description:
      "The version last seen. If the record has changed since, nothing is done and VERSION_CONFLICT says so.",
  })
  expectedVersion?: number | null;
}
