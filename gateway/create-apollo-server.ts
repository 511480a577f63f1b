import { ApolloServer, type ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { drainWith } from "../subgraphs/kit/graphql/mount-graphql";
import type { GatewayContext } from "./context/gateway-context";
import { writeAnswer } from "./formats/write-answer";
import { persistedQueries } from "./operations/persisted-queries";
import type { OperationsOfNow } from "./operations/registered-operations";
import { documentStore } from "./planning/document-store";
import type { FormatError } from "./known/format-errors";
import type { PlanningGateway } from "./planning/planning-gateway";

/** A document longer than this is not read further; a large introspection query has about 300 tokens. */
const mostTokens = 20_000;

/** What callers talk to. */
export interface CreateApolloServerOptions {
  readonly gateway: PlanningGateway;
  readonly app: FastifyInstance;
  readonly logger: Logger;
  /** What can be asked for by its hash. */
  readonly operations: OperationsOfNow;
  /** How many documents are kept parsed. */
  readonly keptDocuments: number;
  readonly formatError: FormatError;
  /** The steps of an operation. */
  readonly plugin: ApolloServerPlugin<GatewayContext>;
}

/** Makes the server in front of the gateway: one operation a request, CSRF prevention on, nothing reported anywhere. */
export function createApolloServer({
  gateway,
  app,
  logger,
  operations,
  keptDocuments,
  formatError,
  plugin,
}: CreateApolloServerOptions): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    parseOptions: { maxLexicalTokens: mostTokens },
    documentStore: documentStore(keptDocuments),
    persistedQueries: persistedQueries(operations),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError,
    stringifyResult: writeAnswer,
    logger,
    plugins: [
      drainWith(app),
      plugin,
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginCacheControlDisabled(),
    ],
  });
}
