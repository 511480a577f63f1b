import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** A person who has applied, or may; the same one over all solicitations. */
@Entity("applicant")
@ObjectType({
  description:
    "A person who applies to help municipalities with digital transformation; the same one over all solicitations.",
})
export class Applicant extends StoredRecord {
  @Column("text", { name: "applicant_number" })
  @Field(() => String, { description: "The number the ministry gave; no two share it." })
  applicantNumber: string;

  @Column("text")
  @Field(() => String, { description: "The name as the person writes it." })
  name: string;

  @Column("text", { name: "name_kana" })
  @Field(() => String, { description: "How the name is read, in kana." })
  nameKana: string;

  @Column("text", { name: "name_en", nullable: true })
  @Field(() => String, { nullable: true, description: "The name in Latin letters, if given." })
  nameEn: string | null;
}
