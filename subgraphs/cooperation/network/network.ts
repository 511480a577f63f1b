import { Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { PartialDateScalar } from "../../kit/graphql/scalars";

/** A standing network of personnel authorities. */
@Entity("network")
@ObjectType({
  description: "A standing network of the personnel authorities of several countries.",
})
export class Network {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "ACCSM, ACCSM_PLUS3 or CJK_PPN." })
  code: string;

  @Column("integer")
  position: number;

  @Column("text", { name: "name_en", nullable: true })
  nameEn: string | null;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  @Column("text", { nullable: true })
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it was founded, as precise as the source.",
  })
  founded: string | null;

  @Column("text", { name: "source_id" })
  sourceId: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description: "Former names, conflicts and what the source leaves open.",
  })
  note: string | null;
}
