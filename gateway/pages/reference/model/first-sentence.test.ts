import { firstSentence } from "./first-sentence";

it.each([
  ["One. Two.", "One."],
  ["By Act No. 117 of 1970. More.", "By Act No. 117 of 1970."],
  ["Of U.S. officials,\nas JP-NPA.", "Of U.S. officials, as JP-NPA."],
  ["Without an end", "Without an end"],
  [undefined, ""],
])("of %j the first sentence is %j", (description, sentence) => {
  expect(firstSentence(description)).toBe(sentence);
});
