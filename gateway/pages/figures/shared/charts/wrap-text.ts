/** About how wide a letter is at 12 pixels: those of East Asia are twice as wide as others. */
const widthOfLetter = (letter: string) => ((letter.codePointAt(0) ?? 0) > 0x2e80 ? 12 : 6.6);

/** About how wide a text is in pixels, in letters 12 pixels high. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

/** Breaks a text into lines of at most so many pixels: between words, and between letters of East Asia. */
export function wrapText(text: string, most: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const part of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) ?? []) {
    if (line !== "" && textWidth((line + part).trimEnd()) > most) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += part;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
