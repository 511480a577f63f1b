import { Field, InputType } from "type-graphql";
import { MutationInput } from "../../kit/mutation/inputs";

/** A person to register as applicant. */
@InputType({ description: "A person to register as applicant. Texts have 1–200 characters." })
export class RegisterApplicantInput extends MutationInput {
  @Field(() => String, { description: "The number the ministry gives; no other person has it." })
  applicantNumber: string;
  @Field(() => String, { description: "The name as the person writes it." })
  name: string;
  @Field(() => String, { description: "How the name is read, in kana." })
  nameKana: string;
  @Field(() => String, { nullable: true, description: "The name in Latin letters." })
  nameEn?: string | null;
}
