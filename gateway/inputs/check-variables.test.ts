import { buildSchema, Kind, parse } from "graphql";
import { checkVariables } from "./check-variables";

const schema = buildSchema("scalar Any type Query { of(numbers: [Int!], any: Any): Int }");
const document = parse("query ($numbers: [Int!], $any: Any) { of }");
const [operation] = document.definitions;
const check = (variables: Readonly<Record<string, unknown>>) => () => {
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
  checkVariables(schema, document, operation, variables);
};
const nested = (depth: number): unknown => JSON.parse("[".repeat(depth) + "]".repeat(depth));

describe("variables", () => {
  it.each([{}, { any: null, b: "text", c: [1, { d: [] }] }, { any: nested(100) }])(
    "may be nested as deep as 100: %#",
    (variables) => {
      expect(check(variables)).not.toThrow();
    },
  );

  it.each([{ any: nested(101) }, { b: 1, c: { d: nested(100_000) } }])(
    "may not be nested deeper, whether they are used or not: %#",
    (variables) => {
      expect(check(variables)).toThrow(
        "Expected variables nested at most 100 deep, received deeper ones.",
      );
    },
  );

  it("are refused with the first that does not fit its type, however many there are", () => {
    expect(check({ numbers: Array.from({ length: 300_000 }, () => "one") })).toThrow(
      'Variable "$numbers" got invalid value "one" at "numbers[0]"; Int cannot represent non-integer value: "one"',
    );
  });
});
