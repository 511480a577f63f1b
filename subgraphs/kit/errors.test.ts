import { shown } from "./errors";

describe("a received value in a message", () => {
  it.each([
    ["x", '"x"'],
    [undefined, "undefined"],
    [{ a: [1] }, '{"a":[1]}'],
    ["𠮷".repeat(79), `"${"𠮷".repeat(79)}…`],
    ["a".repeat(1_000_000), `"${"a".repeat(79)}…`],
  ])("is shown, shortened", (value, text) => {
    expect(shown(value)).toBe(text);
  });

  it("may be nested deeper than can be written", () => {
    const deep: unknown = JSON.parse("[".repeat(100_000) + "]".repeat(100_000));
    expect(shown(deep)).toBe("a value nested too deep to show");
  });
});
