import { parse } from "graphql";
import { checkLiterals } from "./check-literals";

const check = (text: string) => () => {
  checkLiterals(parse(text));
};
const list = (length: number) => `[${'"JP" '.repeat(length)}]`;

describe("values in a document", () => {
  it("may be as large as those of variables", () => {
    expect(check(`{ a(b: ${list(1_000)}, c: "${"x".repeat(10_000)}") }`)).not.toThrow();
  });

  it.each([
    [
      "a list",
      `query ($b: [ID!] = ${list(1)}) { a(b: ${list(1_001)}) }`,
      "Expected a list of at most 1000 elements, received one of 1001.",
    ],
    [
      "the default of a variable",
      `query ($b: [ID!] = ${list(1_001)}) { a(b: $b) }`,
      "Expected a list of at most 1000 elements, received one of 1001.",
    ],
    [
      "a text in a fragment",
      `{ ...F } fragment F on Query { a(b: { c: """${"x".repeat(10_001)}""" }) }`,
      "Expected a text of at most 10000 characters, received one of 10001.",
    ],
  ])("are refused where they are too long: %s", (_what, text, message) => {
    expect(check(text)).toThrow(message);
  });
});
