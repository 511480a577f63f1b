import { Field, ID, InputType, Int, registerEnumType } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";
import { InvitationProgram } from "./invitation-program";

/** An invitation to record. */
@InputType({ description: "An invitation to Japan to record." })
export class InviteSeniorOfficialsInput extends MutationInput {
  @Field(() => InvitationProgram, {
    defaultValue: InvitationProgram.SENIOR_OFFICIALS,
    description: "Under which program.",
  })
  program: InvitationProgram = InvitationProgram.SENIOR_OFFICIALS;
  @Field(() => Int, { description: "The fiscal year of the visit." })
  fiscalYear: number;
  @Field(() => CountryCodeScalar, { description: "The country invited." })
  country: string;
  @Field(() => ID, {
    nullable: true,
    description: "Code of the agency invited; null where not known.",
  })
  agency?: string | null;
  @Field(() => Int, { description: "How many persons." })
  persons: number;
  @Field(() => DateScalar, {
    nullable: true,
    description: "When it is sent; default: today in Asia/Tokyo.",
  })
  invitedOn?: string | null;
  @Field(() => String, { nullable: true, description: "What the visit is for." })
  purpose?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** What is answered to an invitation. */
export enum InvitationAnswer {
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
}

registerEnumType(InvitationAnswer, {
  name: "InvitationAnswer",
  description: "What is answered to an invitation.",
  valuesConfig: {
    ACCEPTED: { description: "They will come." },
    DECLINED: { description: "They will not come." },
  },
});

/** The answer to an invitation. */
@InputType({ description: "The answer to an invitation." })
export class AnswerInvitationInput extends ChangeInput {
  @Field(() => InvitationAnswer, { description: "What was answered." })
  answer: InvitationAnswer;
  @Field(() => DateScalar, {
    nullable: true,
    description: "When; default: today in Asia/Tokyo.",
  })
  on?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "Why it was declined; with no other answer.",
  })
  reason?: string | null;
}

/** The visit that followed an invitation. */
@InputType({ description: "The visit that followed an invitation." })
export class RecordVisitInput extends ChangeInput {
  @Field(() => DateScalar, { description: "The first day." })
  startsOn: string;
  @Field(() => DateScalar, { description: "The last day." })
  endsOn: string;
  @Field(() => Int, {
    nullable: true,
    description: "How many persons came; default: as many as were invited.",
  })
  persons?: number | null;
}
