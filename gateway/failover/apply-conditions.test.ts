import { parse, print } from "graphql";
import {
  applyConditions,
  conditionsKey,
  conditionVariables,
  type VariableValues,
} from "./apply-conditions";

const applied = (query: string, variables: VariableValues = {}) =>
  print(applyConditions(parse(query), variables)).replace(/\s+/g, " ");

describe("conditions of an operation", () => {
  const query = `query ($a: Boolean!, $b: Boolean = true) {
    x @include(if: $a) y @skip(if: $b) ... @include(if: $a) { z } ...F @skip(if: $a)
  } fragment F on Query { w }`;

  it("leave out what the caller does not want", () => {
    expect(applied(query, { a: false, b: false })).toContain("{ y @skip(if: $b) ...F @skip");
    expect(applied(query, { a: true, b: false })).toContain("{ x @include(if: $a) y @skip");
    expect(applied(query, { a: true, b: false })).not.toContain("...F");
  });

  it("fall back on the variable's default", () => {
    expect(applied(query, { a: true })).not.toContain("y @skip");
  });

  it("may be written out", () => {
    expect(applied(`{ a @skip(if: true) b @include(if: false) c @skip(if: false) }`)).toBe(
      "{ c @skip(if: false) }",
    );
  });

  it("leave an operation without them as it is", () => {
    expect(applied(`{ a @deprecated { b } }`)).toBe("{ a @deprecated { b } }");
  });

  it("are remembered by the variables that decide them, and no other", () => {
    const names = conditionVariables(parse(query));
    expect(names).toEqual(["a", "b"]);
    const key = (variables: VariableValues) => conditionsKey(names, variables);
    expect(key({ a: true, more: true, text: "x" })).toBe(key({ text: "y", more: false, a: true }));
    const keys = [{ a: true }, { a: false }, { b: true }, { a: true, b: false }, {}].map(key);
    expect(new Set(keys).size).toBe(5);
  });
});
