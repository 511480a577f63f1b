import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { MutationInput } from "../../kit/mutation/inputs";
import { SkillCategoryCode } from "../skill-standard/skill-category-code";

/** A solicitation to open. */
@InputType({ description: "A solicitation to open." })
export class OpenSolicitationInput extends MutationInput {
  @Field(() => Int, { description: "Its fiscal year; it has no other solicitation." })
  fiscalYear: number;
  @Field(() => ID, { description: "Code of the agency that calls, as JP-MIC." })
  agency: string;
  @Field(() => DateScalar, {
    description: "First day on which applications are taken; inside the fiscal year.",
  })
  opensOn: string;
  @Field(() => DateScalar, {
    description: "Last day on which applications are taken, to its last minute.",
  })
  closesOn: string;
  @Field(() => [SkillCategoryCode], { description: "The categories asked for; at least one." })
  categories: SkillCategoryCode[];
  @Field(() => String, { nullable: true, description: "Up to 2,000 characters." })
  note?: string | null;
}

/** A solicitation to close early. */
@InputType({ description: "A solicitation to close earlier than announced." })
export class CloseSolicitationInput extends MutationInput {
  @Field(() => Int, { description: "Its fiscal year." })
  fiscalYear: number;
  @Field(() => DateScalar, {
    description:
      "The new last day on which applications are taken: before the announced one, and not before an application was received.",
  })
  closedOn: string;
  @Field(() => Int, {
    nullable: true,
    description:
      "The version last seen. If it has changed since, nothing is done and VERSION_CONFLICT says so.",
  })
  expectedVersion?: number | null;
}
