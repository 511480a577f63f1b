import { shown } from "./errors";
import { escapeOf, unseen } from "./visibly-written";

/** Whether a text may span lines, as notes and reasons do. */
export type TextKind = "line" | "lines";

/** Scripts whose words are spelled with joiners: without them, another word stands there. */
const joined = [
  "Arab",
  "Syrc",
  "Mong",
  "Deva",
  "Beng",
  "Guru",
  "Gujr",
  "Orya",
  "Taml",
  "Telu",
  "Knda",
  "Mlym",
  "Sinh",
]
  .map((script) => String.raw`\p{Script=${script}}`)
  .join("");
const joiner = String.raw`(?<=[${joined}])[\u200C\u200D](?=[${joined}])`;

/**
 * What no text holds: what is not {@link unseen}, and U+FFFD, which stands for a character that was lost. Joiners stay
 * inside words that need them; so do the selectors of variants: those of Han characters, which names have, and the one
 * of a picture.
 */
const others = String.raw`(?!${joiner}|[\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[${unseen}\uFFFD]`;
const selectors = String.raw`(?<!\p{Script=Han})(?<!\p{Extended_Pictographic}(?=\uFE0F))[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;
const unusable: Readonly<Record<TextKind, RegExp>> = {
  line: new RegExp(`${others}|${selectors}`, "u"),
  lines: new RegExp(String.raw`(?![\n\r\t])(?:${others})|${selectors}`, "u"),
};

/** Something a reader can see. */
const visible = new RegExp(String.raw`[^\p{Z}${unseen}]`, "u");
const blank = /(?! )\p{Z}/u;

/**
 * Whether a text can be kept as a person wrote it: 1 to `longest` characters without the spaces around it, something of
 * it visible, and none of them one that {@link unusableCharacter} names.
 */
export function isPlainText(text: string, longest: number, kind: TextKind = "line"): boolean {
  const trimmed = text.trim();
  return (
    Array.from(trimmed).length <= longest && visible.test(trimmed) && !unusable[kind].test(trimmed)
  );
}

/**
 * The first character of a text that cannot be kept, as `U+202E at character 3`; `undefined` where all can. The same for
 * what mutations, spreadsheets, tokens and headers bring.
 */
export function unusableCharacter(text: string, kind: TextKind = "line"): string | undefined {
  const found = unusable[kind].exec(text.trim());
  if (!found) return undefined;
  const place = Array.from(text.trim().slice(0, found.index)).length + 1;
  return `${codePoint(found[0])} at character ${place}`;
}

/** A text that {@link isPlainText} refuses, for the message: how long, that it is blank, or what it holds. */
export function receivedText(text: string, longest: number, kind: TextKind = "line"): string {
  const { length } = Array.from(text.trim());
  if (length > longest) return `${length} characters`;
  const unused = unusableCharacter(text, kind);
  if (text !== "" && unused === undefined && !visible.test(text)) {
    return `${escaped(text, blank)} (blank)`;
  }
  return unused === undefined ? shown(text) : `${escaped(text, unusable[kind])} with ${unused}`;
}

/** A text as JSON, what a reader could not see written as its code. */
function escaped(text: string, unseen: RegExp): string {
  return shown(text).replaceAll(new RegExp(unseen.source, "gu"), escapeOf);
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
