/**
 * What cannot be seen, or changes how what follows is seen, for a class in a regular expression (flag `u`): controls,
 * directions, what has no width, what one office has given a meaning (外字), half characters, what is no character, ends
 * of lines, and the one blank that counts as a symbol.
 */
export const unseen = String.raw`\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800`;

/** Selectors of a character's variant belong to the character. */
const invisible = new RegExp(String.raw`(?!\p{Variation_Selector})[${unseen}]`, "gu");

/**
 * A text in which every character that cannot be seen is written as its escape, `\u202e`: controls, overrides of the
 * direction, characters without width, halves of characters, ends of lines.
 */
export function visiblyWritten(text: string): string {
  return text.replace(invisible, escapeOf);
}

/** A character as JSON writes it, or in braces where that takes more than four digits. */
export function escapeOf(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return code.length > 4 ? `\\u{${code}}` : `\\u${code}`;
}
