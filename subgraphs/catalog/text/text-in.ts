import type { Language } from "../../kit/language";
import { texts } from "./texts";

/** A text of the data in a language; as it stands in the data where it is missing in that language. */
export function textIn(language: Language, text: string): string {
  return texts.get(text)?.in.get(language) ?? text;
}

/** Whether a text is ours in a language: translated or worded by us, and not the source's. */
export function isTextOurs(language: Language, text: string): boolean {
  return texts.get(text)?.ours.has(language) ?? false;
}
