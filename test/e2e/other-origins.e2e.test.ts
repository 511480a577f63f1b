import { developersOrigins } from "../../gateway/local/for-developers";
import { parseCorsOrigins } from "../../gateway/cors-origins";
import { parseBudgets } from "../../gateway/limits/budgets";
import { recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

const cost = Number.MAX_SAFE_INTEGER;
const studio = "https://studio.apollographql.com";
const elsewhere = "https://elsewhere.example";

let graph: TestGraph;
beforeAll(async () => {
  const origins = parseCorsOrigins(developersOrigins);
  const budgets = parseBudgets(JSON.stringify({ public: { requestsPerMinute: 3, cost } }));
  if (typeof origins === "string") throw new Error(origins);
  if (typeof budgets === "string") throw new Error(budgets);
  graph = await TestGraph.start([recruitment], {
    ...{ CORS_ORIGINS: origins, BUDGETS: budgets, TRUSTED_PROXIES: ["127.0.0.1"] },
  });
});
afterAll(() => graph.stop());

let sender = 0;
beforeEach(() => {
  sender += 1;
});

interface Asked {
  readonly method?: string;
  readonly address?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask({ method = "POST", address = "/graphql", body, headers }: Asked) {
  const response = await fetch(`${graph.url}${address}`, {
    method,
    headers: { "x-forwarded-for": `192.0.2.${sender}`, ...headers },
    ...(body !== undefined && { body }),
  });
  await response.arrayBuffer();
  return response;
}

const preflight = (origin: string) =>
  ask({
    method: "OPTIONS",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers":
        "accept-language,apollo-require-preflight,apollographql-client-name,authorization,content-type,graph-as-of,graph-cite,graph-dry-run,graph-purpose,x-actor",
    },
  });

const query = JSON.stringify({ query: "{ language }" });
const json = { "content-type": "application/json" };

const corsHeaders = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith("access-control"));

describe("a page of another origin that is named", () => {
  it.each([studio, "http://localhost:3000", "http://localhost", "https://127.0.0.1:8443"])(
    "may ask with every header of the graph: %s",
    async (origin) => {
      const asked = await preflight(origin);
      expect([asked.status, asked.headers.get("content-length")]).toEqual([204, "0"]);
      expect(Object.fromEntries(asked.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST",
        vary: expect.stringContaining("Origin"),
      });
      const allowed = asked.headers.get("access-control-allow-headers")?.split(",");
      for (const name of ["authorization", "graph-purpose", "apollographql-client-name"]) {
        expect(allowed).toContain(name);
      }
      expect(asked.headers.has("access-control-allow-credentials")).toBe(false);
      const answer = await ask({ body: query, headers: { ...json, origin } });
      expect(answer.status).toBe(200);
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        "access-control-allow-origin": origin,
        "access-control-expose-headers":
          "x-request-id, retry-after, graph-citation, graph-dataset, graph-tables",
        vary: "Origin",
      });
      expect(answer.headers.has("access-control-allow-credentials")).toBe(false);
    },
  );

  it("reads what it is refused for, and after how long it may ask again", async () => {
    const headers = { ...json, origin: studio };
    const forged = await ask({
      ...{ body: query, headers: { ...headers, authorization: "Bearer x" } },
    });
    expect([forged.status, forged.headers.get("access-control-allow-origin")]).toEqual([
      401,
      studio,
    ]);
    // A preflight counts for nothing.
    for (let sent = 0; sent < 10; sent += 1) expect((await preflight(studio)).status).toBe(204);
    expect((await ask({ body: query, headers })).status).toBe(200);
    expect((await ask({ body: query, headers })).status).toBe(200);
    const late = await ask({ body: query, headers });
    expect([late.status, late.headers.get("access-control-allow-origin")]).toEqual([429, studio]);
    expect(Number(late.headers.get("retry-after"))).toBeGreaterThan(0);
  });

  it("is asked for a preflight like any other", async () => {
    const simple = { origin: studio, "content-type": "text/plain" };
    expect((await ask({ body: query, headers: simple })).status).toBe(400);
    const address = "/graphql?query={language}";
    const read = await ask({ method: "GET", address, headers: { origin: studio } });
    expect(read.status).toBe(400);
  });
});

describe("a page of any other origin", () => {
  it.each([elsewhere, "http://localhost.evil:80", "https://studio.apollographql.com.evil", "null"])(
    "learns nothing: %s",
    async (origin) => {
      const asked = await preflight(origin);
      expect([asked.status, asked.headers.get("allow")]).toEqual([204, "GET, POST, OPTIONS"]);
      expect([corsHeaders(asked), asked.headers.get("vary")]).toEqual([[], "Origin"]);
      const answer = await ask({ body: query, headers: { ...json, origin } });
      expect([corsHeaders(answer), answer.headers.get("vary")]).toEqual([[], "Origin"]);
    },
  );

  it("has none of its simple requests answered", async () => {
    graph.subgraph("recruitment").received.length = 0;
    const asked: readonly Asked[] = [
      { method: "GET", address: "/graphql?query={language}" },
      { body: query, headers: { "content-type": "text/plain" } },
      { body: "query=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
    ];
    for (const each of asked) {
      const answer = await ask({ ...each, headers: { ...each.headers, origin: elsewhere } });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(corsHeaders(answer)).toEqual([]);
    }
    expect(graph.subgraph("recruitment").received).toEqual([]);
  });

  it("learns nothing of addresses that are none", async () => {
    const nothing = await ask({ method: "OPTIONS", address: "/nothing" });
    expect([nothing.status, corsHeaders(nothing)]).toEqual([404, []]);
  });
});
