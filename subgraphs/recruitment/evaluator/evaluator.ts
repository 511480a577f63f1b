import { Field, ObjectType } from "type-graphql";
import { Column, Entity } from "typeorm";
import { StoredRecord } from "../../kit/mutation/stored-record";

/** An external expert who judges applications. */
@Entity("evaluator")
@ObjectType({
  description: "A member of the external evaluation committee, who judges applications.",
})
export class Evaluator extends StoredRecord {
  @Column("text", { name: "evaluator_number" })
  @Field(() => String, { description: "The number the ministry gave; no two share it." })
  evaluatorNumber: string;

  @Column("text")
  @Field(() => String, { description: "The name." })
  name: string;

  @Column("text")
  @Field(() => String, { description: "The organization the evaluator belongs to." })
  affiliation: string;
}
