import { Field, Int, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** How many officials of a country took part in an edition of a course. */
@Entity("training_participation")
@ObjectType({ description: "How many officials of a country took part in an edition of a course." })
export class TrainingParticipation extends StoredRecord {
  @Column("text", { name: "edition_id" })
  editionId: string;

  @Column("text", { name: "country_code" })
  countryCode: string;

  @Column("integer")
  @Field(() => Int, {
    description: "How many persons; 0 only in the answer that takes the country off the list.",
  })
  persons: number;
}
