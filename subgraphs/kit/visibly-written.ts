/** What cannot be seen, or changes how what follows is seen; selectors of a character's variant belong to it. */
const invisible = /(?!\p{Variation_Selector})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

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
