import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { NamedFact } from "../facts/sourced-fact";

/** A part that figures are split into, if nothing else in the graph stands for it. */
@Entity("figure_dimension_value")
@Directive("@shareable")
@ObjectType({
  description:
    "A part that published figures are split into, if nothing else in the graph stands for it.",
})
export class FigureDimensionValue extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => String, { description: "The dimension, as in `dimension` of figures." })
  dimension: string;

  @PrimaryColumn("text")
  @Field(() => String, { description: "The code in `dimensionValue` of figures." })
  code: string;

  @Column("integer")
  position: number;
}
