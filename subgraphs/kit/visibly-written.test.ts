import { visiblyWritten } from "./visibly-written";

describe("a text in a message", () => {
  it.each([
    ["a\u202Eb", "a\\u202eb"],
    ["a\u200Bb\u2066", "a\\u200bb\\u2066"],
    ["\u0000\u0007\n\u2028", "\\u0000\\u0007\\u000a\\u2028"],
    ["\ud842", "\\ud842"],
    ["\uE000\uFFFF\u{E0041}", "\\ue000\\uffff\\u{e0041}"],
  ])("shows what cannot be seen: %j", (text, written) => {
    expect(visiblyWritten(text)).toBe(written);
  });

  it.each(["架空 太郎", "𠮷野", "葛\u{E0100}城", "café", "がく", "a b"])(
    "stays as it is where it can be seen: %s",
    (text) => {
      expect(visiblyWritten(text)).toBe(text);
    },
  );
});
