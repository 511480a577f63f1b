import { Field, ID, InputType } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { DispatchOrganizationTypeCode } from "../organization-type/dispatch-organization-type-code";
import { DispatchRegionCode } from "../region/dispatch-region-code";

/** An organization to register. */
@InputType({
  description: "An organization to register. It needs a name in one language at least.",
})
export class RegisterOrganizationInput extends MutationInput {
  @Field(() => ID, {
    description:
      "A new code: 1–64 capital letters, digits, hyphens and underscores. It never changes.",
  })
  code: string;
  @Field(() => String, { nullable: true, description: "Its English name, 1–200 characters." })
  nameEn?: string | null;
  @Field(() => String, { nullable: true, description: "Its Japanese name, 1–200 characters." })
  nameJa?: string | null;
  @Field(() => DispatchOrganizationTypeCode, { description: "What kind of body it is." })
  type: DispatchOrganizationTypeCode;
  @Field(() => DispatchRegionCode, { description: "The region it is counted in." })
  region: DispatchRegionCode;
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description: "The country it sits in; null where not known.",
  })
  country?: string | null;
}

/** What to change of an organization. */
@InputType({ description: "What to change of an organization; what is absent stays." })
export class ChangeOrganizationInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description: "Its English name, 1–200 characters; null takes it away.",
  })
  nameEn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Its Japanese name, 1–200 characters; null takes it away.",
  })
  nameJa?: string | null;
  @Field(() => DispatchOrganizationTypeCode, {
    nullable: true,
    description:
      "What kind of body it is. The legal bases of its dispatches must cover the new kind, which is then theirs too.",
  })
  type?: DispatchOrganizationTypeCode | null;
  @Field(() => DispatchRegionCode, {
    nullable: true,
    description: "The region it is counted in, with all its dispatches.",
  })
  region?: DispatchRegionCode | null;
  @Field(() => CountryCodeScalar, {
    nullable: true,
    description:
      "The country it sits in; null where not known. The countries of duty of its dispatches stay.",
  })
  country?: string | null;
}
