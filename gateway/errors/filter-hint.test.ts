import { buildSchema, coerceInputValue, type GraphQLInputType, parse, validate } from "graphql";
import { withFilterHint } from "./filter-hint";

const schema = buildSchema(`
  type Query { a(filter: F): Int }
  input F { year: IntFilter, name: StringFilter }
  input IntFilter { eq: Int in: [Int!] }
  input StringFilter { eq: String in: [String!] }
`);
const ofLiteral = (filter: string) =>
  validate(schema, parse(`{ a(filter: ${filter}) }`)).map(({ message }) =>
    withFilterHint(message, schema),
  );
const ofVariable = (type: string, value: unknown) => {
  let told = "";
  coerceInputValue(value, schema.getType(type) as GraphQLInputType, (_path, invalid, error) => {
    told = `Variable "$f" got invalid value ${JSON.stringify(invalid)} at "f.x"; ${error.message}`;
  });
  return withFilterHint(told, schema);
};

describe("a value in the place of a condition", () => {
  it.each([
    ["{ year: 2013 }", 'Expected value of type "IntFilter" such as {eq: 2013}, found 2013.'],
    ['{ name: "x" }', 'Expected value of type "StringFilter" such as {eq: "x"}, found "x".'],
    ["{ year: [1, 2] }", 'Expected value of type "IntFilter" such as {in: [1, 2]}, found [1, 2].'],
  ])("is shown as a condition: %s", (filter, message) => {
    expect(ofLiteral(filter)).toEqual([message]);
  });

  it("is shown so in variables", () => {
    expect(ofVariable("IntFilter", 2013)).toBe(
      'Variable "$f" got invalid value 2013 at "f.x"; Expected type "IntFilter" to be an object such as {eq: 2013}.',
    );
  });

  it("has no example where a filter has no conditions of its own, or the value is long", () => {
    expect(ofLiteral("3")).toEqual(['Expected value of type "F", found 3.']);
    expect(ofLiteral(`{ name: "${"x".repeat(100)}" }`)[0]).toContain("such as {eq: …}, found");
    expect(withFilterHint("Expected something else.", schema)).toBe("Expected something else.");
  });
});
