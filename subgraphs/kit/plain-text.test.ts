import { isPlainText } from "./plain-text";

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
