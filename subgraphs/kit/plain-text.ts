import { shown } from "./errors";
import { escapeOf } from "./visibly-written";

/** Whether a text may span lines, as notes and reasons do. */
export type TextKind = "line" | "lines";

/**
 * What no text holds: controls, directions, what has no width or is not seen, what one office has given a meaning
 * (外字), half characters, what is no character, and U+FFFD, which stands for one that was lost. Written so that the
 * selectors of variants stay: those of Han characters, which names have, and the one of a picture.
 */
const others = String.raw`(?![\uFE00-\uFE0F\u{E0100}-\u{E01EF}])[\p{C}\p{Default_Ignorable_Code_Point}\uFFFD]`;
const selectors = String.raw`(?<!\p{Script=Han})(?<!\p{Extended_Pictographic}(?=\uFE0F))[\uFE00-\uFE0F\u{E0100}-\u{E01EF}]`;
const unusable: Readonly<Record<TextKind, RegExp>> = {
  line: new RegExp(String.raw`[\p{Zl}\p{Zp}]|${others}|${selectors}`, "u"),
  lines: new RegExp(String.raw`(?![\n\r\t])${others}|${selectors}`, "u"),
};

/** Something a reader can see: neither space, control nor format character, nor one of the blanks counted as letters. */
const visible = /[^\p{Z}\p{C}\u115F\u1160\u2800\u3164\uFFA0]/u;
const blank = /[^\P{Z} ]|[\u2800\u3164\uFFA0]/gu;

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
