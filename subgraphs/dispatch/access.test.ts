import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { made } from "../../test/support/mutate";
import { dispatch } from "./dispatch";

describe("dispatch, to a caller whom the gateway has let through", () => {
  let subgraph: TestSubgraph;
  beforeAll(async () => {
    subgraph = await startTestSubgraph(dispatch);
  });
  afterAll(() => subgraph.stop());

  const withScopes = (...scopes: string[]) => subgraph.asCaller({ scopes: new Set(scopes) });
  const codes = ({ errors }: { errors: readonly { extensions?: Record<string, unknown> }[] }) =>
    errors.map(({ extensions }) => extensions?.["code"]);

  it("refuses what the policies do not open, without asking its database", async () => {
    const analyst = withScopes("published", "dispatch:records");
    for (const query of [
      "{ officials { nodes { name } } }",
      "{ all: officials { totalCount } }",
      "{ ...f } fragment f on Query { dispatches { __typename } }",
      '{ _entities(representations: [{ __typename: "Country", code: "FR" }]) { ... on Country { dispatches { totalCount } } } }',
      'mutation { registerOfficial(input: { personnelNumber: "A", name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" }) { userErrors { code } } }',
    ]) {
      const answer = await analyst.execute(query);
      expect(codes(answer)).toEqual(["FORBIDDEN"]);
      expect(answer.statements).toEqual([]);
    }
    const { data, errors } = await analyst.execute<{ organizations: { totalCount: number } }>(
      "{ organizations { totalCount } dispatchRegions { code } }",
    );
    expect(errors).toEqual([]);
    expect(data.organizations.totalCount).toBe(0);
  });

  it("refuses hidden filters wherever they stand", async () => {
    const withoutPay = withScopes("published", "dispatch:records", "dispatch:persons");
    const inDocument = "{ dispatches(filter: { payRatio: { gte: 50 } }) { totalCount } }";
    const inVariable = "query ($f: DispatchFilter) { dispatches(filter: $f) { totalCount } }";
    expect(codes(await withoutPay.execute(inDocument))).toEqual(["FORBIDDEN"]);
    expect(codes(await withoutPay.execute(inVariable, { f: { payRatio: { eq: 1 } } }))).toEqual([
      "FORBIDDEN",
    ]);
    expect(codes(await withoutPay.execute(inVariable, { f: { post: { eq: "x" } } }))).toEqual([]);
  });

  it("gives its schema to nobody", async () => {
    expect(codes(await subgraph.execute("{ _service { sdl } }"))).toEqual(["FORBIDDEN"]);
    const introspection = await subgraph.execute("{ __schema { queryType { name } } }");
    expect(introspection.errors).toHaveLength(1);
  });

  it("says whose data an answer holds, however they are reached", async () => {
    const register = (personnelNumber: string) =>
      made(
        subgraph,
        "registerOfficial",
        { personnelNumber, name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" },
        "official { id version }",
      );
    const [one, other] = [await register("A-1"), await register("A-2")];
    const personsOf = async (query: string) =>
      (await subgraph.execute(query)).extensions["persons"];
    const both = [`official:${one.id}`, `official:${other.id}`].sort();
    expect(await personsOf("{ officials { nodes { __typename } } }")).toEqual(both);
    expect(await personsOf("{ officials { edges { node { version } } } }")).toEqual(both);
    expect(await personsOf(`{ official(id: "${one.id}") { name } }`)).toEqual([
      `official:${one.id}`,
    ]);
    expect(await personsOf("{ officials { totalCount } }")).toEqual(both);
    expect(await personsOf("{ officials(first: 0) { pageInfo { hasNextPage } } }")).toHaveLength(1);
    expect(
      await personsOf('{ officials(filter: { personnelNumber: { eq: "A-2" } }) { totalCount } }'),
    ).toEqual([`official:${other.id}`]);
    expect(await personsOf("{ organizations { nodes { id } } }")).toBeUndefined();
  });
});
