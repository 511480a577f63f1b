import { Field, ID, ObjectType } from "type-graphql";
import { Applicant } from "../applicant/applicant";

/** A person on the external personnel list on a day: registered in one category or more. */
@ObjectType({
  description:
    "A person on the external personnel list on a day: registered in one category or more.",
})
export class ListedPerson {
  @Field(() => ID, { description: "The person's id as an applicant." })
  readonly id: string;

  @Field(() => String, { description: "The name as the person writes it." })
  readonly name: string;

  @Field(() => String, { description: "How the name is read, in kana." })
  readonly nameKana: string;

  @Field(() => String, { nullable: true, description: "The name in Latin letters, if given." })
  readonly nameEn: string | null;

  @Field(() => Applicant, { description: "The person as applicant." })
  readonly applicant: Applicant;

  constructor(
    applicant: Applicant,
    /** The day of the list. */
    readonly asOf: string,
  ) {
    ({ id: this.id, name: this.name, nameKana: this.nameKana, nameEn: this.nameEn } = applicant);
    this.applicant = applicant;
  }
}
