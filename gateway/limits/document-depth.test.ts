import fc from "fast-check";
import { Kind, parse } from "graphql";
import { documentDepth, selectionDepths } from "./document-depth";

const depth = (query: string) => documentDepth(parse(query));

describe("the depth of a document", () => {
  it.each([
    ["{ leaf }", 1],
    ["{ a { b { leaf } } }", 3],
    ["{ ... on Query { a { ... on Query { b { leaf } } } } }", 3],
    ["{ ...F } fragment F on Query { a { b { leaf } } }", 3],
    ["{ a { ...F } } fragment F on Query { b { ...G } } fragment G on Query { a { leaf } }", 4],
    ["{ leaf a { x: b { y: a { leaf } } } }", 4],
    ["{ __schema { types { fields { type { ofType { ofType { name } } } } } } }", 0],
    ["{ ...F } fragment F on Query { a { ...F } }", 1],
  ])("of %s is %i", (query, expected) => {
    expect(depth(query)).toBe(expected);
  });

  it("is known of each selection at the top", () => {
    const document = parse("{ leaf ...F a { leaf } } fragment F on Query { a { b { leaf } } }");
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("No operation.");
    expect([...selectionDepths(document, operation).values()]).toEqual([1, 3, 2]);
  });

  it("is that of its deepest field", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (deep) => {
        const query = `{ b { leaf } ${"a { ".repeat(deep - 1)}leaf${" }".repeat(deep - 1)} }`;
        expect(depth(query)).toBe(Math.max(deep, 2));
      }),
    );
  });

  it("is found in documents of any shape: many fragments, fields, and chains of them", () => {
    const numbers = (count: number) => Array.from({ length: count }, (_unused, n) => n);
    const web = numbers(60).map(
      (n) => `fragment F${n} on Query { a { ...F${n + 1} } b { ...F${n + 1} } }`,
    );
    expect(depth(`{ ...F0 } ${web.join(" ")} fragment F60 on Query { leaf }`)).toBe(61);
    const chain = numbers(20_000).map((n) => `fragment C${n} on Query { ...C${n + 1} }`);
    expect(depth(`{ a { ...C0 } } ${chain.join(" ")} fragment C20000 on Query { leaf }`)).toBe(2);
    expect(depth(`{ ${"leaf ".repeat(150_000)} }`)).toBe(1);
  });
});
