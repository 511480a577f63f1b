import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";
import { NamedFact } from "../../catalog/facts/sourced-fact";

/** A standing network of personnel authorities. */
@Entity("network")
@ObjectType({
  description: "A standing network of the personnel authorities of several countries.",
})
export class Network extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "ACCSM, ACCSM_PLUS3 or CJK_PPN." })
  code: string;

  @Column("integer")
  position: number;

  @Column("text", { nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it was founded, as precise as the source.",
  })
  founded: string | null;
}
