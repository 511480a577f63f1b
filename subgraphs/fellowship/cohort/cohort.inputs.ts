import { Field, ID, InputType, Int } from "type-graphql";
import { DateScalar } from "../../kit/graphql/scalars";
import { ChangeInput, MutationInput } from "../../kit/mutation/inputs";

/** A cohort to open. */
@InputType({ description: "A cohort to open." })
export class OpenCohortInput extends MutationInput {
  @Field(() => ID, { description: "The program's code, as MIKE_MANSFIELD." })
  program: string;
  @Field(() => Int, { description: "Its number in the program, from 1: 30 is 第30期." })
  number: number;
  @Field(() => DateScalar, { description: "Its first day." })
  startsOn: string;
  @Field(() => DateScalar, { description: "Its last day, as planned." })
  endsOn: string;
}

/** New days of a cohort the office opened. */
@InputType({ description: "New days of a cohort the office opened; what is not given stays." })
export class RescheduleCohortInput extends ChangeInput {
  @Field(() => DateScalar, { nullable: true, description: "Its first day." })
  startsOn?: string | null;
  @Field(() => DateScalar, { nullable: true, description: "Its last day." })
  endsOn?: string | null;
}
