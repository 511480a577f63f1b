import type { FastifyInstance } from "fastify";
import { parse, print } from "graphql";
import pino from "pino";
import type { Caller } from "../../subgraphs/kit/caller";
import { setCaller } from "../../subgraphs/kit/http/request-caller";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import { operationId } from "./operation-id";
import { refuseUnregistered } from "./refuse-unregistered";
import { RegisteredOperations } from "./registered-operations";

const body = "query Years { fiscalYears { year } }";
const id = operationId(body);
const others = "query Others { countries { code } }";
const operations = new RegisteredOperations([
  { id, name: "Years", type: "query", body, clientName: "portal" },
  { id: operationId(others), name: "Others", type: "query", body: others, clientName: "another" },
]);
const caller = (roles: readonly string[], client?: string): Caller => ({
  subject: "caller",
  roles,
  scopes: new Set(),
  ...(client !== undefined && { client }),
  attributes: {},
});

let asking: Caller;
let app: FastifyInstance;
let url: string;
beforeAll(async () => {
  app = createHttpServer({
    logger: pino({ level: "silent" }),
    bodyLimit: 10_000,
    readiness: () => Promise.resolve({ ready: true, details: {} }),
  });
  app.addHook("onRequest", async (request) => {
    setCaller(request, asking);
  });
  refuseUnregistered({ last: operations, current: () => Promise.resolve(operations) })(app);
  app.route({ method: ["GET", "POST", "OPTIONS"], url: "/graphql", handler: () => "let in" });
  url = await app.listen();
});
afterAll(() => app.close());

const hash = (sha256Hash: unknown, version: unknown = 1) => ({
  persistedQuery: { version, sha256Hash },
});
const post = (content: unknown) =>
  answer("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(content),
  });
const get = (parameters: string | Record<string, string>) =>
  answer(`/graphql?${new URLSearchParams(parameters).toString()}`, {});

async function answer(path: string, init: RequestInit) {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  if (text === "let in") return text;
  const { errors } = JSON.parse(text) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  expect(errors).toHaveLength(1);
  return `${response.status} ${errors[0]?.extensions.code ?? ""}`;
}

describe("an app", () => {
  beforeEach(() => {
    asking = caller(["app"], "portal");
  });

  it("is let in with an operation registered for it, by hash or as its text", async () => {
    expect(await post({ extensions: hash(id) })).toBe("let in");
    expect(await post({ query: null, operationName: null, extensions: hash(id) })).toBe("let in");
    expect(await post({ query: body })).toBe("let in");
    expect(await post({ query: `\n${body}\n` })).toBe("let in");
    expect(await post({ query: print(parse(`# Of the portal\n${body}`)) })).toBe("let in");
    expect(await post({ query: body, operationName: "Years", extensions: hash(id) })).toBe(
      "let in",
    );
    expect(await get({ extensions: JSON.stringify(hash(id)) })).toBe("let in");
    expect(await get({ query: body, operationName: "Years" })).toBe("let in");
  });

  it.each<[string, unknown]>([
    ["the operation of another client", { query: others }],
    ["the operation of another client, by hash", { extensions: hash(operationId(others)) }],
    ["an unknown hash", { extensions: hash(operationId("{ a }")) }],
    ["an unknown operation", { query: "{ fiscalYears { year } }" }],
    ["introspection", { query: "{ __schema { types { name } } }" }],
    ["what cannot be parsed", { query: "{" }],
    ["its operation with a field more", { query: body.replace("year }", "year name }") }],
    ["its operation under another name", { query: body.replace("Years", "Year") }],
    ["its fields in another order", { query: "{ year fiscalYears }" }],
    ["its operation with another beside it", { query: `${body} query B { a }` }],
    ["another name", { query: body, operationName: "B" }],
    ["another name by hash", { operationName: "B", extensions: hash(id) }],
    ["an empty name", { query: body, operationName: "" }],
    ["a name that is no text", { query: body, operationName: ["Years"] }],
    ["other text beside its hash", { query: "{ a }", extensions: hash(id) }],
    ["an empty text beside its hash", { query: "", extensions: hash(id) }],
    ["no text beside its hash", { query: 0, extensions: hash(id) }],
    ["its text in a list", { query: [body] }],
    ["its hash in a list", { extensions: hash([id]) }],
    ["its hash in capitals", { extensions: hash(id.toUpperCase()) }],
    ["its hash of another version", { extensions: hash(id, 2) }],
    ["an inherited name for a hash", { extensions: hash("constructor") }],
    ["a batch", [{ query: body }, { query: "{ a }" }]],
    ["a batch of one", [{ query: body }]],
    ["nothing", {}],
  ])("is refused with %s", async (_what, content) => {
    expect(await post(content)).toBe("403 OPERATION_NOT_REGISTERED");
  });

  it("learns the hash of what it sent, to compare with that of what is registered", async () => {
    const told = async (content: unknown) => {
      const headers = { "content-type": "application/json" };
      const request = { method: "POST", headers, body: JSON.stringify(content) };
      return (await fetch(`${url}/graphql`, request)).text();
    };
    expect(await told({ query: "{ a }" })).toContain(`with the hash ${operationId("{ a }")}.`);
    expect(await told({ extensions: hash(operationId(others)) })).toContain(operationId(others));
    expect(await told({})).toContain("received none.");
  });

  it("is not let in by a parameter given twice, or in another place than its method's", async () => {
    expect(await get(`query=${encodeURIComponent(body)}&query={a}`)).toBe(
      "403 OPERATION_NOT_REGISTERED",
    );
    expect(await get("extensions={")).toBe("403 OPERATION_NOT_REGISTERED");
    const inAddress = `/graphql?query=${encodeURIComponent(body)}`;
    const headers = { "content-type": "application/json" };
    const other = JSON.stringify({ query: "{ a }" });
    expect(await answer(inAddress, { method: "POST", headers, body: other })).toBe(
      "403 OPERATION_NOT_REGISTERED",
    );
  });

  it.each([
    ["another client", caller(["app"], "third")],
    ["no client", caller(["app"])],
    ["other roles besides", caller(["analyst", "app"])],
  ])("of %s is refused", async (_what, who) => {
    asking = who;
    expect(await post({ query: body })).toBe("403 OPERATION_NOT_REGISTERED");
    expect(await post({ query: "{ a }" })).toBe("403 OPERATION_NOT_REGISTERED");
  });
});

describe("everybody else", () => {
  beforeEach(() => {
    asking = caller(["analyst"], "portal");
  });

  it("may send anything", async () => {
    expect(await post({ query: "{" })).toBe("let in");
    expect(await post({ extensions: hash(operationId(others)) })).toBe("let in");
    expect(await get({ query: "{ a }" })).toBe("let in");
  });

  it.each<[string, unknown]>([
    ["of another version", { extensions: hash(id, 2) }],
    ["that is no text", { extensions: hash(1) }],
    ["that is none", { extensions: hash("constructor") }],
    ["that is not an object", { query: body, extensions: { persistedQuery: id } }],
    ["of another query", { query: "{ a }", extensions: hash(id) }],
  ])("is refused a hash %s", async (_what, content) => {
    expect(await post(content)).toBe("400 BAD_REQUEST");
  });
});
