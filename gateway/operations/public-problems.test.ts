import { buildSchema, Source } from "graphql";
import type { AccessPolicies, AccessPolicy } from "../../subgraphs/kit/access/access-policy";
import { checkDocument } from "./operation-document";
import { publicProblems } from "./public-problems";
import { hasParts } from "./unmarked-parts";

const schema = buildSchema(`
  type Query { people(first: Int, colour: Colour, filter: Filter): People, figures(years: [Int!]): Figures, one: Person }
  type Mutation { change: Int }
  enum Colour { RED }
  input Filter { a: Int }
  type People { nodes: [Person!]!, pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean!, endCursor: String }
  type Person { name: String, pay: Int, friends: [Person!] }
  type Figures { rows: [Row!]!, remainder: Remainder, unit: String }
  type Remainder { rows: Int }
  type Row { count: Cell! }
  type Cell { value: Int, suppressed: Boolean!, lower: Int }
`);
const open: AccessPolicy = { scopes: ["published"], personal: false };
const types = ["Query", "People", "PageInfo", "Person", "Figures", "Remainder", "Row", "Cell"];
const openPolicies: AccessPolicies = new Map(types.map((type) => [type, open] as const));

const problemsOf = (body: string, described: string[] = [], policies = openPolicies) => {
  const { operation, problems } = checkDocument(new Source(body), schema);
  if (!operation) throw new Error(problems.join());
  const parameters = described.map((name) => ({ name, en: "a", ja: "b", example: "1" }));
  const told = { address: "a", description: { en: "a", ja: "b" }, parameters };
  return publicProblems(told, operation, { schema, policies });
};
const whole = "nodes { name } pageInfo { hasNextPage }";

describe("an operation that everybody can ask at an address", () => {
  it("has no problem where it is open, has one table, and says what it leaves out", () => {
    expect(problemsOf(`query A { people { ${whole} } }`)).toEqual([]);
    expect(
      problemsOf(
        "query A($years: [Int!]!) { figures(years: $years) { rows { count { value suppressed } } remainder { rows } } }",
        ["years"],
      ),
    ).toEqual([]);
  });

  it("has one once the schema no longer opens it to everybody", () => {
    const closed = (policy: AccessPolicy) => new Map([...openPolicies, ["Person.name", policy]]);
    const body = `query A { people { ${whole} } }`;
    expect(problemsOf(body, [], closed({ scopes: ["office:records"], personal: false }))).toEqual([
      expect.stringContaining("Expected a caller with office:records for people.nodes.name"),
    ]);
    expect(problemsOf(body, [], closed({ scopes: [], personal: false }))).toEqual([
      expect.stringContaining("a scope nobody has"),
    ]);
    expect(problemsOf(body, [], closed({ scopes: ["published"], personal: true }))).toEqual([
      "expected nothing about persons, received Person.name, which needs a purpose",
    ]);
    const unknown = new Map([...openPolicies].filter(([type]) => type !== "Person"));
    expect(problemsOf(body, [], unknown)).toEqual([expect.stringContaining("Expected a caller")]);
  });

  it.each([
    ["mutation A { change }", "expected a query, received a mutation"],
    ["query A { __schema { description } }", "expected no question about the schema"],
    ["query A { people { nodes { name } } }", "expected pageInfo { hasNextPage } beside nodes"],
    ["query A { people { nodes { name } pageInfo { endCursor } } }", "beside nodes of People"],
    ["query A { people { nodes { name } pageInfo { a: hasNextPage } } }", "beside nodes of People"],
    [
      "query A { people { nodes { name } pageInfo { hasNextPage @skip(if: true) } } }",
      "beside nodes of People",
    ],
    [
      "query A { people { nodes { name } ...F } } fragment F on People { pageInfo { hasNextPage } }",
      "beside nodes",
    ],
    [
      "query A { figures { rows { count { value suppressed } } } }",
      "expected remainder { rows } beside rows",
    ],
    [
      "query A { figures { rows { count { value } } remainder { rows } } }",
      "Expected suppressed beside",
    ],
    [`query A { people { ${whole} } b: people { ${whole} } }`, "csv holds one table"],
    [
      `query A { people { nodes { name friends { name } } pageInfo { hasNextPage } } }`,
      "csv holds one table",
    ],
    [
      `query A($filter: Filter) { people(filter: $filter) { ${whole} } }`,
      "expected $filter to be a value",
    ],
    [
      `query A($first: Int) { people(first: $first) { ${whole} } }`,
      "expected parameters to describe $first",
    ],
    [
      `query A($language: Int) { people(first: $language) { ${whole} } }`,
      "expected another name than $language",
    ],
    [
      `query A($__proto__: Int) { people(first: $__proto__) { ${whole} } }`,
      "expected another name than $__proto__",
    ],
  ])("cannot be %s", (body, problem) => {
    expect(problemsOf(body).join("\n")).toContain(problem);
  });

  it("describes its own parameters, each once", () => {
    const body = `query A($first: Int) { people(first: $first) { ${whole} } }`;
    expect(problemsOf(body, ["first", "first", "more"])).toEqual([
      "expected $first to be described once",
      "expected a variable $more, as it is described",
    ]);
  });
});

it("knows an answer that is a part", () => {
  expect(hasParts({ people: { nodes: [], pageInfo: { hasNextPage: false } } })).toBe(false);
  expect(hasParts({ figures: { rows: [], remainder: null } })).toBe(false);
  expect(hasParts({ a: [{ people: { pageInfo: { hasNextPage: true } } }] })).toBe(true);
  expect(hasParts({ figures: { rows: [], remainder: { rows: 3 } } })).toBe(true);
  expect(hasParts({ figures: { rows: [], remainder: { rows: null } } })).toBe(false);
  expect(hasParts(null)).toBe(false);
});
