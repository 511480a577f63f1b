import { Field, ID, InputType, Int } from "type-graphql";

/** What the input of every mutation has. */
@InputType()
export class MutationInput {
  @Field(() => String, {
    nullable: true,
    description:
      "1–200 characters of the caller's choice, which stand for this mutation of this caller for at least 30 days. If the answer is lost, the mutation can safely be sent again with the same key. With the same input again, nothing more is done and the first answer is returned; fields of other nodes are read anew. Another input is an error, even if it only has null for an absent field.",
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

/** What the input of a correction has: of what was recorded wrongly, not of what has changed since. */
@InputType()
export class CorrectionInput extends ChangeInput {
  @Field(() => String, {
    description:
      "What was wrong, and why it is put right: 1–2,000 characters. Kept with the change.",
  })
  reason: string;
}
