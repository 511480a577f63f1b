import { Field, ID, InputType } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** An official to register. */
@InputType({ description: "An official to register, with the first home agency known." })
export class RegisterOfficialInput extends MutationInput {
  @Field(() => ID, {
    description: "A new number: 1–64 letters, digits, hyphens and underscores. It never changes.",
  })
  personnelNumber: string;
  @Field(() => String, { description: "The name, 1–200 characters." })
  name: string;
  @Field(() => String, { nullable: true, description: "The name in kana, 1–200 characters." })
  nameKana?: string | null;
  @Field(() => ID, { description: "Code of the home agency, one of Japan's, as JP-METI." })
  homeAgency: string;
  @Field(() => DateScalar, { description: "The first day there." })
  from: string;
}

/** What to change of an official. */
@InputType({ description: "What to change of an official; what is absent stays." })
export class ChangeOfficialInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: "The name, 1–200 characters." })
  name?: string | null;
  @Field(() => String, {
    nullable: true,
    description: "The name in kana, 1–200 characters; null takes it away.",
  })
  nameKana?: string | null;
}

/** A transfer of an official. */
@InputType({ description: "A transfer of an official to another home agency." })
export class TransferOfficialInput extends ChangeInput {
  @Field(() => ID, { description: "Code of the new home agency, one of Japan's, as JP-METI." })
  agency: string;
  @Field(() => DateScalar, {
    description: "The first day there; the former agency ends with it. May lie in the future.",
  })
  on: string;
}
