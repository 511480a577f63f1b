import { parse, print } from "graphql";
import { markedObjects } from "./marked-objects";

function marked(text: string): string {
  return print(markedObjects(parse(text)).document).replace(/\s+/g, " ");
}

describe("marked objects", () => {
  it.each([
    "{ a { b { c } ...F } } fragment F on A { d @include(if: true) }",
    "{ a @include(if: true) { ...F } } fragment F on A { ... { b } }",
    "query ($a: Boolean!) { ... @skip(if: $a) { b c @skip(if: $a) } }",
  ])("are none where each object has a field without a condition: %s", (text) => {
    const document = parse(text);
    const { document: same, marker } = markedObjects(document);
    expect(same).toBe(document);
    expect(marker).toBeUndefined();
  });

  it("are those whose fields are all under conditions, through any fragments", () => {
    const text =
      "query Q($y: Boolean!) { a { b { ...F } c @include(if: $y) } __typename_: d } fragment F on B { ... { e @skip(if: $y) { f } } ... @include(if: $y) { g } }";
    expect(marked(text)).toBe(
      text.replace("...F", "...F __typename__: __typename").replace(" { ... {", " { ... {"),
    );
  });

  it.each([
    ["{ a @include(if: true) { ... on B { b } } }", "{ a @include(if: true) { ... on B { b }"],
  ])("are conditional objects of which only some types are asked: %s", (text, start) => {
    expect(marked(text)).toBe(text.replace(start, `${start} __typename_: __typename`));
  });

  it("are objects within an object that is marked", () => {
    const text = "{ a { b @include(if: true) { c @skip(if: false) } } }";
    const [c, b] = ["c @skip(if: false)", "} }"];
    expect(marked(text)).toBe(
      text
        .replace(c, `${c} __typename_: __typename`)
        .replace(`${b} }`, `} __typename_: __typename } }`),
    );
  });
});
