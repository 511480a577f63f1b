import { Field, ID, InputType } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { ProjectState } from "./project-state";

/** A project to propose. */
@InputType({ description: "A project to propose." })
export class ProposeProjectInput extends MutationInput {
  @Field(() => ID, { description: "Id of the work plan." })
  workPlan: string;
  @Field(() => String, { description: "Its title; no two of a work plan share one." })
  title: string;
  @Field(() => CountryCodeScalar, { description: "The country that is to lead it." })
  leadCountry: string;
  @Field(() => ID, {
    nullable: true,
    description: "Code of the agency that is to lead it; null where not known.",
  })
  leadAgency?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "When it is proposed; default: today in Asia/Tokyo.",
  })
  proposedOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "The first day planned." })
  from?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The first day after the time planned for it.",
  })
  to?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** A step of a project. */
@InputType({ description: "A step of a project from its state to another." })
export class ChangeProjectStateInput extends ChangeInput {
  @Field(() => ProjectState, { description: "The state after." })
  state: ProjectState;
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day of the step; default: today in Asia/Tokyo.",
  })
  on?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Why; must be given where a project is cancelled.",
  })
  reason?: string | null;
}
