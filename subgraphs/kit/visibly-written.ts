/** What cannot be seen, or changes how what follows is seen; selectors of a character's variant belong to it. */
const invisible = /(?!\p{Variation_Selector})[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * A text in which every character that cannot be seen is written as its escape, `\u{202e}`: controls, overrides of the
 * direction, characters without width, halves of characters, ends of lines.
 */
export function visiblyWritten(text: string): string {
  return text.replace(
    invisible,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}
