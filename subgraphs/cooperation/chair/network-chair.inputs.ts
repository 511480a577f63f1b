import { Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** A turn to chair a network to record. */
@InputType({ description: "A turn to chair a network to record." })
export class AppointChairInput extends MutationInput {
  @Field(() => ID, { description: "Code of the network." })
  network: string;

  @Field(() => Int, { description: "The number of the conference that the turn belongs to." })
  edition: number;

  @Field(() => CountryCodeScalar, { description: "The country that takes the chair." })
  country: string;

  @Field(() => ID, {
    nullable: true,
    description: "Code of its agency; by default the one it takes part through on the first day.",
  })
  agency?: string | null;

  @Field(() => DateScalar, { description: "The first day." })
  from: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day the turn no longer holds; null where open.",
  })
  to?: string | null;

  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** The end of a turn to chair. */
@InputType({ description: "The end of a turn to chair." })
export class EndChairInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The first day the turn no longer holds." })
  on: string;

  @Field(() => String, { nullable: true, description: "Why it ends then." })
  reason?: string | null;
}
