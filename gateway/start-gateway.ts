import type { FastifyInstance, FastifyRequest } from "fastify";
import { parse } from "graphql";
import type { Logger } from "pino";
import { accessPolicies } from "../subgraphs/kit/access/access-policy";
import { KeyFile } from "../subgraphs/kit/access/key-file";
import { readSigningKey } from "../subgraphs/kit/access/key-sets";
import { mountGraphql } from "../subgraphs/kit/graphql/mount-graphql";
import { createHttpServer } from "../subgraphs/kit/http/http-server";
import { createLogger } from "../subgraphs/kit/logger";
import { listAddresses } from "./addresses/list-addresses";
import { serveAddresses } from "./addresses/serve-addresses";
import { DatabaseAuditLog } from "./audit/database-audit-log";
import { openCitations } from "./citations/open-citations";
import { serveCitations } from "./citations/serve-citations";
import { createApolloServer } from "./create-apollo-server";
import { createGateway } from "./create-gateway";
import { formatErrorWith } from "./errors/format-error";
import type { GatewaySettings } from "./env";
import { gatewayContext } from "./context/gateway-context";
import { admitPages } from "./formats/whole/admit-pages";
import { answerWhole } from "./formats/whole/answer-whole";
import { runOf } from "./formats/whole/run-operation";
import { writeAnswer } from "./formats/write-answer";
import { chargeParts } from "./limits/charge-parts";
import { limitRequests } from "./limits/limit-requests";
import { TokenBuckets } from "./limits/token-buckets";
import { callersSchema } from "./inputs/scalars";
import { loadOperations } from "./operations/load-operations";
import { citePage } from "./pages/cite/cite-page";
import { openSite, serveSite } from "./pages/open-site";
import { leadsOf } from "./leads-of";
import { KnownOperations } from "./known/known-operations";
import { operationSteps } from "./steps/operation-steps";
import { readinessOf } from "./readiness";
import { requestSteps } from "./request-steps";
import { serveSandbox } from "./sandbox/serve-sandbox";
import { loadSupergraph } from "./supergraph/load-supergraph";
import { subgraphAddresses } from "./supergraph/subgraph-addresses";
import { connectionPool } from "./transport/connection-pool";
import { watchOf } from "./transport/watch-of";

/** A gateway that answers. */
export interface RunningGateway {
  /** Where it listens, as `http://127.0.0.1:4000`. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** Lets running requests finish, then closes the server and the connections to subgraphs. */
  stop(): Promise<void>;
}

/**
 * Starts the gateway from the composed schema. It starts while subgraphs are away, answers what the others know, and
 * asks those that are back at the next request.
 */
export async function startGateway(
  settings: GatewaySettings,
  logger: Logger = createLogger("gateway", settings.LOG_LEVEL),
): Promise<RunningGateway> {
  const supergraph = await loadSupergraph(settings.SUPERGRAPH_PATH);
  const schema = callersSchema(supergraph);
  const { sdl } = supergraph;
  const policies = accessPolicies(parse(sdl));
  const guarded = { schema, policies };
  const operations = await loadOperations(settings.OPERATIONS_MANIFEST, guarded, logger);
  const addresses = subgraphAddresses(supergraph.supergraph, settings.SUBGRAPH_URLS);
  const keys = await KeyFile.open({
    path: settings.SIGNING_KEYS_FILE,
    variable: "SIGNING_KEYS_FILE",
    read: readSigningKey,
    logger,
  });
  const dispatcher = connectionPool();
  const waitingDispatcher = connectionPool();
  const probeDispatcher = connectionPool();
  const watches = new Map(
    Array.from(addresses, ([name, url]) => [name, watchOf(url, probeDispatcher)] as const),
  );
  const app = createHttpServer({
    logger,
    bodyLimit: settings.BODY_LIMIT_BYTES,
    trustedProxies: settings.TRUSTED_PROXIES,
    readiness: readinessOf(addresses, probeDispatcher, watches),
  });
  const gateway = createGateway({
    supergraph,
    addresses,
    dispatcher,
    waitingDispatcher,
    probeDispatcher,
    watches,
    timeoutMilliseconds: settings.SUBGRAPH_TIMEOUT_MS,
    keptOperations: settings.KEPT_OPERATIONS,
    keys,
    logger,
  });
  const auditLog = auditLogOf(settings, logger);
  const buckets = new TokenBuckets();
  const site = await openSite(settings, {
    graph: { schema, policies, supergraphSdl: sdl },
    addresses: async () => listAddresses(await operations.current(), guarded).operations,
  });
  const countRequest = limitRequests(settings.BUDGETS, buckets);
  const citing = openCitations(settings, { sdl, schema, executor: gateway, logger });
  const steps = requestSteps({
    logger,
    browsers: leadsOf(settings, site),
    origins: settings.CORS_ORIGINS,
    identity: {
      issuer: settings.OIDC_ISSUER,
      jwksUrl: settings.OIDC_JWKS_URL,
      audience: settings.OIDC_AUDIENCE,
      algorithms: settings.OIDC_ALGORITHMS,
      isLocal: settings.LOCAL_ISSUER,
      logger,
    },
    countRequest,
    policies,
    openSchema: settings.OPEN_SCHEMA,
    schema,
    supergraphSdl: sdl,
    budgets: settings.BUDGETS,
    queueTimeout: settings.QUEUE_TIMEOUT_MS,
    operations,
    auditLog,
    dataset: settings.DATASET,
    citing,
  });
  for (const step of steps) if ("server" in step) await step.server(app);
  const ofOperations = steps.flatMap((step) => ("operation" in step ? [step.operation] : []));
  const formatError = formatErrorWith(logger);
  const known = new KnownOperations({
    steps: ofOperations,
    executor: gateway,
    formatError,
    logger,
    keptDocuments: settings.KEPT_DOCUMENTS,
  });
  const apollo = createApolloServer({
    gateway,
    app,
    logger,
    operations,
    keptDocuments: settings.KEPT_DOCUMENTS,
    formatError,
    plugin: operationSteps(ofOperations, (resolved) => known.note(resolved)),
  });
  await apollo.start();
  const addHooks = (scope: FastifyInstance) => {
    for (const step of steps) if ("hook" in step) step.hook(scope);
    const run = (request: FastifyRequest) => runOf({ known, apollo }, request);
    answerWhole({
      run,
      admit: admitPages(chargeParts(settings.BUDGETS, buckets)),
      patience: settings.EXPORT_PAGE_TIMEOUT_MS,
    })(scope);
    serveAddresses({ operations, guarded, run })(scope);
  };
  await mountGraphql(app, apollo, gatewayContext, addHooks, {
    write: writeAnswer,
    run: (operation, context) => known.run(operation, context),
  });
  if (site) serveSite(app, site);
  const citePages = site && citePage(site, citing.addressOf);
  serveCitations(app, { ...citing, countRequest, pages: citePages });
  if (settings.SANDBOX) serveSandbox(app);
  const stop = async () => {
    await apollo.stop();
    await app.close();
    const closed = [auditLog, citing.store].map((each) => each?.close());
    const pools = [dispatcher, waitingDispatcher, probeDispatcher];
    await Promise.all([...pools.map((pool) => pool.close()), ...closed]);
  };
  const url = await app
    .listen({ host: settings.HOST, port: settings.PORT })
    .catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  return { url, app, stop };
}

function auditLogOf(
  { AUDIT_DATABASE_URL: url }: GatewaySettings,
  logger: Logger,
): DatabaseAuditLog | undefined {
  if (url !== undefined) return new DatabaseAuditLog(url, logger);
  logger.warn("AUDIT_DATABASE_URL is not set: changes and reads of personal data are refused");
  return undefined;
}
