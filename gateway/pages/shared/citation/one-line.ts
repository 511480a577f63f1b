/** Characters that are not seen, or that change how those around them are read: controls, marks of direction, line ends. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu;

/** A text of a stranger on one line, without anything that is not seen, and cut off behind so many characters. */
export function oneLine(text: string, longest = 200): string {
  const line = text.replace(unseen, " ").replaceAll(/\s+/g, " ").trim();
  const characters = Array.from(line);
  return characters.length > longest ? `${characters.slice(0, longest).join("")}…` : line;
}
