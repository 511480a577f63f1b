import { Field, ID, InputType } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { AgencyKind } from "./agency-kind";

/** Which agencies to list. All conditions that are given must hold. */
@InputType({ description: "Which agencies to list. All conditions that are given must hold." })
export class AgencyFilter {
  @Field(() => [ID], { nullable: true, description: "With one of these codes." })
  codes?: string[] | null;
  @Field(() => [CountryCodeScalar], { nullable: true, description: "Of one of these countries." })
  countries?: string[] | null;
  @Field(() => [AgencyKind], { nullable: true, description: "Of one of these kinds." })
  kinds?: AgencyKind[] | null;
}
