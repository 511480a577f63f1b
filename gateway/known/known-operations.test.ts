import { ApolloServer, type GraphQLRequest, type GraphQLResponse, HeaderMap } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled } from "@apollo/server/plugin/disabled";
import { buildSchema, GraphQLError } from "graphql";
import pino from "pino";
import { ApiError } from "../../subgraphs/kit/errors";
import type { GatewayContext } from "../context/gateway-context";
import type { OperationAnswer, OperationRequest } from "../planning/operation-executor";
import { operationSteps, type OperationStep } from "../steps/operation-steps";
import { KnownOperations } from "./known-operations";

const schema = buildSchema("type Query { year: Int fail: Int } type Mutation { change: Int }");

/** What is called, in order, and what the executor gives. */
let called: unknown[] = [];
let execute: (request: OperationRequest) => OperationAnswer;

const executor = {
  execute: async ({ document, operation, queryHash, request, context }: OperationRequest) => {
    const { kind } = document;
    called.push(["executed", kind, operation.name?.value, queryHash, request.variables, context]);
    return execute({ document, operation, queryHash, request, context });
  },
};

let more: ReturnType<OperationStep["begin"]> = {};
const step: OperationStep = {
  begin: () => ({
    didResolveOperation: (resolved) => {
      const { source, operationName, contextValue } = resolved;
      called.push(["resolved", source, operationName, contextValue]);
      more.didResolveOperation?.(resolved);
    },
    responseForOperation: (permitted) => {
      called.push("may answer");
      return more.responseForOperation?.(permitted) ?? null;
    },
    executionDidStart: () => void called.push("runs"),
    willSendResponse: (answered) => {
      called.push(["sends", answered.response.http.status, answered.response.body]);
      return more.willSendResponse?.(answered);
    },
  }),
};

const formatError = (formatted: object, error: unknown) => {
  called.push(["formats", formatted, String(error), error instanceof GraphQLError]);
  if (String(error).includes("unspeakable")) throw new Error("No words.");
  return { message: "masked", ...formatted };
};

const logger = pino({ level: "silent" });
const known = new KnownOperations({
  steps: [step],
  executor,
  formatError,
  logger,
  keptDocuments: 10,
});
const apollo = new ApolloServer<GatewayContext>({
  gateway: {
    load: async () => ({
      schema,
      executor: (request) => executor.execute(request as unknown as OperationRequest),
    }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: "" });
      return () => undefined;
    },
    stop: async () => undefined,
  },
  formatError,
  includeStacktraceInErrorResponses: false,
  logger,
  plugins: [
    ApolloServerPluginCacheControlDisabled(),
    operationSteps([step], (resolved) => known.note(resolved)),
  ],
});

beforeAll(() => apollo.start());
afterAll(() => apollo.stop());
beforeEach(() => {
  called = [];
  more = {};
  execute = () => ({ data: { year: 2024 } });
});

const query = "query Q { year fail }";
const contextValue = { requestId: "1" } as GatewayContext;

async function outcome(run: () => Promise<GraphQLResponse> | undefined) {
  called = [];
  const said = await run()?.then(
    ({ http: { status, headers }, body }) => ({ status, headers: [...headers], body }),
    (error: unknown) => String(error),
  );
  return { said, called };
}

/** The answers of both, compared. */
async function compared(request: GraphQLRequest) {
  const ours = await outcome(() => known.run(request, contextValue));
  const asApollo = await outcome(() => apollo.executeOperation(request, { contextValue }));
  expect(asApollo.called).not.toEqual([]);
  expect(ours).toEqual(asApollo);
  return ours.said;
}

const refused = (status: number) =>
  new GraphQLError("No.", { extensions: { code: "NO", http: { status } } });
const withHeader = new GraphQLError("No.", {
  extensions: { http: { status: 403, headers: new HeaderMap([["x-why", "so"]]) } },
});

describe("an operation that is known is answered as by Apollo Server", () => {
  beforeEach(() => apollo.executeOperation({ query }, { contextValue }));

  it.each<[string, () => OperationAnswer]>([
    ["data", () => ({ data: { year: 2024 }, extensions: { cost: 1 } })],
    ["errors beside data", () => ({ data: { year: null }, errors: [refused(418)] })],
    ["errors with a header", () => ({ data: null, errors: [withHeader, new GraphQLError("x")] })],
    ["errors with a strange head", () => ({ data: null, errors: [refused("many" as never)] })],
    ["errors without data", () => ({ errors: [new GraphQLError("No.")] })],
    ["no errors and no data", () => ({ errors: [] })],
    [
      "an error that cannot be formatted",
      () => ({ data: null, errors: [new GraphQLError("unspeakable")] }),
    ],
  ])("with %s", async (_name, answer) => {
    execute = answer;
    await compared({ query, variables: { a: 1 }, operationName: "Q" });
  });

  it.each<[string, unknown]>([
    ["an error", new Error("Broken.")],
    ["an error of GraphQL", refused(429)],
    ["one with a header", withHeader],
    ["something else", "nothing"],
  ])("where executing throws %s", async (_name, thrown) => {
    execute = () => {
      throw thrown;
    };
    await compared({ query });
  });

  it("where a step answers, at once or later", async () => {
    const answer: GraphQLResponse = {
      http: { status: 503, headers: new HeaderMap([["x-why", "so"]]) },
      body: { kind: "single", singleResult: { data: null } },
    };
    more = { responseForOperation: () => answer };
    expect(await compared({ query })).toMatchObject({ status: 503 });
    more = { responseForOperation: async () => answer };
    expect(await compared({ query })).toMatchObject({ status: 503 });
  });

  it.each(["responseForOperation", "willSendResponse"] as const)(
    "where %s fails, at once or later",
    async (moment) => {
      const fail = () => {
        throw new Error("secret");
      };
      more = { [moment]: fail };
      expect(await compared({ query })).toBe("Error: Internal server error");
      more = { [moment]: async () => fail() };
      expect(await compared({ query })).toBe("Error: Internal server error");
    },
  );

  it("after what its steps change and set", async () => {
    more = {
      willSendResponse: async ({ response: { http, body } }) => {
        http.status = 202;
        http.headers.set("x-set", "1");
        if (body.kind === "single") body.singleResult.extensions = { late: true };
      },
    };
    expect(await compared({ query })).toMatchObject({ status: 202, headers: [["x-set", "1"]] });
  });
});

describe("nothing is done of what Apollo Server has to answer", () => {
  beforeEach(() => apollo.executeOperation({ query }, { contextValue }));

  it.each<[string, GraphQLRequest]>([
    ["a document that was never sent", { query: "query Other { year }" }],
    ["an operation that the document does not have", { query, operationName: "R" }],
    ["extensions", { query, extensions: {} }],
    ["a hash alone", { extensions: { persistedQuery: { version: 1, sha256Hash: "" } } }],
  ])("%s", (_name, request) => {
    called = [];
    expect(known.run(request, contextValue)).toBeUndefined();
    expect(called).toEqual([]);
  });

  it("documents that do not parse or fit, however often they are sent", async () => {
    for (const bad of ["{", "{ nothing }", "{", "{ nothing }"]) {
      await apollo.executeOperation({ query: bad }, { contextValue });
      expect(known.run({ query: bad }, contextValue)).toBeUndefined();
    }
  });

  it("what a step refuses", () => {
    called = [];
    more = {
      didResolveOperation: () => {
        throw new ApiError("FORBIDDEN", "No.");
      },
    };
    expect(known.run({ query }, contextValue)).toBeUndefined();
    expect(called).not.toContain("may answer");
  });
});
