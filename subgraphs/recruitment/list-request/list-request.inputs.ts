import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

const notAhead = "not in the future. Default: today in Asia/Tokyo.";

/** A municipality's request to record. */
@InputType({ description: "A municipality's request for the external personnel list." })
export class RequestListInput extends MutationInput {
  @Field(() => ID, { description: "Six-digit code of the municipality." })
  municipality: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: `The day of the request; ${notAhead}`,
  })
  on?: string | null;
}

/** A request to grant. */
@InputType({ description: "A request to grant." })
export class GrantListRequestInput extends ChangeInput {
  @Field(() => DateScalar, { nullable: true, description: `The day of the grant; ${notAhead}` })
  on?: string | null;
}

/** A request to refuse. */
@InputType({ description: "A request to refuse." })
export class RefuseListRequestInput extends ChangeInput {
  @Field(() => String, { description: "Why; 1–2,000 characters." })
  reason: string;
  @Field(() => DateScalar, { nullable: true, description: `The day of the refusal; ${notAhead}` })
  on?: string | null;
}
