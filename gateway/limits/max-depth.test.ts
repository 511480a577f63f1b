import fc from "fast-check";
import { buildSchema, parse, validate } from "graphql";
import { maxDepth } from "./max-depth";

const schema = buildSchema("type Query { a: Query  b: Query  leaf: Int }");
const errors = (query: string, limit = 3) =>
  validate(schema, parse(query), [maxDepth(limit)]).map(({ message, extensions }) => [
    message,
    extensions["code"],
  ]);

describe("the depth of a query", () => {
  it.each([
    "{ leaf }",
    "{ a { b { leaf } } }",
    "{ ... on Query { a { ... on Query { b { leaf } } } } }",
    "{ ...F } fragment F on Query { a { b { leaf } } }",
    "{ __schema { types { fields { type { ofType { ofType { name } } } } } } }",
  ])("may be as much as the limit: %s", (query) => {
    expect(errors(query)).toEqual([]);
  });

  it.each([
    "{ a { b { a { leaf } } } }",
    "{ leaf a { x: b { y: a { leaf } } } }",
    "{ a { ...F } } fragment F on Query { b { a { leaf } } }",
    "{ a { ...F } } fragment F on Query { b { ...G } } fragment G on Query { a { leaf } }",
  ])("may not be more, by whatever way: %s", (query) => {
    expect(errors(query)).toEqual([
      ["Expected fields at most 3 deep, received 4.", "QUERY_TOO_DEEP"],
    ]);
  });

  it("ends on fragments in a circle", () => {
    expect(errors("{ ...F } fragment F on Query { a { ...F } }", 50)).toEqual([]);
  });

  it("is that of its deepest field", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (depth, limit) => {
          const query = `{ b { leaf } ${"a { ".repeat(depth - 1)}leaf${" }".repeat(depth - 1)} }`;
          expect(errors(query, limit)).toHaveLength(Math.max(depth, 2) > limit ? 1 : 0);
        },
      ),
    );
  });

  it("is found in documents of any shape: many fragments, operations, fields, and chains of them", () => {
    const web = Array.from(
      { length: 60 },
      (_unused, n) => `fragment F${n} on Query { a { ...F${n + 1} } b { ...F${n + 1} } }`,
    );
    expect(errors(`{ ...F0 } ${web.join(" ")} fragment F60 on Query { leaf }`, 15)).toEqual([
      ["Expected fields at most 15 deep, received 61.", "QUERY_TOO_DEEP"],
    ]);
    const chain = Array.from(
      { length: 20_000 },
      (_unused, n) => `fragment C${n} on Query { ...C${n + 1} }`,
    );
    expect(
      errors(`{ a { ...C0 } } ${chain.join(" ")} fragment C20000 on Query { leaf }`, 15),
    ).toEqual([]);
    expect(errors(`{ ${"leaf ".repeat(150_000)} }`, 15)).toEqual([]);
  });

  it("is measured once for all operations of a document", () => {
    const count = 20_000;
    const document = parse(
      Array.from({ length: count }, (_unused, n) => `query q${n} { leaf }`).join(" "),
    );
    let reads = 0;
    const definitions = new Proxy(document.definitions, {
      get: (target, key) => {
        reads += 1;
        return Reflect.get(target, key) as unknown;
      },
    });
    expect(validate(schema, { ...document, definitions }, [maxDepth(1)])).toEqual([]);
    expect(reads).toBeLessThan(20 * count);
  });
});
