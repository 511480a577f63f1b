import { buildSchema } from "graphql";
import { renamedBack, rewriterOf } from "./rewrites";
import { TypeConditions } from "./type-conditions";

const types = new TypeConditions(
  buildSchema(
    "interface I { a: Int } type A implements I { a: Int } type B { a: Int } type Query { i: I }",
  ),
);

describe("rewrites", () => {
  it("rename in all elements of the types that they are for", () => {
    const value = [
      { __typename: "A", b: 1, __proto__alias: 0 },
      { __typename: "B", b: 2 },
      { list: [], b: 0 },
    ];
    rewriterOf([{ kind: "KeyRenamer", path: ["... on I", "b"], renameKeyTo: "a" }], types)?.(value);
    expect(value).toEqual([
      { __typename: "A", a: 1, __proto__alias: 0, b: undefined },
      { __typename: "B", b: 2 },
      { list: [], a: 0, b: undefined },
    ]);
  });

  it("set values, and say what the caller calls a name", () => {
    const value = { __typename: "A", inner: { __typename: "I" } };
    const rewrites = [
      { kind: "ValueSetter", path: ["inner", "__typename"], setValueTo: "A" },
      { kind: "KeyRenamer", path: ["x__alias_0"], renameKeyTo: "x" },
    ] as const;
    rewriterOf(rewrites, types)?.(value);
    expect(value.inner).toEqual({ __typename: "A" });
    expect(renamedBack(rewrites)).toEqual(new Map([["x__alias_0", "x"]]));
  });

  it("are nothing where there are none", () => {
    expect(rewriterOf([], types)).toBeUndefined();
  });
});
