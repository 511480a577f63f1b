import { parse, print } from "graphql";
import { withDecidedConditions } from "./decided-conditions";

function decided(text: string): string {
  return print(withDecidedConditions(parse(text)))
    .replace(/\s+/g, " ")
    .trim();
}

describe("conditions that a document decides itself", () => {
  it.each([
    ["{ a b @include(if: false) c @skip(if: true) }", "{ a }"],
    ["{ a @include(if: true) b @skip(if: false) }", "{ a b }"],
    [
      "query ($v: Boolean!) { a @include(if: $v) @skip(if: false) b @include(if: $v) @skip(if: true) }",
      "query ($v: Boolean!) { a @include(if: $v) }",
    ],
    ["{ a { b { c @skip(if: true) } d } }", "{ a { b d } }"],
    [
      "{ a { ... on A @include(if: false) { b } ... on B { ... { c @skip(if: true) } d } } }",
      "{ a { ... on B { d } } }",
    ],
    [
      "{ a { ...F ...G b } } fragment F on A { ...G } fragment G on A { c @skip(if: true) }",
      "{ a { b } }",
    ],
    ["{ a { ...F @include(if: false) b } } fragment F on A { c }", "{ a { b } }"],
    [
      "{ a { ...F } } fragment F on A { b ... @include(if: true) { c } }",
      "{ a { ...F } } fragment F on A { b ... { c } }",
    ],
    ["query Q { a @skip(if: true) } query R { b }", "query R { b }"],
  ])("are gone with what they exclude: %s", (text, left) => {
    // An object of which nothing is left is printed without a selection.
    expect(decided(text)).toBe(left);
  });

  it.each([
    "query ($v: Boolean!) { a @include(if: $v) ...F } fragment F on A { b @skip(if: $v) }",
    "{ a(if: false) @other(if: false) }",
  ])("are none in a document that is the same then: %s", (text) => {
    const document = parse(text);
    expect(withDecidedConditions(document)).toBe(document);
  });
});
