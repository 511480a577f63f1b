import {
  buildSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from "graphql";
import { AccessGuard } from "./access-guard";
import { accessDirective, accessPolicies } from "./access-policy";
import type { Caller } from "../caller";

const sdl = `
${accessDirective}
type Query @access(scopes: ["published"]) {
  country(code: String): Country
  officials(filter: OfficialFilter, orderBy: OfficialOrder): [Official!]
  search: [Found!]
  named: [Named!]
  secret: Secret
  unmarked: Unmarked
  payless: Int @access(scopes: ["pay"], personal: true)
}
type Mutation { dismiss(id: ID!): Country @access(scopes: ["changes"]) forget: Country }
interface Named { name: String }
type Country implements Named @access(scopes: ["published"]) { name: String officials: [Official!] }
type Official implements Named @access(scopes: ["persons"], personal: true) {
  name: String
  pay: Int @access(scopes: ["pay"], personal: true)
  country: Country
}
type Secret @access(scopes: []) { text: String }
type Unmarked { text: String }
union Found = Country | Official
input OfficialFilter { name: String pay: Int @access(scopes: ["pay"], personal: true) all: [OfficialFilter!] }
input OfficialOrder { by: OfficialOrderField! }
enum OfficialOrderField { NAME PAY @access(scopes: ["pay"], personal: true) }
`;
const schema = buildSchema(sdl);
const guard = new AccessGuard({ schema, policies: accessPolicies(parse(sdl)) });

function given(text: string, variables: Record<string, unknown> = {}, name?: string) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const operation = getOperationAST(document, name) as OperationDefinitionNode;
  return { document, operation, variables };
}

function callerWith(...scopes: string[]): Caller {
  return { subject: "somebody", roles: ["tester"], scopes: new Set(scopes), attributes: {} };
}

function refused(text: string, scopes: readonly string[], variables?: Record<string, unknown>) {
  try {
    guard.admit(given(text, variables), callerWith(...scopes));
    return undefined;
  } catch (error) {
    return error instanceof Error ? / for ([^,]+), received/.exec(error.message)?.[1] : error;
  }
}

describe("what an operation asks for", () => {
  it.each([
    ["a field of a type that is open to the caller", "{ country { name } }", undefined],
    ["a type that is not", "{ officials { name } }", "officials"],
    ["under an alias", "{ country: officials { name } }", "country"],
    ["that is skipped", "{ officials @skip(if: true) { name } }", "officials"],
    ["that is not included", "{ officials @include(if: false) { __typename } }", "officials"],
    ["only by its typename", "{ officials { __typename } }", "officials"],
    ["below a type that is open", "{ country { officials { name } } }", "country.officials"],
    ["in a fragment", "{ ...all } fragment all on Query { officials { name } }", "officials"],
    [
      "in a fragment of a fragment",
      "{ ...a } fragment a on Query { ...b } fragment b on Query { officials { name } }",
      "officials",
    ],
    ["in an inline fragment", "{ ... { officials { name } } }", "officials"],
    ["as one type of a union", "{ search { ... on Official { name } } }", "search"],
    ["as a union that could hold it", "{ search { __typename } }", "search"],
    ["as an interface that it implements", "{ named { name } }", "named"],
    ["through a fragment on an interface", "{ country { ... on Named { name } } }", "country"],
    ["with a policy that lets nobody in", "{ secret { text } }", "secret"],
    ["without a policy", "{ unmarked { text } }", "unmarked"],
    ["in a field of its own policy", "{ payless }", "payless"],
    ["in a mutation of its own policy", "mutation { dismiss(id: 1) { name } }", "dismiss"],
    ["in a mutation without one", "mutation { forget { name } }", "forget"],
  ])("is refused or not: %s", (_, text, place) => {
    expect(refused(text, ["published"])).toBe(place);
  });

  it("is let in by any one scope of each policy", () => {
    expect(refused("{ officials { name pay } }", ["published", "persons"])).toBe("officials.pay");
    expect(refused("{ officials { name pay } }", ["published", "persons", "pay"])).toBeUndefined();
    expect(refused("{ payless }", ["pay"])).toBe("payless");
  });

  const officer = ["published", "persons"];
  it.each([
    ["a filter", "{ officials(filter: { pay: 3 }) { name } }", {}],
    ["a nested filter", "{ officials(filter: { all: [{ all: { pay: 3 } }] }) { name } }", {}],
    [
      "a filter in a variable",
      "query ($f: OfficialFilter) { officials(filter: $f) { name } }",
      { f: { pay: null } },
    ],
    [
      "a nested filter in a variable",
      "query ($f: OfficialFilter) { officials(filter: $f) { name } }",
      { f: { all: [{ all: { pay: 1 } }] } },
    ],
    [
      "a filter partly in a variable",
      "query ($f: [OfficialFilter!]) { officials(filter: { all: $f }) { name } }",
      { f: { pay: 1 } },
    ],
    [
      "a filter in a variable's default",
      "query ($f: OfficialFilter = { pay: 1 }) { officials(filter: $f) { name } }",
      {},
    ],
  ])("is refused where a hidden field is used in %s", (_, text, variables) => {
    expect(refused(text, officer, variables)).toBe("pay in officials");
    expect(refused(text, [...officer, "pay"], variables)).toBeUndefined();
  });

  it.each([
    ["in the document", "{ officials(orderBy: { by: PAY }) { name } }", {}],
    [
      "in a variable",
      "query ($by: OfficialOrderField!) { officials(orderBy: { by: $by }) { name } }",
      { by: "PAY" },
    ],
  ])("is refused where it orders by a hidden field %s", (_, text, variables) => {
    expect(refused(text, officer, variables)).toBe("PAY in officials");
  });

  it("takes variables of any shape, for others to refuse", () => {
    const query =
      "query ($f: OfficialFilter, $l: [OfficialFilter!]) { a: officials(filter: $f) { name } b: officials(filter: { all: $l }) { name } }";
    for (const value of [
      null,
      1,
      "text",
      [],
      [[]],
      { other: 1 },
      [{ all: "x" }],
      Object.create(null),
    ]) {
      expect(refused(query, officer, { f: value, l: value })).toBeUndefined();
    }
  });

  it("is that of the operation that runs, not of others beside it", () => {
    const text = "query open { country { name } } query closed { officials { name } }";
    const caller = callerWith("published");
    expect(() => guard.admit(given(text, {}, "open"), caller)).not.toThrow();
    expect(() => guard.admit(given(text, {}, "closed"), caller)).toThrow("for officials,");
  });

  it("says which fields are about persons, and whether the schema is asked for", () => {
    const text =
      "{ __schema { types { name } } country { name officials { name pay country { name } } } }";
    expect(guard.accessOf(given(text))).toMatchObject({
      introspects: true,
      personalFields: ["Official", "Official.country", "Official.name", "Official.pay"],
    });
    expect(guard.accessOf(given("{ country { name __typename } }"))).toMatchObject({
      introspects: false,
      personalFields: [],
    });
  });

  const everybody = callerWith("published", "persons", "pay");
  it("says which inputs are about persons, in the document and in variables", () => {
    const text =
      "query ($f: OfficialFilter) { officials(filter: $f, orderBy: { by: PAY }) { __typename } }";
    expect(guard.admit(given(text, { f: { pay: 1, name: "x" } }), everybody)).toEqual([
      "Official",
      "OfficialFilter.pay",
      "OfficialOrderField.PAY",
    ]);
  });

  it("is found in time in proportion to the document, however fragments spread one another", () => {
    const count = 300;
    const fragments = Array.from({ length: count }, (_, index) =>
      index === count - 1
        ? `fragment f${index} on Country { name }`
        : `fragment f${index} on Country { ...f${index + 1} a: name ...f${index + 1} }`,
    );
    const document = parse(`{ country { ...f0 } } ${fragments.join(" ")}`);
    const operation = getOperationAST(document) as OperationDefinitionNode;
    expect(guard.accessOf({ document, operation }).personalFields).toEqual([]);
  });
});
