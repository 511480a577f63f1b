import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** A fellow to admit. */
@InputType({ description: "A fellow to admit to a cohort." })
export class AdmitFellowInput extends MutationInput {
  @Field(() => ID, {
    description: "The office's number of the fellow, 1–50 characters, used once.",
  })
  fellowNumber: string;
  @Field(() => String, { description: "The fellow's name, 1–200 characters." })
  name: string;
  @Field(() => ID, { description: "The cohort's id, as MIKE_MANSFIELD-29." })
  cohort: string;
  @Field(() => ID, {
    description: "The code of the sending agency, as US-DOD; one of the program's sending country.",
  })
  sendingAgency: string;
  @Field(() => DateScalar, {
    description: "The day of admission: not in the future, not after the cohort's last day.",
  })
  admittedOn: string;
}

/** The completion of a fellowship. */
@InputType({ description: "The completion of a fellowship." })
export class CompleteFellowshipInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The last day of the fellowship, not in the future." })
  lastDay: string;
}

/** The withdrawal of a fellow. */
@InputType({ description: "The withdrawal of a fellow." })
export class WithdrawFellowInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The last day as a fellow, not in the future." })
  lastDay: string;
  @Field(() => String, { description: "Why, 1–2,000 characters." })
  reason: string;
}
