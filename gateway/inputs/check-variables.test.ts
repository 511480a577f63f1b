import {
  buildSchema,
  GraphQLInputObjectType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  Kind,
  parse,
} from "graphql";
import { DateScalar } from "../../subgraphs/kit/graphql/scalars";
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

  it.each([
    { numbers: Array.from({ length: 1_000 }, () => 1) },
    { any: "x".repeat(10_000) },
    { any: Array.from({ length: 9 }, () => Array.from({ length: 1_000 }, () => 1)) },
    { any: Array.from({ length: 1_000 }, () => "x".repeat(200)) },
  ])("may be as large as the longest filter: %#", (variables) => {
    expect(check(variables)).not.toThrow();
  });

  it.each([
    [
      "a list",
      { any: { in: Array.from({ length: 240_000 }, () => "x") } },
      "Expected at most 1000 elements in $any.in, received 240000.",
    ],
    [
      "a text",
      { any: [{ note: "x".repeat(1_000_000) }] },
      "Expected a text of at most 10000 characters in $any[0].note, received one of 1000000.",
    ],
    [
      "a name",
      { any: { ["x".repeat(10_001)]: 1 } },
      "Expected a name of at most 10000 characters in $any, received one of 10001.",
    ],
    [
      "the values together",
      { any: Array.from({ length: 10 }, () => Array.from({ length: 1_000 }, () => 1)) },
      "Expected at most 10000 values in all variables together, received more, up to $any[9][989].",
    ],
    [
      "the texts together",
      { a: Array.from({ length: 26 }, () => "x".repeat(10_000)) },
      "Expected texts of at most 250000 characters in all variables together, received more, up to $a[24].",
    ],
  ])("are refused before they are looked at where %s is too long", (_what, variables, message) => {
    expect(check(variables)).toThrow(message);
  });

  it("are refused with the first that does not fit its type, however many there are", () => {
    expect(check({ numbers: Array.from({ length: 1_000 }, () => "one") })).toThrow(
      'Variable "$numbers" got invalid value "one" at "numbers[0]"; Int cannot represent non-integer value: "one"',
    );
  });

  it("say once what a scalar has received, and where in the variable", () => {
    const period = new GraphQLInputObjectType({
      name: "Period",
      fields: { from: { type: DateScalar } },
    });
    const ofDays = new GraphQLSchema({
      query: new GraphQLObjectType({
        name: "Query",
        fields: {
          of: { type: GraphQLString, args: { day: { type: DateScalar }, in: { type: period } } },
        },
      }),
    });
    const query = parse("query ($day: Date, $in: Period) { of(day: $day, in: $in) }");
    const [ofQuery] = query.definitions;
    const message = (variables: Readonly<Record<string, unknown>>) => () => {
      if (ofQuery?.kind !== Kind.OPERATION_DEFINITION) throw new Error("no operation");
      checkVariables(ofDays, query, ofQuery, variables);
    };
    const expected = 'Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received';
    expect(message({ day: "2013-02-30" })).toThrow(
      new Error(`Variable "$day": ${expected} "2013-02-30".`),
    );
    expect(message({ in: { from: '; 31 at "x"; ' } })).toThrow(
      new Error(`Variable "$in" at "in.from": ${expected} ${JSON.stringify('; 31 at "x"; ')}.`),
    );
  });
});
