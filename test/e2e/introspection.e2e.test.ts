import { getIntrospectionQuery, type IntrospectionOptions } from "graphql";
import { type Role, roles } from "../../gateway/access/roles";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, type TestHeaders } from "../support/identity";
import captured from "./support/introspection-queries.json";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ gatewayVariables: { OPEN_SCHEMA: "true" } });
});
afterAll(() => graph.stop());

/** Without a token, or with one of a role. */
const callers = ["nobody", ...roles.filter((role) => role !== "app")] as const;
const headersOf = (caller: "nobody" | Role): Promise<TestHeaders> | TestHeaders =>
  caller === "nobody" ? { authorization: undefined } : callerHeaders(caller);

/** Every variant of the query that graphql-js writes, of which most tools send one. */
const options = Object.keys({
  descriptions: true,
  specifiedByUrl: true,
  directiveIsRepeatable: true,
  schemaDescription: true,
  inputValueDeprecation: true,
  oneOf: true,
} satisfies IntrospectionOptions);
const variants = Array.from({ length: 2 ** options.length }, (_unused, chosen) =>
  Object.fromEntries(options.map((name, bit) => [name, (chosen & (2 ** bit)) !== 0])),
);

async function problemsOf(variant: IntrospectionOptions | undefined, headers: TestHeaders) {
  const { errors } = await graph.execute(getIntrospectionQuery(variant), {}, headers);
  return { variant, errors };
}

describe.each(callers)("the schema, asked for by %s", (caller) => {
  it.each(captured)("is shown to $tool", async ({ body: { query, variables } }) => {
    const answer = await graph.execute(query, variables, await headersOf(caller));
    expect(answer.errors).toEqual([]);
    expect(answer.calls).toEqual([]);
  });

  it("is shown to whoever sends the query of graphql-js, with the least and with the most options", async () => {
    const headers = await headersOf(caller);
    for (const variant of [variants.at(0), variants.at(-1)]) {
      expect(await problemsOf(variant, headers)).toEqual({ variant, errors: [] });
    }
  });

  it("is shown as deep as a list of lists", async () => {
    const query = getIntrospectionQuery({ typeDepth: 20 });
    expect((await graph.execute(query, {}, await headersOf(caller))).errors).toEqual([]);
  });
});

it("shows the schema without a token to whoever sends the query of graphql-js, with any of its options", async () => {
  const headers = await headersOf("nobody");
  for (const variant of variants) {
    expect(await problemsOf(variant, headers)).toEqual({ variant, errors: [] });
  }
});

it("says where the values of scalars are specified", async () => {
  const query = `{ __schema { types { kind name specifiedByURL } } }`;
  const { data } = await graph.execute<{
    __schema: { types: { kind: string; name: string; specifiedByURL: string | null }[] };
  }>(query, {}, await headersOf("nobody"));
  const specified = data.__schema.types.filter(({ specifiedByURL }) => specifiedByURL !== null);
  expect(specified.map(({ name }) => name).sort()).toEqual([
    ...["CountryCode", "Date", "DateTime", "PartialDate"],
  ]);
  expect(specified.every(({ specifiedByURL }) => specifiedByURL?.startsWith("https://"))).toBe(
    true,
  );
});

it("does not count the schema that is asked for beside data", async () => {
  const data = `fiscalYear(year: 2023) { name startsOn }`;
  const query = getIntrospectionQuery().replace("__schema", `${data} __schema`);
  const dry = { ...(await callerHeaders("public")), "graph-dry-run": "1" };
  const { extensions } = await graph.execute(query, {}, dry);
  expect(extensions["cost"]).toMatchObject({ fields: 3, withinBudget: true, depth: 2 });
});

describe("the answer about the schema", () => {
  it("is no longer than twice what the longest query of a tool gets, whatever aliases repeat", async () => {
    const headers = await headersOf("nobody");
    const lengthOf = async (query: string) => (await graph.execute(query, {}, headers)).text.length;
    const usual = await lengthOf(getIntrospectionQuery({ inputValueDeprecation: true }));
    const texts = (count: number) =>
      Array.from({ length: count }, (_unused, n) => `d${n}: description`).join(" ");
    for (const count of [1, 2, 4, 8, 15]) {
      const query = `{ __schema { types { ...T fields { ...F args { ...A } } } } } fragment T on __Type { ${texts(count)} }
        fragment F on __Field { description } fragment A on __InputValue { description }`;
      expect(await lengthOf(query)).toBeLessThan(2.5 * usual);
    }
    const wide = `{ __schema { types { fields { type { ...T ofType { ...T ofType { ...T } } } } } } }
      fragment T on __Type { ${texts(15)} }`;
    const { errors, calls } = await graph.execute(wide, {}, headers);
    expect({ errors, calls }).toMatchObject({
      errors: [{ extensions: { code: "QUERY_TOO_COSTLY" } }],
      calls: [],
    });
  });
});
