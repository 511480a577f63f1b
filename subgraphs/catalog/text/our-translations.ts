import { Arg, Ctx, Field, ObjectType } from "type-graphql";
import { Language } from "../../kit/language";
import type { RequestContext } from "../../kit/request/request-context";
import { textsOfOurs } from "./translated-text";

/** What has texts in two languages, and says which of them are ours. */
@ObjectType()
export abstract class InTwoLanguages {
  @Field(() => [String], {
    name: "ourTranslations",
    description:
      "Which of its fields are ours in the language: translated or worded by us, because no source has them in it. Notes are ours in English, and translated by us into Japanese.",
  })
  ourTranslationsIn(
    @Arg("language", () => Language, { nullable: true, description: "Default: Accept-Language." })
    language: Language | null | undefined,
    @Ctx() context: RequestContext,
  ): string[] {
    const asked = language ?? context.language;
    return [...this.ownNames(asked), ...textsOfOurs(this, asked)];
  }

  /** The fields for names that are ours in a language. */
  protected ownNames(_language: Language): string[] {
    return [];
  }
}

/** Whether a column `ours`, as `en;ja`, names a language. */
export function isOurs(ours: string, language: Language): boolean {
  return ours.split(";").includes(language.toLowerCase());
}
