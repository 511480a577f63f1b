import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A complete split of a total: its parts sum to it, which every load checks. */
@Entity("figure_split")
@Directive("@shareable")
@ObjectType({
  description:
    "A complete split of a published total; its parts sum to it, which every load checks.",
})
export class FigureSplit {
  @PrimaryColumn("text", { name: "total_id" })
  totalId: string;

  @PrimaryColumn("text")
  @Field(() => String, { description: "What the total is split by." })
  dimension: string;

  @Column("boolean", { name: "has_residual" })
  @Field(() => Boolean, {
    description:
      "True if one part is a remainder that we derived, because the source shows only the others.",
  })
  hasResidual: boolean;
}
