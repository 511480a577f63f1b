/** The first sentence of a description, for lists. A point after a number's sign (Act No. 117) or an initial ends none. */
export function firstSentence(description: string | null | undefined): string {
  const text = (description ?? "").replaceAll(/\s+/g, " ").trim();
  const end = /(?<!\bNo|\b[A-Z])[.。](?= |$)/.exec(text);
  return end ? text.slice(0, end.index + 1) : text;
}
