import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { Source } from "../source/source";
import { sourceOf } from "../source/source-of";
import { InTwoLanguages, isOurs } from "../text/our-translations";
import { translatedText } from "../text/translated-text";

/** A fact that a source states: what every published row has. */
@ObjectType()
export abstract class SourcedFact extends InTwoLanguages {
  @Column("text", { name: "source_id" })
  sourceId: string;

  @translatedText(
    "Notes: what we derived, named or translated, where sources differ, and what they leave open.",
    { nullable: true },
  )
  note: string | null;

  @Field(() => Source, { description: "Where it is stated." })
  source(): Source {
    return sourceOf(this.sourceId);
  }
}

/** A fact with a name in English or Japanese. */
@ObjectType()
export abstract class NamedFact extends SourcedFact {
  @Column("text", { name: "name_en", nullable: true })
  nameEn: string | null;

  @Column("text", { name: "name_ja", nullable: true })
  nameJa: string | null;

  /** The languages in which the name is ours, as `en;ja`. */
  @Column("text")
  ours: string;

  @Field(() => String, { description: "Its name." })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }

  protected override ownNames(language: Language): string[] {
    return isOurs(this.ours, language) ? ["name"] : [];
  }
}
