import { detailInJapanese } from "./detail-in-japanese";

/**
 * A message in Japanese: the sentence of its code, and the detail after it (what was received, what was expected, where). The
 * detail is in Japanese where the message has a form that we know, and else in English, as it is, in parentheses. It says what the English message
 * says and nothing else.
 *
 * @param sentence - what the code says; without one, there is the detail alone
 * @param english - the English message
 */
export function messageInJapanese(sentence: string | undefined, english: string): string {
  const detail = detailInJapanese(english);
  if (sentence === undefined) return detail ?? english;
  return detail === undefined ? `${sentence}（${english}）` : `${sentence}${detail}`;
}
