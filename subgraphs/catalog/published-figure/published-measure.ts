import { Arg, Ctx, Directive, Field, ID, ObjectType } from "type-graphql";
import { Column, Entity, PrimaryColumn } from "typeorm";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { InTwoLanguages, isOurs } from "../text/our-translations";

/** A measure of published figures: what one of them counts. */
@Entity("published_measure")
@Directive("@shareable")
@ObjectType({ description: "A measure of published figures: what one of them counts." })
export class PublishedMeasure extends InTwoLanguages {
  @PrimaryColumn("text")
  @Field(() => ID, { description: "The code in `measure` of figures." })
  code: string;

  @Column("text", { name: "name_en" })
  nameEn: string;

  @Column("text", { name: "name_ja" })
  nameJa: string;

  /** The languages in which the name is ours, as `en;ja`. */
  @Column("text")
  ours: string;

  @Column("text")
  definition: string;

  @Column("text", { name: "definition_ja" })
  definitionJa: string;

  @Field(() => String, { description: "Its name, as a heading." })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }

  @Field(() => String, {
    name: "definition",
    description: "Who or what is counted, in our words from the sources.",
  })
  definitionIn(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    const { definition: nameEn, definitionJa: nameJa } = this;
    return nameIn(language ?? context.language, { nameEn, nameJa });
  }

  protected override ownNames(language: Language): string[] {
    return [...(isOurs(this.ours, language) ? ["name"] : []), "definition"];
  }
}
