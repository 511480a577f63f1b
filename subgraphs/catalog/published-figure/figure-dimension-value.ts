import { Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { NamedFact } from "../facts/sourced-fact";

/** A part that figures are split into, where the part is nothing else in the graph. */
@Entity("figure_dimension_value")
@Directive("@shareable")
@ObjectType({
  description:
    "A part that published figures are split into, where the part is nothing else in the graph.",
})
export class FigureDimensionValue extends NamedFact {
  @PrimaryColumn("text")
  @Field(() => String, { description: "The dimension, as figures carry it." })
  dimension: string;

  @PrimaryColumn("text")
  @Field(() => String, { description: "The code figures carry in `dimensionValue`." })
  code: string;

  @Column("integer")
  position: number;
}
