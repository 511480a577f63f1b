import { Field, ID, InputType } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { NetworkRole } from "./network-role";

/** A membership to record. */
@InputType({ description: "A membership to record." })
export class JoinNetworkInput extends MutationInput {
  @Field(() => ID, { description: "Code of the network." })
  network: string;

  @Field(() => CountryCodeScalar, { description: "The country that joins." })
  country: string;

  @Field(() => ID, {
    nullable: true,
    description: "Code of the agency through which it takes part; null where not known.",
  })
  agency?: string | null;

  @Field(() => NetworkRole, { description: "As what it joins." })
  role: NetworkRole;

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

/** A change of the agency through which a country takes part. */
@InputType({ description: "A change of the agency through which a country takes part." })
export class ChangeMembershipAgencyInput extends ChangeInput {
  @Field(() => ID, { description: "Code of the agency that takes part from then on." })
  agency: string;

  @Field(() => DateScalar, { description: "The first day it does." })
  on: string;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}

/** The end of a membership. */
@InputType({ description: "The end of a membership." })
export class EndMembershipInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The first day it no longer holds." })
  on: string;

  @Field(() => String, { nullable: true, description: "Why." })
  reason?: string | null;
}
