import { Arg, Ctx, Field } from "type-graphql";
import { Language } from "../../kit/language";
import { type FieldMarks, hidden } from "../../kit/record/fields";
import type { RequestContext } from "../../kit/request/request-context";
import { isTextOurs, textIn } from "./text-in";

/** What has texts: published, or recorded by an office, whose texts are shown as it has written them. */
interface WithTexts {
  readonly sourceId?: string | null;
  readonly [property: string | symbol]: unknown;
}

const declared = new WeakMap<object, string[]>();

/**
 * A text that is stored as its source or we have written it, and shown in the language that is asked for. Records of
 * offices are not translated: they are shown as recorded.
 */
export function translatedText(description: string, marks: FieldMarks = {}): PropertyDecorator {
  return (prototype, property) => {
    hidden("text", marks)(prototype, property);
    shownInLanguages(description, marks)(prototype, property);
  };
}

/** The same for a text that is not in a table. */
export function shownInLanguages(
  description: string,
  { nullable = false }: Pick<FieldMarks, "nullable"> = {},
): PropertyDecorator {
  return (prototype, property) => {
    const name = String(property);
    const method = `${name}In`;
    const value = function (
      this: WithTexts,
      language: Language | null | undefined,
      context: RequestContext,
    ) {
      const text = publishedText(this, name);
      return text === null ? this[name] : textIn(language ?? context.language, text);
    };
    const descriptor = { value, writable: true, configurable: true };
    Object.defineProperty(prototype, method, descriptor);
    const argument = { nullable: true, description: "Default: Accept-Language." };
    Arg("language", () => Language, argument)(prototype, method, 0);
    Ctx()(prototype, method, 1);
    Field(() => String, { name, nullable, description })(prototype, method, descriptor);
    declared.set(prototype, [...(declared.get(prototype) ?? []), name]);
  };
}

/** The fields of something whose text in a language is ours. */
export function textsOfOurs(fact: object, language: Language): string[] {
  const own: string[] = [];
  for (let prototype = fact; prototype; prototype = Object.getPrototypeOf(prototype) as object) {
    own.unshift(...(declared.get(prototype) ?? []));
  }
  return own.filter((name) => {
    const text = publishedText(fact as WithTexts, name);
    return text !== null && isTextOurs(language, text);
  });
}

/** A text as it was published; `null` where there is none, or an office has recorded it. */
function publishedText(fact: WithTexts, name: string): string | null {
  const text = fact[name];
  return typeof text === "string" && fact.sourceId !== null ? text : null;
}
