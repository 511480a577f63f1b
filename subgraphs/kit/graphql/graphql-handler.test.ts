import { createHash } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyRequest, InjectOptions } from "fastify";
import { type FormattedExecutionResult, GraphQLError } from "graphql";
import pino from "pino";
import { createHttpServer } from "../http/http-server";
import type { WriteAnswer } from "./graphql-handler";
import { drainWith, mountGraphql, specifiedStatusCodes } from "./mount-graphql";

/** Fails where an answer is about a page that cannot be written. */
const write: WriteAnswer = (answer: FormattedExecutionResult) => {
  if (answer.data?.["echo"] === "unwritable") throw new Error("No pen.");
  return `${JSON.stringify(answer)}\r\n`;
};

const contextOf = (request: FastifyRequest) => {
  if (request.headers["x-context"] === "refused") {
    throw new GraphQLError("Not you.", { extensions: { code: "REFUSED", http: { status: 403 } } });
  }
  if (request.headers["x-context"] === "broken") throw new Error("No context.");
  return { agent: request.headers["user-agent"] };
};

/** What each request told `formatError`, and how often something was changed. */
let seen: unknown[] = [];
let changes = 0;

const apps: FastifyInstance[] = [];
let kept: FastifyInstance;
let library: FastifyInstance;
let throughLibrary: jest.SpyInstance;

beforeAll(async () => {
  const server = () => {
    const app = createHttpServer({
      logger: pino({ level: "silent" }),
      bodyLimit: 10_000,
      readiness: () => Promise.resolve({ ready: true, details: {} }),
    });
    apps.push(app);
    return app;
  };
  kept = server();
  library = server();
  const apollo = new ApolloServer<{ agent: string | undefined }>({
    typeDefs: `
      type Query { echo(text: String): String agent: String fail: Int must(year: Int!): Int never: Int! }
      type Mutation { change: Int }
    `,
    resolvers: {
      Query: {
        echo: (_: unknown, { text }: { text: string }) => text,
        agent: (_: unknown, __: unknown, { agent }: { agent: string }) => agent,
        must: (_: unknown, { year }: { year: number }) => year,
        fail: () => {
          throw new Error("secret");
        },
        never: () => null,
      },
      Mutation: { change: () => (changes += 1) && 1 },
    },
    csrfPrevention: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    stringifyResult: write,
    formatError: (formatted, error) => {
      seen.push([formatted, String(error)]);
      return { message: `masked ${formatted.message}`, extensions: formatted.extensions ?? {} };
    },
    logger: pino({ level: "silent" }),
    plugins: [
      drainWith(kept),
      specifiedStatusCodes(),
      ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: async ({ request }) => {
          const wanted = request.http?.headers.get("x-step");
          if (wanted === "broken") throw new Error("No step.");
          return {
            willSendResponse: async ({ response }) => {
              if (wanted === "type") response.http.headers.set("content-type", "text/csv");
              if (wanted === "late") throw new Error("Too late.");
              if (wanted === "header") response.http.headers.set("x-set", "1, 2");
              if (wanted === "status") response.http.status = 418;
            },
          };
        },
      },
    ],
  });
  await apollo.start();
  throughLibrary = jest.spyOn(apollo, "executeHTTPGraphQLRequest");
  await mountGraphql(kept, apollo, contextOf, () => undefined, { write });
  library.route({
    url: "/graphql",
    method: ["GET", "POST"],
    exposeHeadRoute: false,
    handler: fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) }),
  });
});
afterAll(() => Promise.all(apps.map((app) => app.close())));

async function answerOf(app: FastifyInstance, request: InjectOptions) {
  seen = [];
  changes = 0;
  const { statusCode, headers, body } = await app.inject({ url: "/graphql", ...request });
  const { date: _date, "x-request-id": _id, ...rest } = headers;
  return { statusCode, headers: rest, body, seen, changes };
}

/** Both answers, compared; and whether Apollo Server's HTTP layer took part in ours. */
async function compared(request: InjectOptions) {
  throughLibrary.mockClear();
  const ours = await answerOf(kept, request);
  const isLibrarys = throughLibrary.mock.calls.length > 0;
  expect(ours).toEqual(await answerOf(library, request));
  return { ...ours, isLibrarys };
}

const post = (payload: unknown, headers: Record<string, string> = {}): InjectOptions => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  payload: JSON.stringify(payload),
});

const query = '{ echo(text: "a") }';
const change = "mutation { change }";
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

describe("a usual request is answered as by Apollo Server's HTTP layer, without it", () => {
  it.each<[string, InjectOptions, number?]>([
    ["one field", post({ query })],
    ["variables", post({ query: "query($t: String) { echo(text: $t) }", variables: { t: "x" } })],
    ["nulls", post({ query, variables: null, operationName: null, extensions: null })],
    ["unknown members", post({ query, id: 7 })],
    [
      "a named operation",
      post({ query: "query A { agent } query B { echo }", operationName: "B" }),
    ],
    ["unicode", post({ query: '{ echo(text: "岩手県 𠮷 \\u0000 \\ud800 é") }' })],
    ["a charset", post({ query }, { "content-type": "application/json; charset=utf-8" })],
    ["accept json", post({ query }, { accept: "application/json" })],
    ["accept all", post({ query }, { accept: "*/*" })],
    ["accept as axios", post({ query }, { accept: "application/json, text/plain, */*" })],
    ["accept the newer type", post({ query }, { accept: "application/graphql-response+json" })],
    [
      "accept both",
      post({ query }, { accept: "application/graphql-response+json, application/json" }),
    ],
    [
      "accept both, rated",
      post({ query }, { accept: "application/graphql-response+json,application/json;q=0.9" }),
    ],
    ["a change", post({ query: change })],
    ["a failing field", post({ query: "{ fail agent }" })],
    ["nothing left", post({ query: "{ never }" })],
    ["a document that does not parse", post({ query: "{" })],
    ["a document that does not fit", post({ query: "{ nothing }" })],
    [
      "the same, newer type",
      post({ query: "{ nothing }" }, { accept: "application/graphql-response+json" }),
      400,
    ],
    ["a value that does not fit", post({ query: "query($y: Int!) { must(year: $y) }" })],
    ["an unknown operation", post({ query, operationName: "Other" })],
    ["a hash with its text", post({ query, extensions: persisted(hashOf(query)) })],
    ["a hash of another text", post({ query, extensions: persisted(hashOf("{ agent }")) })],
    ["a type of its own", post({ query }, { "x-step": "type" })],
    ["a header of its own", post({ query }, { "x-step": "header" })],
    ["a status of its own", post({ query }, { "x-step": "status" }), 418],
  ])("%s", async (_name, request, status = 200) => {
    const { isLibrarys, statusCode } = await compared(request);
    expect(isLibrarys).toBe(false);
    expect(statusCode).toBe(status);
  });

  function persisted(sha256Hash: string) {
    return { persistedQuery: { version: 1, sha256Hash } };
  }
});

describe("what goes wrong around an operation is answered by Apollo Server, and nothing is done twice", () => {
  it.each<[string, InjectOptions, number, number]>([
    ["a caller who is refused", post({ query: change }, { "x-context": "refused" }), 403, 0],
    ["a context that fails", post({ query: change }, { "x-context": "broken" }), 500, 0],
    ["a step that fails", post({ query: change }, { "x-step": "broken" }), 500, 0],
    ["a step that fails at the end", post({ query: change }, { "x-step": "late" }), 500, 1],
    ["an answer that cannot be written", post({ query: '{ echo(text: "unwritable") }' }), 500, 0],
  ])("%s", async (_name, request, status, made) => {
    const answer = await compared(request);
    expect(answer.statusCode).toBe(status);
    expect(answer.changes).toBe(made);
  });
});

describe("anything else goes through Apollo Server's HTTP layer", () => {
  const get = (search: string, headers: Record<string, string> = {}): InjectOptions => ({
    method: "GET",
    url: `/graphql?${search}`,
    headers: { "apollo-require-preflight": "1", ...headers },
  });
  it.each<[string, InjectOptions, number]>([
    ["GET", get(`query=${encodeURIComponent(query)}`), 200],
    [
      "GET without what prevents CSRF",
      get("query={agent}", { "apollo-require-preflight": "" }),
      400,
    ],
    ["GET of a change", get(`query=${encodeURIComponent(change)}`), 405],
    ["GET of a query twice", get("query={agent}&query={agent}"), 400],
    ["GET for a browser", get("", { accept: "text/html" }), 406],
    ["a search", { ...post({ query }), url: "/graphql?query={agent}" }, 200],
    ["a batch", post([{ query }]), 400],
    ["an empty batch", post([]), 400],
    ["an empty object", post({}), 400],
    ["a text", post("query"), 400],
    ["null", post(null), 400],
    ["no query", post({ variables: {} }), 200],
    ["an empty query", post({ query: "" }), 200],
    ["a number for a query", post({ query: 1 }), 400],
    ["a parsed query", post({ query: { kind: "Document" } }), 400],
    ["variables in a text", post({ query, variables: "{}" }), 400],
    ["variables in a list", post({ query, variables: [] }), 400],
    ["extensions in a text", post({ query, extensions: "{}" }), 400],
    ["a number for an operation's name", post({ query, operationName: 1 }), 400],
    ["a hash alone", post({ extensions: { persistedQuery: { version: 1 } } }), 200],
    [
      "another charset's name",
      post({ query }, { "content-type": "application/json;charset=utf8" }),
      200,
    ],
    ["nothing that there is accepted", post({ query }, { accept: "text/csv" }), 406],
    [
      "several parts accepted",
      post({ query }, { accept: "multipart/mixed, application/json" }),
      200,
    ],
    ["a preference", post({ query }, { accept: "application/json;q=0.1, */*;q=0.2" }), 200],
  ])("%s", async (_name, request, status) => {
    const { isLibrarys, statusCode } = await compared(request);
    expect(isLibrarys).toBe(true);
    expect(statusCode).toBe(status);
  });

  it.each<[string, InjectOptions, number]>([
    ["no body", { method: "POST", headers: { "content-type": "application/json" } }, 400],
    ["no content type", { method: "POST" }, 400],
    ["text", { ...post({ query }), headers: { "content-type": "text/plain" } }, 400],
    [
      "a form",
      { ...post({}), headers: { "content-type": "application/x-www-form-urlencoded" } },
      415,
    ],
    ["what is not JSON", { ...post({}), payload: "{" }, 400],
    ["another method", { method: "PUT" }, 405],
  ])("or is refused before: %s", async (_name, request, status) => {
    expect((await compared(request)).statusCode).toBe(status);
  });
});
