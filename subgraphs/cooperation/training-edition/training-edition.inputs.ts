import { Field, ID, InputType, Int } from "type-graphql";
import { CountryCodeScalar } from "../../kit/graphql/country-code.scalar";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** An edition of a course to record. */
@InputType({ description: "An edition of a training course to record." })
export class OpenTrainingEditionInput extends MutationInput {
  @Field(() => ID, { description: "Code of the course." })
  course: string;
  @Field(() => Int, { description: "The fiscal year; its first day lies in it." })
  fiscalYear: number;
  @Field(() => Int, { description: "Its number in the course, from 1." })
  edition: number;
  @Field(() => DateScalar, { description: "The first day." })
  startsOn: string;
  @Field(() => DateScalar, { description: "The last day." })
  endsOn: string;
  @Field(() => String, { nullable: true, description: "Where it is held." })
  place?: string | null;
  @Field(() => String, { nullable: true, description: "What else there is to say of it." })
  note?: string | null;
}

/** How many officials of a country take part in an edition. */
@InputType({ description: "How many officials of a country took part in an edition of a course." })
export class RecordTrainingParticipantsInput extends MutationInput {
  @Field(() => ID, { description: "Id of the edition." })
  trainingEdition: string;
  @Field(() => CountryCodeScalar, { description: "The country they came from." })
  country: string;
  @Field(() => Int, {
    description: "How many persons, all in all; 0 takes the country off the list.",
  })
  persons: number;
  @Field(() => Int, {
    nullable: true,
    description:
      "The version of the country's participation last seen; VERSION_CONFLICT if it has changed since, or if there is none.",
  })
  expectedVersion?: number | null;
}

/** That an edition is over and its participants are final. */
@InputType({ description: "That an edition of a course is over and its participants are final." })
export class CloseTrainingEditionInput extends ChangeInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: "The day it is closed; default: today in Asia/Tokyo.",
  })
  on?: string | null;
}
