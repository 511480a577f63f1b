import { decodeJwt } from "jose";
import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship]);
});
beforeEach(() => graph.reset());
afterAll(() => graph.stop());

const across = `{ fiscalYear(year: 2023) {
  name(language: JA) solicitation { opensOn } dispatchFigures cohorts
} }`;

const china = { code: "CN", applicants: 7, fellows: 2, dispatches: [{ id: "CN-1" }] };

describe("the gateway", () => {
  it("answers one request from all subgraphs, each asked once", async () => {
    const { data, errors, calls } = await graph.execute(across);
    expect({ data, errors }).toEqual({
      data: {
        fiscalYear: {
          name: "令和5年度",
          solicitation: { opensOn: "2023-11-29" },
          dispatchFigures: [342],
          cohorts: [28],
        },
      },
      errors: [],
    });
    expect(calls.map(({ subgraph, kind }) => [subgraph, kind]).sort()).toEqual([
      ["dispatch", "root"],
      ["fellowship", "root"],
      ["recruitment", "root"],
    ]);
  });

  it("hands the caller's language and what it calls the request to subgraphs, and no other header", async () => {
    const { data, headers } = await graph.execute(`{ language }`, {
      headers: {
        "x-request-id": "request-7",
        "accept-language": "ja",
        cookie: "session=secret",
        "x-forwarded-for": "10.0.0.1",
      },
    });
    expect(data).toEqual({ language: "ja" });
    expect(headers.get("x-request-id")).toMatch(/^[\da-f-]{36}$/);
    const [received] = graph.subgraph("recruitment").received;
    expect(received?.headers).toEqual({
      accept: "application/json",
      "accept-language": "ja",
      connection: "keep-alive",
      "content-length": expect.any(String),
      "content-type": "application/json",
      "graph-assertion": expect.any(String),
      host: expect.any(String),
      "x-request-id": "request-7",
    });
  });

  it("gives each request an id of its own, whatever its caller calls it, and keeps that beside it", async () => {
    const headers = { "x-request-id": "again" };
    const ids = [];
    for (let time = 0; time < 2; time += 1) {
      ids.push((await graph.execute("{ language }", { headers })).headers.get("x-request-id"));
    }
    expect(new Set(ids).size).toBe(2);
    const lines = graph.log.filter((line) => line["clientRequestId"] === "again");
    expect(lines.map((line) => line["requestId"])).toEqual(ids);
    const asserted = graph
      .subgraph("recruitment")
      .received.map(({ headers: { "graph-assertion": assertion } }) =>
        decodeJwt(String(assertion)),
      );
    expect(asserted.map(({ rid }) => rid)).toEqual(ids);
  });

  it("does not keep what a caller calls a request in a form it does not accept", async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "x-request-id": "a b\tc" },
      body: JSON.stringify({ query: "{ language }" }),
    });
    const id = response.headers.get("x-request-id");
    expect(id).toMatch(/^[\da-f-]{36}$/);
    const line = graph.log.find((each) => each["requestId"] === id);
    expect(line).not.toHaveProperty("clientRequestId");
    expect(graph.subgraph("recruitment").received[0]?.headers).not.toHaveProperty("x-request-id");
  });

  it("keeps its connections to subgraphs", async () => {
    const ports = new Set<number | undefined>();
    graph.subgraph("recruitment").interceptor = async ({ raw }) => {
      ports.add(raw.socket.remotePort);
    };
    for (let index = 0; index < 5; index += 1) await graph.execute(`{ language }`);
    expect(ports.size).toBe(1);
  });

  it("asks for each entity once, however many rows point at it", async () => {
    const { data, errors, calls } = await graph.execute(
      `{ dispatches { id country { code fellows } } }`,
    );
    expect(calls).toEqual([
      expect.objectContaining({ subgraph: "dispatch", kind: "root", representations: 0 }),
      expect.objectContaining({ subgraph: "fellowship", kind: "entities", representations: 3 }),
    ]);
    expect(data.dispatches).toHaveLength(30);
    expect(data.dispatches[0].country).toEqual({ code: "JP", fellows: 2 });
    expect(data.dispatches[28].country).toEqual({ code: "CN", fellows: 2 });
    expect(data.dispatches[29].country).toEqual({ code: "XX", fellows: null });
    expect(errors).toHaveLength(10);
    expect(errors.map(({ path }) => path)).toContainEqual(["dispatches", 29, "country"]);
    expect(errors.map(({ path }) => path)).not.toContainEqual(["dispatches", 28, "country"]);
    expect(errors[0]?.extensions).toEqual({
      code: "INVALID_COUNTRY_CODE",
      subgraph: "fellowship",
    });
  });

  it("adds to the elements of a list that one subgraph gives with one call for all", async () => {
    const { data, calls } = await graph.execute(
      `{ country(code: "JP") { dispatches { country { applicants fellows } } } }`,
    );
    expect(data.country.dispatches).toEqual([{ country: { applicants: 7, fellows: 2 } }]);
    expect(calls.map(({ subgraph, kind }) => `${subgraph} ${kind}`).sort()).toEqual([
      "dispatch root",
      "fellowship entities",
      "recruitment entities",
    ]);
  });

  it("asks one subgraph for a list they share, and the others for what they add, by key", async () => {
    const { data, calls } = await graph.execute(
      `{ countries { code applicants fellows dispatches { id } } }`,
    );
    expect(data.countries[1]).toEqual(china);
    expect(calls.map(({ subgraph, kind }) => `${subgraph} ${kind}`).sort()).toEqual([
      "dispatch root",
      "fellowship entities",
      "recruitment entities",
    ]);
  });

  it("gives each country its own fields where two versions of the shared list are deployed", async () => {
    const reordered = {
      ...fellowship,
      resolvers: {
        ...fellowship.resolvers,
        Query: {
          ...fellowship.resolvers["Query"],
          countries: () => [{ code: "KR" }, { code: "JP" }],
        },
      },
    };
    const skewed = await TestGraph.start([recruitment, dispatch, reordered]);
    try {
      const { data, errors } = await skewed.execute(
        `{ countries { code applicants fellows dispatches { id } } }`,
      );
      expect(errors).toEqual([]);
      expect(data.countries).toHaveLength(3);
      expect(data.countries[1]).toEqual(china);
    } finally {
      await skewed.stop();
    }
  });

  it("answers introspection", async () => {
    const { data } = await graph.execute(`{ __schema { queryType { name } } }`);
    expect(data).toEqual({ __schema: { queryType: { name: "Query" } } });
  });

  it("restricts what browsers do with its answers, and shows nobody what serves them", async () => {
    const { headers } = await graph.execute("{ __typename }");
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "content-security-policy": expect.stringContaining("default-src 'none'"),
      "referrer-policy": "no-referrer",
      "strict-transport-security": expect.stringContaining("max-age="),
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
    });
    expect(headers.has("x-powered-by") || headers.has("server")).toBe(false);
  });

  it("refuses batches and requests a browser sends without asking (CSRF)", async () => {
    const batch = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([{ query: "{ language }" }, { query: "{ language }" }]),
    });
    expect(batch.status).toBe(400);
    const simple = await fetch(`${graph.url}/graphql?query={language}`);
    expect(simple.status).toBe(400);
  });

  it("does not show query plans", async () => {
    const { extensions } = await graph.execute(`{ language }`, {
      headers: { "apollo-query-plan-experimental": "1" },
    });
    expect(Object.keys(extensions as object)).toEqual(["cost", "asOf"]);
  });
});
