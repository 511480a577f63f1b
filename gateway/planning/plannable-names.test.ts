import { parse, print } from "graphql";
import { plannableNames } from "./plannable-names";

const fieldNames = new Set(["code", "name", "alpha3", "country"]);

/** A document by its planned names, and what the replaced ones were. */
function planned(text: string): { readonly text: string; readonly originals: object } {
  const { document, originals } = plannableNames(parse(text), fieldNames);
  return { text: print(document).replace(/\s+/g, " "), originals: Object.fromEntries(originals) };
}

describe("names to plan by", () => {
  it.each([
    "{ country { code name } }",
    "{ a: country { other: code code: code } }",
    "query ($code: ID) { country(code: $code) { b: name @include(if: true) } }",
  ])("are those of the document where none is confused: %s", (text) => {
    const document = parse(text);
    expect(plannableNames(document, fieldNames)).toEqual({
      document,
      originals: new Map(),
      variables: new Map(),
    });
    expect(plannableNames(document, fieldNames).document).toBe(document);
  });

  it("differ for an alias that is another field's name, whatever type it is of", () => {
    expect(planned("{ country { code: alpha3 alpha3: name country: code } }")).toEqual({
      text: "{ country { code_: alpha3 alpha3_: name country_: code } }",
      originals: { code_: "code", alpha3_: "alpha3", country_: "country" },
    });
  });

  it("differ for what the planner and JavaScript keep for themselves", () => {
    expect(
      planned("{ _entities: country __typename: code __proto__: name code__alias_1: alpha3 }"),
    ).toEqual({
      text: "{ _entities_: country __typename_: code __proto___: name code__alias_1_: alpha3 }",
      originals: {
        _entities_: "_entities",
        __typename_: "__typename",
        __proto___: "__proto__",
        code__alias_1_: "code__alias_1",
      },
    });
  });

  it("are the same for the same field under the same name, so that these still merge", () => {
    const text = "{ country { code: name } ...F } fragment F on Query { country { code: name } }";
    expect(planned(text).text).toBe(
      "{ country { code_: name } ...F } fragment F on Query { country { code_: name } }",
    );
  });

  it("are others for other fields under the same name, and none that the document has", () => {
    const text = "{ a: country { code: name code_: code } b: country { code: alpha3 } }";
    expect(planned(text)).toEqual({
      text: "{ a: country { code__: name code_: code } b: country { code___: alpha3 } }",
      originals: { code__: "code", code___: "code" },
    });
  });

  it("replace the variable that names entities", () => {
    const { document, variables } = plannableNames(
      parse("query ($representations: ID!) { country(code: $representations) { code } }"),
      fieldNames,
    );
    expect(print(document)).toMatch(/\(\$representations_: ID!\).*\(code: \$representations_\)/s);
    expect([...variables]).toEqual([["representations", "representations_"]]);
  });
});
