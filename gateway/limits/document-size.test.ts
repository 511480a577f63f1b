import { measureDocument } from "./document-size";

const budget = { tokens: 40, aliases: 2, directives: 2 };
const codeOf = (text: string) => {
  try {
    return measureDocument(text, budget);
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe("the size of a document", () => {
  it.each([
    ["{ a }", { tokens: 3, aliases: 0, directives: 0 }],
    ["# a comment, with a: colon\n{ x: a y: b }", { tokens: 8, aliases: 2, directives: 0 }],
    [
      `query ($n: Int = 1 @d) { x: a(first: $n, filter: {b: "c: @d"}) @d }`,
      { tokens: 31, aliases: 1, directives: 2 },
    ],
    [`"unfinished`, { tokens: 0, aliases: 0, directives: 0 }],
  ])("is counted without parsing: %s", (text, expected) => {
    expect(codeOf(text)).toEqual(expected);
  });

  it.each([
    ["tokens", `{ ${"a ".repeat(38)} }`, `{ ${"a ".repeat(39)} }`],
    ["aliases", "{ x: a y: a }", "{ x: a y: a z: a }"],
    ["directives", "{ a @b @b }", "{ a @b @b @b }"],
    ["characters", `{ a${" ".repeat(199_996)}}`, `{ a${" ".repeat(199_997)}}`],
    ["names", `{ ${"a".repeat(100)}: a }`, `{ ${"a".repeat(101)}: a }`],
    ["characters in one text", `{ a(b: "${"x".repeat(199_000)}") }`, `"${"x".repeat(200_000)}`],
  ])("is refused by its %s, and just not", (_what, accepted, refused) => {
    expect(codeOf(accepted)).toBeInstanceOf(Object);
    expect(codeOf(refused)).toBe("DOCUMENT_TOO_LONG");
  });

  it.each(["{", "(", "[", "{(["])("ends at brackets nested beyond measure: %s", (bracket) => {
    const wide = { ...budget, tokens: 100_000 };
    expect(() => measureDocument(bracket.repeat(99 / bracket.length), wide)).not.toThrow();
    expect(() => measureDocument(bracket.repeat(102), wide)).toThrow("at most 100 deep");
  });
});
