import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { Column } from "typeorm";
import { Language, nameIn } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { Source } from "../source/source";
import { sourceOf } from "../source/source-of";

/** A fact that a source states: what every published row has. */
@ObjectType()
export abstract class SourcedFact {
  @Column("text", { name: "source_id" })
  sourceId: string;

  @Column("text", { nullable: true })
  @Field(() => String, {
    nullable: true,
    description:
      "Notes: what we derived, named or translated, where sources differ, and what they leave open.",
  })
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

  @Field(() => String, { description: "Its name." })
  name(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string {
    return nameIn(language ?? context.language, this);
  }
}
