import { Arg, Ctx, Directive, Field, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request-context";
import { Source } from "../source/source";
import { sourceOf } from "../source/source-of";

/** A part that figures are split into, where the part is nothing else in the graph. */
@Entity("figure_dimension_value")
@Directive("@shareable")
@ObjectType({
  description:
    "A part that published figures are split into, where the part is nothing else in the graph.",
})
export class FigureDimensionValue {
  @PrimaryColumn("text")
  @Field(() => String, { description: "The dimension, as figures carry it." })
  dimension: string;

  @PrimaryColumn("text")
  @Field(() => String, { description: "The code figures carry in `dimensionValue`." })
  code: string;

  @Column("integer")
  position: number;

  @Column("text", { name: "name_en", nullable: true })
  nameEn: string | null;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  @Column("text", { name: "source_id" })
  sourceId: string;

  @Column("text", { nullable: true })
  @Field(() => String, { nullable: true, description: "Whose words the names are." })
  note: string | null;

  @Field(() => Source, { description: "Where figures are split so." })
  source(): Source {
    return sourceOf(this.sourceId);
  }

  @Field(() => String, { description: "Its name." })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }
}
