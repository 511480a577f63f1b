/**
 * Characters that are not seen, from first to last: those of the property Default_Ignorable_Code_Point, selectors of
 * variants among them. Written out because PostgreSQL knows no properties.
 */
export const unseenRanges: readonly (readonly [number, number])[] = [
  [0x00ad, 0x00ad],
  [0x034f, 0x034f],
  [0x061c, 0x061c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfff8],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** Characters that stand for one another and that NFKC keeps apart, and what each becomes: wave dashes, dashes, blanks. */
export const sameCharacters = {
  from: "\u301C\u2010\u2011\u2012\u2013\u2014\u2015\u2212\t\n\v\f\r\u0085\u1680\u2028\u2029\u2800",
  to: "~-------          ",
} as const;

const unseen = new RegExp(
  `[${unseenRanges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`).join("")}]`,
  "gu",
);
const others = new RegExp(`[${sameCharacters.from}]`, "g");

/**
 * The form in which texts are compared, never the one in which they are kept: NFKC, so that composed and decomposed
 * characters and full, half and usual width are one; without what is not seen; every wave dash `~`, every dash `-`, and
 * one space for blanks. The letter case stays. `normal_form` in PostgreSQL gives the same.
 */
export function normalForm(text: string): string {
  return text
    .replaceAll(unseen, "")
    .normalize("NFKC")
    .replaceAll(others, (one) => sameCharacters.to[sameCharacters.from.indexOf(one)] ?? one)
    .replaceAll(/ {2,}/g, " ");
}

/** Whether two texts are one in {@link normalForm}, however they are typed; nothing is one with nothing only. */
export function isSameText(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return one === other;
  return normalForm(one) === normalForm(other);
}
