import type { ApolloGateway } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import type { AccessPolicies } from "../subgraphs/kit/access/access-policy";
import { drainWith, specifiedStatusCodes } from "../subgraphs/kit/graphql/mount-graphql";
import { guardRequests } from "./access/guard-requests";
import { asOfExtension } from "./as-of-extension";
import { auditTrail } from "./audit/audit-trail";
import type { AuditLog } from "./audit/audit-log";
import { datasetExtension } from "./dataset-extension";
import { formatErrorWith } from "./errors/format-error";
import { placeErrors } from "./errors/place-errors";
import { reportValueCompletion } from "./errors/report-value-completion";
import type { GatewayContext } from "./context/gateway-context";
import type { Budgets } from "./limits/budgets";
import { checkInputs } from "./inputs/check-inputs";
import { limitOperations } from "./limits/limit-operations";
import { operationToRun } from "./limits/operation-to-run";
import { persistedQueries } from "./operations/persisted-queries";
import { registeredOnly } from "./operations/registered-only";
import type { OperationsOfNow } from "./operations/registered-operations";

/** A document longer than this is not read further; a large introspection query has about 300 tokens. */
const mostTokens = 20_000;

/** What callers talk to. */
export interface CreateApolloServerOptions {
  readonly gateway: ApolloGateway;
  readonly app: FastifyInstance;
  readonly logger: Logger;
  /** Who may see what, as the supergraph says. */
  readonly policies: AccessPolicies;
  /** Whether everybody may ask for the schema. */
  readonly openSchema: boolean;
  /** The composed schema, which says what operations cost. */
  readonly supergraphSdl: string;
  /** What an operation may cost, a role. */
  readonly budgets: Budgets;
  /** What can be asked for by its hash, and is all that an app may ask for. */
  readonly operations: OperationsOfNow;
  /** Where changes and reads of personal data are recorded; without it they are refused. */
  readonly auditLog: AuditLog | undefined;
  /** What kind of records the graph holds, where they are not an office's own. */
  readonly dataset?: string | undefined;
}

/** Makes the server in front of the gateway: one operation a request, CSRF prevention on, nothing reported anywhere. */
export function createApolloServer({
  gateway,
  app,
  logger,
  policies,
  openSchema,
  supergraphSdl,
  budgets,
  operations,
  auditLog,
  dataset,
}: CreateApolloServerOptions): ApolloServer<GatewayContext> {
  return new ApolloServer<GatewayContext>({
    gateway,
    parseOptions: { maxLexicalTokens: mostTokens },
    persistedQueries: persistedQueries(operations),
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: formatErrorWith(logger),
    logger,
    plugins: [
      drainWith(app),
      specifiedStatusCodes(),
      registeredOnly(operations),
      operationToRun(),
      guardRequests({ policies, openSchema }),
      checkInputs(),
      limitOperations(supergraphSdl, budgets),
      reportValueCompletion(logger),
      placeErrors(policies),
      asOfExtension(),
      ...(dataset === undefined ? [] : [datasetExtension(dataset)]),
      auditTrail(auditLog),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
}
