import { connect } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type Attempt, attempt, type AttemptOptions } from "../support/attempt";
import { startTestGraph, type TestGraph } from "../support/graph";
import { patience } from "../support/patience";

let graph: TestGraph;
beforeAll(async () => {
  // As the image and docker-compose.yml run it; who runs it names an issuer. Only requests a minute are not counted.
  graph = await startTestGraph({
    gatewayVariables: {
      ...{ NODE_ENV: "production", OIDC_ISSUER: "https://issuer.invalid", LOCAL_ISSUER: "" },
      ...{ OPEN_SCHEMA: "", SANDBOX: "", EXPLORER: "" },
    },
  });
});
afterAll(() => graph.stop());

/** What the tool calls an answer: what lies at this name of `data`. */
const answered = ({ text }: Attempt, name: string) =>
  Boolean((JSON.parse(text) as { data?: Record<string, unknown> }).data?.[name]);
const errorsOf = ({ text }: Attempt) =>
  (JSON.parse(text) as { errors?: readonly { message: string }[] }).errors ?? [];

const post = (query: string, more: object = {}) =>
  attempt(graph, { body: JSON.stringify({ query, ...more }) });
const get = (query: string, headers: AttemptOptions["headers"] = {}) =>
  attempt(graph, {
    ...{ method: "GET", address: `/graphql?query=${encodeURIComponent(query)}` },
    headers: { "content-type": undefined, ...headers },
  });
const refused = (code: string) => ({ codes: [code], calls: 0 });

describe("graphql-cop's checks of the production configuration", () => {
  it("Alias Overloading", async () => {
    const aliases = Array.from({ length: 101 }, (_unused, n) => `alias${n}:__typename`);
    const attempted = await post(`query cop { ${aliases.join(" \n")} }`);
    expect(attempted).toMatchObject(refused("DOCUMENT_TOO_LONG"));
    expect(answered(attempted, "alias100")).toBe(false);
  });

  it("Array-based Query Batching", async () => {
    const one = { query: "query cop { __typename }", operationName: "cop" };
    const body = JSON.stringify(Array.from({ length: 11 }, () => one));
    const attempted = await attempt(graph, { body });
    expect(attempted).toMatchObject(refused("BAD_REQUEST"));
    expect(JSON.parse(attempted.text)).not.toHaveProperty("length");
  });

  it("Directive Overloading", async () => {
    // The tool reports ten errors for ten directives, of one kind or of several.
    const many = Array.from({ length: 20 }, (_unused, n) => `@a${n}`);
    const documents = [
      `query cop { __typename ${"@aa".repeat(10)} }`,
      `query cop { __typename ${"@skip(if: false)".repeat(10)} }`,
      `query cop { __typename ${"@aa".repeat(10)} @bb@bb }`,
    ];
    for (const document of documents) {
      const attempted = await post(document);
      expect(attempted).toMatchObject(refused("GRAPHQL_VALIDATION_FAILED"));
      expect(errorsOf(attempted).length).toBeLessThanOrEqual(2);
    }
    expect(errorsOf(await post(`query cop { __typename ${many.join("")} }`)).length).toBeLessThan(
      10,
    );
    expect(await post(`query cop { __typename ${"@aa".repeat(50)} }`)).toMatchObject(
      refused("DOCUMENT_TOO_LONG"),
    );
  });

  it("Field Duplication", async () => {
    const attempted = await post(`query cop { ${"__typename \n".repeat(500)} }`);
    expect(attempted).toMatchObject(refused("QUERY_TOO_COSTLY"));
    expect(answered(attempted, "__typename")).toBe(false);
    expect(await post(`query cop { ${"__typename\n".repeat(2_000)} }`)).toMatchObject(
      refused("DOCUMENT_TOO_LONG"),
    );
  });

  it("Introspection-based Circular Query", async () => {
    const circle = (rounds: number) =>
      `query cop { __schema { types ${"{ fields { type ".repeat(rounds)}{ name }${" } }".repeat(rounds)} } }`;
    expect(await post(circle(2))).toMatchObject(refused("INTROSPECTION_REFUSED"));
    const attempted = await post(circle(4).replace("query cop", "query"));
    expect(attempted.calls).toBe(0);
    expect(answered(attempted, "__schema")).toBe(false);
  });

  it("Circular Fragment", async () => {
    const attempted = await post(
      "query { __schema { ...A } } fragment A on __Schema { __typename ...B } fragment B on __Schema { ...A }",
    );
    expect(attempted).toMatchObject({ calls: 0 });
    expect(errorsOf(attempted).length).toBeGreaterThan(0);
  });

  it("Introspection", async () => {
    for (const query of [
      "query cop { __schema { types { name fields { name } } } }",
      'query cop { __type(name: "Official") { fields { name } } }',
      "query cop { ...F } fragment F on Query { s: __schema { queryType { name } } }",
    ]) {
      expect(await post(query)).toMatchObject(refused("INTROSPECTION_REFUSED"));
    }
  });

  it("Field Suggestions", async () => {
    const misspelt = [
      ["query { __schema { directive } }", {}],
      ["query cop { countri { name } }", {}],
      ['query cop { country(code: "JP") { nam } }', {}],
      ['query cop { country(cod: "JP") { name } }', {}],
      ["query cop { recruitmentFigures(filter: { measur: { eq: 1 } }) { totalCount } }", {}],
      ["query cop { agencies(filter: { kinds: [MINISTRI] }) { code } }", {}],
      ["query cop ($k: AgencyKin) { agencies { code } }", {}],
      ["query cop { country(code: $c) { name } }", {}],
      [
        "query cop ($f: AgencyFilter) { agencies(filter: $f) { code } }",
        { variables: { f: { kind: 1 } } },
      ],
      [
        "query cop ($k: AgencyKind!) { agencies(filter: { kinds: [$k] }) { code } }",
        { variables: { k: "MINISTRI" } },
      ],
      ["query cop { __typename @skp(if: true) }", {}],
      ["query cop { ...Fo } fragment Foo on Query { __typename }", {}],
    ] as const;
    for (const [query, more] of misspelt) {
      const { codes, calls, text } = await post(query, more);
      expect({ query, calls, answered: codes.includes("ANSWERED") }).toEqual({
        ...{ query, calls: 0, answered: false },
      });
      expect(text).not.toMatch(/did you mean/i);
    }
  });

  it("GraphQL IDE", async () => {
    // The page that people arrive on asks three questions of its own: nobody can write another there.
    const arrival = await fetch(graph.url, { headers: { accept: "text/html" } });
    expect(await arrival.text()).not.toMatch(/graphiql|playground|sandbox|<textarea|<input/i);
    for (const address of [
      ...["/explorer", "/sandbox", "/graphiql", "/playground", "/console"],
      // Which shows the schema, and is closed with it.
      ...["/reference", "/reference/Official", "/reference/search.json"],
    ]) {
      const { status, text } = await attempt(graph, {
        ...{ method: "GET", address, headers: { "content-type": undefined, accept: "text/html" } },
      });
      expect(status).toBeGreaterThanOrEqual(400);
      expect(text).not.toMatch(/<html|graphiql|playground|sandbox/i);
    }
  });

  it("GET Method Query Support", async () => {
    expect(await get("query cop { __typename }")).toMatchObject({
      ...{ status: 400, ...refused("BAD_REQUEST") },
    });
    const simple = { "content-type": "text/plain" };
    expect(await get("query cop { __typename }", simple)).toMatchObject({ status: 400, calls: 0 });
  });

  it("Mutation is allowed over GET", async () => {
    const query = "mutation cop { __typename }";
    expect(await get(query)).toMatchObject({ status: 400, calls: 0 });
    expect(await get(query, { "apollo-require-preflight": "true" })).toMatchObject({
      ...{ status: 405, calls: 0 },
    });
  });

  it("POST based url-encoded query", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const body = "query=query%20cop%20%7B__typename%7D";
    expect(await attempt(graph, { headers, body })).toMatchObject({
      ...{ status: 415, ...refused("BAD_REQUEST") },
    });
  });

  it("Trace Mode", async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", "apollo-federation-include-trace": "ftv1" },
      body: '{"query":"query cop { __typename }"}',
    });
    const { extensions = {} } = (await response.json()) as { extensions?: object };
    expect(Object.keys(extensions)).toEqual(["cost", "asOf"]);
    const { text } = await post("query { __typename }");
    expect(text).not.toMatch(/tracing|exception|stacktrace/i);
  });

  it("Unhandled Errors Detection", async () => {
    const malformed = [
      ...["", "{", "null", "1", '"x"', "[]", "{}", '{"query":1}', '{"query":null}'],
      ...['{"query":""}', '{"query":"qwerty cop { abc }"}', '{"query":"query cop { "}'],
      ...['{"query":"{__typename}","variables":1}', '{"query":"{__typename}","extensions":1}'],
      ...['{"query":"{__typename}","operationName":{}}', '{"query":"subscription { a }"}'],
    ];
    for (const body of malformed) {
      const { status, codes, text, calls } = await attempt(graph, { body });
      expect({ body, calls, codes: codes.length, internal: status >= 500 }).toEqual({
        ...{ body, calls: 0, codes: 1, internal: false },
      });
      expect(codes).not.toEqual(["ANSWERED"]);
      expect(text).not.toMatch(/stacktrace|exception|node_modules|    at |\.js:/i);
    }
  });
});

describe("the production gateway", () => {
  it("restricts what browsers do with every answer, and shows nobody what it runs on", async () => {
    for (const address of ["/graphql", "/nowhere", "/health", "/ready"]) {
      const { headers } = await fetch(`${graph.url}${address}`, {
        headers: { origin: "https://elsewhere.example" },
      });
      expect(Object.fromEntries(headers)).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
        "strict-transport-security": expect.stringContaining("max-age=") as string,
        "content-security-policy": expect.stringContaining("default-src 'none'") as string,
      });
      for (const name of ["access-control-allow-origin", "x-powered-by", "server"]) {
        expect(headers.has(name)).toBe(false);
      }
    }
  });

  it("lets no page of another site ask, by whatever method", async () => {
    const headers = {
      ...{ origin: "https://elsewhere.example", "access-control-request-method": "POST" },
      "access-control-request-headers": "content-type,authorization",
    };
    const response = await fetch(`${graph.url}/graphql`, { method: "OPTIONS", headers });
    expect(response.status).toBe(204);
    expect(response.headers.get("allow")).toBe("GET, POST, OPTIONS");
    expect(
      [...response.headers.keys()].filter((name) => name.startsWith("access-control")),
    ).toEqual([]);
  });

  it.each(["PUT", "PATCH", "DELETE"])("does not know the method %s", async (method) => {
    const { status, codes, calls } = await attempt(graph, { method, body: "{}" });
    expect([status, ...codes, calls]).toEqual([405, "BAD_REQUEST", 0]);
  });

  it.each(["TRACE /graphql", "CONNECT /graphql", "GET /%", "NOTHING /graphql"])(
    "neither repeats nor explains %s",
    async (line) => {
      const text = await raw(`${line} HTTP/1.1\r\nHost: x\r\nX-Secret: s3cr3t\r\n\r\n`);
      expect(text).not.toMatch(/s3cr3t|FST_|fastify|node|200 OK/i);
    },
  );

  it("says of an unknown path that nothing is there, and does not repeat it", async () => {
    const { status, codes, text } = await attempt(graph, {
      ...{ method: "GET", address: "/%3Cscript%3E", headers: { "content-type": undefined } },
    });
    expect([status, ...codes]).toEqual([404, "BAD_REQUEST"]);
    expect(text).not.toContain("script");
  });
});

/** Sends bytes as they stand, and gives all that comes back. */
async function raw(request: string): Promise<string> {
  const socket = connect(Number(new URL(graph.url).port), "127.0.0.1");
  let text = "";
  socket.on("data", (chunk: Buffer) => (text += chunk.toString()));
  socket.on("error", () => undefined);
  socket.write(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));
  for (const deadline = Date.now() + patience; !socket.closed && Date.now() < deadline;) {
    await delay(20);
  }
  socket.destroy();
  return text;
}
