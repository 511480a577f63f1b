import { isPlainText, receivedText, unusableCharacter } from "./plain-text";

it.each(["髙橋 𠮷子", "O'Brien", "①", "x".repeat(200), "𠮷".repeat(200), " padded "])(
  "%p is a plain line",
  (text) => {
    expect(isPlainText(text, 200)).toBe(true);
  },
);

it.each([
  "",
  " ",
  "\u3000",
  "\u200b",
  "\u2060\u00ad",
  "\u3164",
  "\u2800",
  "\u0085",
  "a\nb",
  "a\u0007",
  "a\0",
  "\ud800",
  "x".repeat(201),
])("%p is not", (text) => {
  expect(isPlainText(text, 200)).toBe(false);
});

it("spans lines only where it may", () => {
  expect(isPlainText("one\r\n\ttwo", 200, "lines")).toBe(true);
  expect(isPlainText("one\u0007two", 200, "lines")).toBe(false);
});

it.each([
  ["a name turned round", "\u202E郎太 空架"],
  ["a mark of direction", "Ana\u200F"],
  ["an isolate", "\u2066Ana\u2069 B"],
  ["a space of no width", "架空\u200B太郎"],
  ["a joiner", "架\u200D空"],
  ["a joiner at the end of a word", "می\u200C"],
  ["two joiners", "می\u200C\u200Cخواهم"],
  ["a blank that counts as a symbol", "架\u2800空"],
  ["a soft hyphen", "an\u00ADna"],
  ["a byte order mark inside", "架\uFEFF空"],
  ["a blank that counts as a letter", "架\u3164空"],
  ["a tag", "Ana\u{E0041}"],
  ["a variant of what has none", "Ana\uFE01"],
  ["a character of one office", "外\uE000字"],
  ["one of another private plane", "外\u{F0000}字"],
  ["a character that was lost", "\uFFFD郎"],
  ["what is no character", "架\uFFFF空"],
  ["what is no character yet", "架\u{3FFF0}空"],
  ["a line separator", "架\u2028空"],
])("holds not %s", (_what, text) => {
  expect(isPlainText(text, 200)).toBe(false);
});

it.each([
  "葛\u{E0100}城",
  "神\uFE00田",
  "祝❤\uFE0F",
  "がく か\u3099く",
  "Nguyễn",
  "عبد الله",
  "علی\u200Cرضا",
  "ශ්\u200Dරී",
])("holds %p, as it is written", (text) => {
  expect(isPlainText(text, 200)).toBe(true);
});

it("says which character cannot be kept, and where it stands", () => {
  expect(unusableCharacter("架𠮷\u202E")).toBe("U+202E at character 3");
  expect(unusableCharacter("架\u{E0041}")).toBe("U+E0041 at character 2");
  expect(unusableCharacter("架空")).toBeUndefined();
});

it("shows a text that is refused, so that what cannot be seen can be", () => {
  expect(receivedText("", 5)).toBe('""');
  expect(receivedText("\u3000 ", 5)).toBe('"\\u3000 " (blank)');
  expect(receivedText("\u2800", 5)).toBe('"\\u2800" with U+2800 at character 1');
  expect(receivedText("\u202E郎太", 5)).toBe('"\\u202e郎太" with U+202E at character 1');
  expect(receivedText("a\u{F0000}", 5)).toBe('"a\\u{f0000}" with U+F0000 at character 2');
  expect(receivedText("x".repeat(6), 5)).toBe("6 characters");
});
