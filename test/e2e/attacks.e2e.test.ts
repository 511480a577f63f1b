import { mkdtemp, writeFile } from "node:fs/promises";
import path from "node:path";
import { Kind, parse } from "graphql";
import { roles } from "../../gateway/access/roles";
import { formatManifest } from "../../gateway/operations/manifest";
import { operationId } from "../../gateway/operations/operation-id";
import { loadSupergraph } from "../../gateway/supergraph/load-supergraph";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { today } from "../../subgraphs/kit/clock";
import { ask, attempt } from "../support/attempt";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, type TestHeaders, tokenOf } from "../support/identity";
import { testPostgres } from "../support/postgres";

/** Operations of an app whose token lacks what they ask for. */
const spied = {
  FilterByPay: `query FilterByPay($filter: DispatchFilter) { dispatches(first: 1, filter: $filter) { totalCount } }`,
  LiteralPay: `query LiteralPay { dispatches(first: 1, filter: { payRatio: { gte: 100 } }) { totalCount } }`,
  DefaultPay: `query DefaultPay($filter: DispatchFilter = { payRatio: { gte: 100 } }) { dispatches(first: 1, filter: $filter) { totalCount } }`,
  Register: `mutation Register($input: RegisterOfficialInput!) { registerOfficial(input: $input) { userErrors { code } official { name } } }`,
  RegisterBlindly: `mutation RegisterBlindly($input: RegisterOfficialInput!) { registerOfficial(input: $input) { __typename } }`,
} as const;

let graph: TestGraph;
const everybody: TestHeaders = {};
let analyst: TestHeaders;
let dispatchOfficer: TestHeaders;
let cooperationOfficer: TestHeaders;
const spy = async (scope: string) => ({
  authorization: `Bearer ${await tokenOf({ roles: ["app"], client_id: "spy", scope })}`,
  "graph-purpose": "test",
});
beforeAll(async () => {
  const folder = await mkdtemp(path.join(testPostgres().folder, "manifest-"));
  const OPERATIONS_MANIFEST = path.join(folder, "manifest.json");
  const operations = Object.entries(spied).map(([name, body]) => ({
    ...{ id: operationId(body), name, body, clientName: "spy" },
    type: body.startsWith("query") ? ("query" as const) : ("mutation" as const),
  }));
  await writeFile(OPERATIONS_MANIFEST, formatManifest(operations));
  graph = await startTestGraph({ demo: true, gatewayVariables: { OPERATIONS_MANIFEST } });
  analyst = await callerHeaders("analyst");
  dispatchOfficer = await callerHeaders("dispatch-officer");
  cooperationOfficer = await callerHeaders("cooperation-officer");
});
afterAll(() => graph.stop());

const officials = async () =>
  (
    await graph.execute<{ officials: { totalCount: number } }>(
      "{ officials(first: 0) { totalCount } }",
    )
  ).data.officials.totalCount;

describe("what a caller may not see", () => {
  const several = 'query A { country(code: "JP") { code } } query B { officials { totalCount } }';
  const ways: [way: string, query: string, rest?: Record<string, string>][] = [
    ["its name", "{ officials(first: 1) { nodes { name } } }"],
    ["an alias", "{ countries: officials(first: 1) { nodes { code: name } } }"],
    ["a fragment", "{ officials { nodes { ...F } } } fragment F on Official { name }"],
    [
      "fragments in fragments",
      "{ ...A } fragment A on Query { ...B } fragment B on Query { officials { ...C } } fragment C on OfficialConnection { totalCount }",
    ],
    ["inline fragments without type", "{ ... { officials { ... { nodes { ... { name } } } } } }"],
    ["@skip", '{ country(code: "JP") { code } officials @skip(if: true) { totalCount } }'],
    [
      "@include by a variable",
      'query ($no: Boolean = false) { country(code: "JP") { code } ... @include(if: $no) { officials { totalCount } } }',
    ],
    ["its count", "{ officials(first: 0) { totalCount } }"],
    ["cursors", "{ officials { edges { cursor } } }"],
    ["pageInfo", "{ officials { pageInfo { startCursor hasNextPage } } }"],
    ["__typename alone", "{ officials { __typename } }"],
    ["its id", '{ official(id: "1") { __typename } }'],
    ["a shared type", '{ country(code: "US") { dispatches { totalCount } } }'],
    [
      "an agency",
      '{ agency(code: "JP-NPA") { dispatches { totalCount } fellowsSent { totalCount } } }',
    ],
    ["the other operation of a document", several, { operationName: "B" }],
  ];

  it.each(ways)("is refused by %s, and no subgraph is asked", async (_way, query, rest = {}) => {
    for (const headers of [everybody, analyst, cooperationOfficer]) {
      const { status, codes, calls, text } = await ask(graph, headers, query, rest);
      expect({ status, codes, calls, text }).toMatchObject({
        ...{ status: 403, codes: ["FORBIDDEN"], calls: 0 },
        text: expect.not.stringContaining('"data"') as string,
      });
    }
  });

  it("is refused by GET as by POST", async () => {
    for (const [, query, rest = {}] of ways) {
      const parameters = new URLSearchParams({ query, ...rest });
      const address = `/graphql?${parameters.toString()}`;
      expect(await attempt(graph, { method: "GET", address })).toMatchObject({
        ...{ status: 403, codes: ["FORBIDDEN"], calls: 0 },
      });
    }
  });

  it("does not keep a document's other operations from being answered", async () => {
    const { codes } = await ask(graph, everybody, several, { operationName: "A" });
    expect(codes).toEqual(["ANSWERED"]);
  });

  it.each([
    "{ _service { sdl } }",
    '{ _entities(representations: [{ __typename: "Official", id: "1" }]) { __typename } }',
    "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Official { name } } }",
    '{ country(code: "JP") { ... on Official { name } } }',
    "{ officials { nodes { ... on _Entity { __typename } } } }",
  ])("is not reached by what only subgraphs have: %s", async (query) => {
    for (const headers of [everybody, dispatchOfficer]) {
      expect(await ask(graph, headers, query)).toMatchObject({
        ...{ codes: ["GRAPHQL_VALIDATION_FAILED"], calls: 0 },
      });
    }
  });

  it("is hidden behind no interface, because what implements one is published, and behind no union", async () => {
    const { sdl } = await loadSupergraph(path.join(__dirname, "../../schema/supergraph.graphql"));
    const { definitions } = parse(sdl);
    expect(definitions.map(({ kind }) => kind)).not.toContain(Kind.UNION_TYPE_DEFINITION);
    const behind = definitions.flatMap((type) =>
      type.kind === Kind.OBJECT_TYPE_DEFINITION && type.interfaces?.length ? [type.name.value] : [],
    );
    expect(behind.filter((name) => !name.endsWith("FigureAddress"))).toEqual([]);
    const policies = accessPolicies(parse(sdl));
    expect(behind.map((name) => policies.get(name)?.scopes)).toEqual(
      behind.map(() => ["published"]),
    );
  });

  it("is refused in the same words whether it exists or not", async () => {
    const { data } = await graph.execute<{ officials: { nodes: [{ id: string }] } }>(
      "{ officials(first: 1) { nodes { id } } }",
    );
    const [{ id }] = data.officials.nodes;
    const of = async (asked: string) =>
      (
        await ask(graph, analyst, "query ($id: ID!) { official(id: $id) { name } }", {
          variables: { id: asked },
        })
      ).text;
    expect(await of(id)).toBe(await of("999999999"));
    expect(JSON.parse(await of(id))).toEqual({
      errors: [
        {
          message:
            "Expected a caller with dispatch:persons for official, received one with the role analyst.",
          locations: [{ line: 1, column: 20 }],
          path: ["official"],
          extensions: { code: "FORBIDDEN" },
        },
      ],
      extensions: { asOf: today() },
    });
  });

  it.each([
    ["a column of the database", "{ agencies { predecessor_code } }", "GRAPHQL_VALIDATION_FAILED"],
    [
      "a cursor of one's own",
      '{ networkEvents(after: "\' OR 1=1 --") { totalCount } }',
      "INVALID_CURSOR",
    ],
    [
      "a cursor with values of another type",
      `{ networkEvents(after: "${Buffer.from('["NetworkEvent,STARTS_ON","x","y"]').toString("base64url")}") { totalCount } }`,
      "INVALID_CURSOR",
    ],
    [
      "a text no database can hold",
      '{ networkEvents(filter: { title: { contains: "\\u0000" } }) { totalCount } }',
      "BAD_USER_INPUT",
    ],
  ])("is disclosed by no error about %s", async (_what, query, code) => {
    const { codes, text } = await ask(graph, everybody, query);
    expect(codes).toEqual([code]);
    expect(text).not.toMatch(/SELECT|FROM |pg_|postgres|127\.0\.0\.1|node_modules|\.[jt]s:|stack/i);
  });
});

describe("filters and orderings that would disclose a hidden value", () => {
  const pay = { payRatio: { gte: 100 } };

  it("are refused to an app that may not see it, in the document and in variables", async () => {
    const headers = await spy("dispatch:records dispatch:persons");
    const payFilter = async (name: keyof typeof spied, variables: object) => {
      const { codes, calls } = await ask(graph, headers, spied[name], { variables });
      return [...codes, calls];
    };
    expect(await payFilter("LiteralPay", {})).toEqual(["FORBIDDEN", 0]);
    expect(await payFilter("DefaultPay", {})).toEqual(["FORBIDDEN", 0]);
    expect(await payFilter("FilterByPay", { filter: pay })).toEqual(["FORBIDDEN", 0]);
    expect(await payFilter("FilterByPay", { filter: { payRatio: null } })).toEqual([
      "FORBIDDEN",
      0,
    ]);
    expect(await payFilter("FilterByPay", { filter: {} })).toEqual(["ANSWERED", 1]);
    expect(
      await ask(graph, await spy("dispatch:persons dispatch:pay"), spied.LiteralPay),
    ).toMatchObject({ codes: ["ANSWERED"] });
  });

  it("are refused to a municipality that sees listed persons and not their numbers", async () => {
    const municipality = await grantedMunicipality();
    const list = (args: string) => `{ externalPersonnelList(${args}) { totalCount } }`;
    const variable = (type: string) =>
      `query ($v: ${type}) { externalPersonnelList(${type === "ApplicantFilter" ? "filter: $v" : "orderBy: $v"}) { edges { cursor } } }`;
    const attempts = [
      ask(graph, municipality, list('filter: { applicantNumber: { contains: "1" } }')),
      ask(graph, municipality, list("orderBy: [{ by: APPLICANT_NUMBER }]")),
      ask(graph, municipality, variable("ApplicantFilter"), {
        variables: { v: { applicantNumber: { contains: "1" } } },
      }),
      ask(graph, municipality, variable("[ApplicantOrder!]"), {
        variables: { v: [{ by: "APPLICANT_NUMBER" }] },
      }),
      ask(graph, municipality, variable("[ApplicantOrder!]"), {
        variables: { v: { by: "APPLICANT_NUMBER" } },
      }),
    ];
    for (const { codes, calls } of await Promise.all(attempts)) {
      expect([...codes, calls]).toEqual(["FORBIDDEN", 0]);
    }
  });

  it("stand in no cursor", async () => {
    const { text } = await ask(
      graph,
      await grantedMunicipality(),
      "{ externalPersonnelList(first: 3) { edges { cursor node { id nameKana } } } }",
    );
    const { data } = JSON.parse(text) as {
      data: {
        externalPersonnelList: {
          edges: { cursor: string; node: { id: string; nameKana: string } }[];
        };
      };
    };
    const { edges } = data.externalPersonnelList;
    expect(edges).toHaveLength(3);
    for (const { cursor, node } of edges) {
      const read = Buffer.from(cursor, "base64url");
      for (const value of [node.nameKana, node.id]) expect(read.includes(value)).toBe(false);
    }
  });
});

/** A municipality that the synthetic records grant the external personnel list. */
async function grantedMunicipality(): Promise<TestHeaders> {
  const { data } = await graph.execute<{
    listRequests: { nodes: [{ municipality: { code: string } }] };
  }>(
    "{ listRequests(first: 1, filter: { state: { eq: GRANTED } }) { nodes { municipality { code } } } }",
  );
  const { code } = data.listRequests.nodes[0].municipality;
  const token = await tokenOf({ roles: ["municipality"], municipality: code });
  return { authorization: `Bearer ${token}`, "graph-purpose": "test" };
}

describe("other people's rows", () => {
  it("are not a municipality's that was not granted the list, nor anybody's whose token names none", async () => {
    const token = await tokenOf({ roles: ["municipality"], municipality: "999999" });
    const headers = { authorization: `Bearer ${token}`, "graph-purpose": "test" };
    const query = "{ externalPersonnelList { totalCount } }";
    expect(await ask(graph, headers, query)).toMatchObject({ codes: ["LIST_NOT_GRANTED"] });
  });

  it.each([
    '{ municipality(code: "011002") { engagements { totalCount } } }',
    '{ municipality(code: "011002") { engagementHistory { nodes { role } } } }',
    '{ municipality(code: "011002") { listRequests { nodes { state } } } }',
    '{ externalPersonnelList(first: 1) { nodes { engagements { municipality { listRequests { totalCount } } } } } municipality(code: "011002") { listRequests { totalCount } } }',
  ])("are not another municipality's: %s", async (query) => {
    const { codes, text } = await ask(graph, await grantedMunicipality(), query);
    expect(codes).toContain("FORBIDDEN");
    expect(text).not.toContain("GRANTED");
  });

  it("are not the public's while nobody has published them, by id, filter or count", async () => {
    const { data } = await graph.execute<{
      networkEvents: { totalCount: number; nodes: { id: string; title: string; source: null }[] };
    }>("{ networkEvents(first: 500) { totalCount nodes { id title source { id } } } }");
    const hidden = data.networkEvents.nodes.filter(({ source }) => source === null);
    expect(hidden.length).toBeGreaterThan(0);
    const published = await ask(
      graph,
      everybody,
      "{ networkEvents(first: 500) { totalCount nodes { source { id } } } }",
    );
    expect(published.text).toContain(
      `"totalCount":${data.networkEvents.totalCount - hidden.length}`,
    );
    expect(published.text).not.toContain('"source":null');
    for (const { id, title } of hidden.slice(0, 3)) {
      const { text } = await ask(
        graph,
        everybody,
        `query ($id: ID!, $title: String!) { networkEvent(id: $id) { title }
           networkEvents(filter: { title: { eq: $title }, startsOn: { gte: "1900-01-01" } }) { nodes { id } } }`,
        { variables: { id, title } },
      );
      expect(text).toContain('"networkEvent":null');
      expect(text).not.toContain(`"id":"${id}"`);
    }
  });
});

describe("a change", () => {
  const register = (payload: string, ...others: string[]) =>
    `mutation {
       registerOfficial(input: { personnelNumber: "X-9", name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" }) ${payload}
       ${others.join(" ")} }`;

  it("is made by nobody without the right to change, and nothing is changed", async () => {
    const before = await officials();
    const others = roles.filter((role) => !["dispatch-officer", "app"].includes(role));
    for (const role of others) {
      const headers = role === "public" ? everybody : await callerHeaders(role);
      for (const payload of ["{ userErrors { code } }", "{ __typename }"]) {
        expect(await ask(graph, headers, register(payload))).toMatchObject({
          ...{ status: 403, codes: ["FORBIDDEN"], calls: 0 },
        });
      }
    }
    expect(await officials()).toBe(before);
  });

  it("is not made where its answer would disclose what the caller may not read", async () => {
    const before = await officials();
    const input = {
      personnelNumber: "X-1",
      name: "架空 次郎",
      homeAgency: "JP-MOF",
      from: "2019-04-01",
    };
    const headers = await spy("dispatch:changes dispatch:records");
    for (const name of ["Register", "RegisterBlindly"] as const) {
      expect(await ask(graph, headers, spied[name], { variables: { input } })).toMatchObject({
        ...{ status: 403, codes: ["FORBIDDEN"], calls: 0 },
      });
    }
    expect(await officials()).toBe(before);
  });

  it("is not made where another one beside it is refused, nor without a purpose", async () => {
    const before = await officials();
    const cohort = `openCohort(input: { program: "X", number: 99, startsOn: "2030-01-01", endsOn: "2031-01-01" }) { __typename }`;
    const { codes, calls } = await ask(
      graph,
      dispatchOfficer,
      register("{ official { id } }", cohort),
    );
    expect([...codes, calls]).toEqual(["FORBIDDEN", 0]);
    const silent = { ...dispatchOfficer, "graph-purpose": undefined };
    expect(await ask(graph, silent, register("{ official { id } }"))).toMatchObject({
      ...{ codes: ["PURPOSE_REQUIRED"], calls: 0 },
    });
    expect(await officials()).toBe(before);
  });

  it("is not made by GET", async () => {
    const before = await officials();
    const address = `/graphql?${new URLSearchParams({ query: register("{ official { id } }") }).toString()}`;
    const { status, calls } = await attempt(graph, {
      ...{ method: "GET", address },
      headers: { ...dispatchOfficer, "apollo-require-preflight": "true" },
    });
    expect({ status, calls }).toEqual({ status: 405, calls: 0 });
    expect(await officials()).toBe(before);
  });
});

describe("operations registered for another app", () => {
  it("are not run by their hash or text, and a caller without them learns nothing of the schema", async () => {
    const token = await tokenOf({ roles: ["app"], client_id: "other", scope: "dispatch:persons" });
    const headers = { authorization: `Bearer ${token}`, "graph-purpose": "test" };
    const sha256Hash = operationId(spied.LiteralPay);
    const bodies = [
      { query: spied.LiteralPay },
      { extensions: { persistedQuery: { version: 1, sha256Hash } } },
      { query: "{ official { nam } }" },
      { query: "{ __schema { queryType { name } } }" },
    ];
    for (const body of bodies) {
      expect(await attempt(graph, { headers, body: JSON.stringify(body) })).toMatchObject({
        ...{ status: 403, codes: ["OPERATION_NOT_REGISTERED"], calls: 0 },
      });
    }
  });

  it("are as restricted as their text to everybody else who has their hash", async () => {
    const sha256Hash = operationId(spied.LiteralPay);
    const body = JSON.stringify({ extensions: { persistedQuery: { version: 1, sha256Hash } } });
    for (const headers of [everybody, analyst]) {
      expect(await attempt(graph, { headers, body })).toMatchObject({
        ...{ status: 403, codes: ["FORBIDDEN"], calls: 0 },
      });
    }
  });
});
