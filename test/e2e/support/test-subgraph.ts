import { ApolloServer } from "@apollo/server";
import { buildSubgraphSchema } from "@apollo/subgraph";
import type { FastifyReply, FastifyRequest } from "fastify";
import { parse } from "graphql";
import type { Caller } from "../../../subgraphs/kit/caller";
import { KeyFile } from "../../../subgraphs/kit/access/key-file";
import { readVerifyingKeys } from "../../../subgraphs/kit/access/key-sets";
import { requireAssertion } from "../../../subgraphs/kit/access/require-assertion";
import { maskError } from "../../../subgraphs/kit/graphql/mask-error";
import {
  drainWith,
  mountGraphql,
  specifiedStatusCodes,
} from "../../../subgraphs/kit/graphql/mount-graphql";
import { callerOf } from "../../../subgraphs/kit/http/request-caller";
import { dayInForce } from "../../../subgraphs/kit/request-as-of";
import { createHttpServer } from "../../../subgraphs/kit/http/http-server";
import { createLogger } from "../../../subgraphs/kit/logger";
import { testKeys } from "../../support/assertions";

/** A subgraph made for a test. */
export interface TestSubgraphDefinition {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: Readonly<Record<string, object>>;
}

/** One request a test subgraph received. */
export interface ReceivedRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** What the resolvers of a test subgraph are told of a request. */
export interface TestSubgraphContext {
  readonly headers: Readonly<Record<string, unknown>>;
  /** For whom the gateway says it asks. */
  readonly caller: Caller;
  /** The day in force, as the gateway says it. */
  readonly asOf: string;
}

/** Answers in the place of the subgraph. */
export type Interceptor = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** A subgraph on a port of its own that remembers what it was asked. */
export class TestSubgraph {
  readonly received: ReceivedRequest[] = [];
  interceptor: Interceptor | undefined;
  readiness: () => Promise<boolean> = () => Promise.resolve(true);
  private port = 0;
  private stopRunning: (() => Promise<void>) | undefined;

  constructor(readonly definition: TestSubgraphDefinition) {}

  get name(): string {
    return this.definition.name;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/graphql`;
  }

  /** Starts it; again on the same port where it ran before. */
  async start(): Promise<this> {
    const logger = createLogger(this.name, "silent");
    const keys = await KeyFile.open({
      path: (await testKeys()).files.public,
      variable: "GATEWAY_KEYS_FILE",
      read: readVerifyingKeys,
      logger,
    });
    const app = createHttpServer({
      logger,
      bodyLimit: 10_000_000,
      readiness: async () => ({ ready: await this.readiness(), details: {} }),
    });
    app.addHook("preHandler", async (request, reply) => {
      if (request.url !== "/graphql") return undefined;
      const { query, variables = {} } = request.body as Partial<ReceivedRequest>;
      this.received.push({ query: query ?? "", variables, headers: request.headers });
      return this.interceptor?.(request, reply);
    });
    const apollo = new ApolloServer({
      schema: buildSubgraphSchema({
        typeDefs: parse(this.definition.sdl),
        resolvers: this.definition.resolvers as never,
      }),
      formatError: maskError(logger),
      includeStacktraceInErrorResponses: false,
      stopOnTerminationSignals: false,
      logger,
      plugins: [drainWith(app), specifiedStatusCodes()],
    });
    await apollo.start();
    await mountGraphql(
      app,
      apollo,
      (request) => ({
        headers: request.headers,
        caller: callerOf(request),
        asOf: dayInForce(request),
      }),
      requireAssertion(this.name, keys),
    );
    const url = await app.listen({ host: "127.0.0.1", port: this.port });
    this.port = Number(new URL(url).port);
    this.stopRunning = () => apollo.stop();
    return this;
  }

  /** Ends it; its port then refuses connections. */
  async stop(): Promise<void> {
    await this.stopRunning?.();
    this.stopRunning = undefined;
  }
}
