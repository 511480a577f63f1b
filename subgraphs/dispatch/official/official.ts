import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** A member of the regular service who is or may be dispatched. */
@Entity("official")
@ObjectType({
  description:
    "An official of Japan's national government, of the regular service, who has been or may be dispatched.",
})
export class Official extends StoredRecord {
  @Column("text", { name: "personnel_number" })
  @Field(() => ID, {
    description: "The number the office knows the official by; it never changes.",
  })
  personnelNumber: string;

  @Column("text")
  @Field(() => String, { description: "The official's name." })
  name: string;

  @Column("text", { name: "name_kana", nullable: true })
  @Field(() => String, { nullable: true, description: "The name in kana; null where not known." })
  nameKana: string | null;
}
