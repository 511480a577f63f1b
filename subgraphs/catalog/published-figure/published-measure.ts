import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";

/** A measure of published figures: what one of them counts. */
@Entity("published_measure")
@Directive("@shareable")
@ObjectType({ description: "A measure of published figures: what one of them counts." })
export class PublishedMeasure {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "The code in `measure` of figures." })
  code: string;

  @Column("text")
  @Field(() => String, { description: "Who or what is counted, in our words from the sources." })
  definition: string;
}
