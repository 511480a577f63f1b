import Negotiator from "negotiator";
import { registerEnumType } from "type-graphql";

/** The languages names are given in. */
export enum Language {
  JA = "JA",
  EN = "EN",
}

registerEnumType(Language, {
  name: "Language",
  description:
    "The language of a name. Without the argument, the request's Accept-Language decides; without either, it is English. A name that is missing in one language is given in the other.",
  valuesConfig: {
    JA: { description: "Japanese (日本語)." },
    EN: { description: "English." },
  },
});

/** The language an `Accept-Language` header asks for: the best of Japanese and English, English if it names neither. */
export function negotiateLanguage(acceptLanguage: string | undefined): Language {
  const accepted = new Negotiator({ headers: { "accept-language": acceptLanguage ?? "en" } });
  return accepted.language(["en", "ja"]) === "ja" ? Language.JA : Language.EN;
}

/** A name in two languages, either of which a source may lack. */
export interface Bilingual {
  readonly nameEn: string | null;
  readonly nameJa: string | null;
}

/** The name in `language`, or in the other language where it is missing; empty only if both are. */
export function nameIn(language: Language, { nameEn, nameJa }: Bilingual): string {
  return (language === Language.JA ? (nameJa ?? nameEn) : (nameEn ?? nameJa)) ?? "";
}
