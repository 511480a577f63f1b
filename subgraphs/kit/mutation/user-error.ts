import { type ClassType, Ctx, Field, ObjectType } from "type-graphql";
import type { Codes } from "../codes";
import { messageInJapanese } from "../japanese/message-in-japanese";
import { Language } from "../language";

/** A broken rule, as a payload shows it. */
export interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/**
 * Makes `<Name>UserError` of a subgraph.
 *
 * @param codes - the subgraph's enum of refusals, registered with type-graphql
 * @param sentences - what each of them says, in Japanese
 */
export function userErrorType<Code extends string>(
  name: string,
  codes: Codes<Code>,
  sentences: Readonly<Record<Code, string>>,
): ClassType<UserError> {
  const sentenceOf: Readonly<Record<string, string>> = sentences;

  @ObjectType(`${name}UserError`, { description: "A rule that was broken; nothing was written." })
  class Refusal implements UserError {
    @Field(() => codes, { description: "Which rule." })
    code: string;
    /** In English, as it was when the change was refused. */
    message: string;
    @Field(() => String, {
      name: "message",
      description:
        "What was received and what was expected, in English or Japanese by Accept-Language.",
    })
    messageIn(@Ctx() { language }: { readonly language: Language }): string {
      return language === Language.JA
        ? messageInJapanese(sentenceOf[this.code], this.message)
        : this.message;
    }
    @Field(() => [String], { description: 'The field at fault, as ["input", "from"].' })
    path: string[];
  }
  return Refusal;
}
