import { ApolloServer } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from "@apollo/server/plugin/disabled";
import { printSubgraphSchema } from "@apollo/subgraph";
import type { FastifyInstance } from "fastify";
import { parse } from "graphql";
import type { Logger } from "pino";
import type { DataSource } from "typeorm";
import type { Caller } from "../caller";
import { accessPolicies } from "../access/access-policy";
import { guardOperations } from "../access/guard-operations";
import { KeyFile } from "../access/key-file";
import { readVerifyingKeys } from "../access/key-sets";
import { notePersons, PersonsSeen } from "../access/persons-seen";
import { readerOf } from "./readers";
import { ChangeWatch } from "../mutation/change-watch";
import { callerOf } from "../http/request-caller";
import { requireAssertion } from "../access/require-assertion";
import { Cursors } from "../connection/cursor";
import { readCursorKeys } from "../connection/cursor-keys";
import { databaseState } from "../database/database-state";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { buildFederatedSchema } from "./build-schema";
import { maskError } from "../graphql/mask-error";
import { drainWith, mountGraphql, specifiedStatusCodes } from "../graphql/mount-graphql";
import { createHttpServer } from "../http/http-server";
import { stopOnRequest } from "../http/process-lifecycle";
import { waitingSignal } from "../http/waiting-signal";
import { createLogger } from "../logger";
import { dayInForce } from "../request-as-of";
import { CheckThread } from "../release/check/check-thread";
import { checkHere } from "../release/check/release-check";
import { releasedFigures } from "../release/released-figures";
import { RequestContext } from "../request/request-context";
import { protectHere } from "../statistics/protect";
import { ProtectionThreads } from "../statistics/protection-threads";
import { ThreadShare } from "../statistics/thread-share";
import { StatisticsAccess, type StatisticsSources } from "../statistics/statistics-access";
import type { ServeSettings } from "./env";
import { SubgraphDatabases } from "./subgraph-databases";
import { migrationsOf, type SubgraphDefinition } from "./subgraph-definition";

/**
 * Milliseconds after which a request waits for threads no longer: less than the gateway waits for a subgraph
 * (`SUBGRAPH_TIMEOUT_MS`, 10,000), so that the caller learns what happened.
 */
const longestWait = 8_000;

/** A subgraph that answers. */
export interface RunningSubgraph {
  /** Where it listens, as `http://127.0.0.1:4001`. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** The pool of callers who are permitted to read everything. */
  readonly database: DataSource;
  /** Lets running requests finish, then closes server and database. */
  stop(): Promise<void>;
}

/**
 * Starts a subgraph: its database pool, its schema and its HTTP server. If the database goes away later, `/ready` says
 * so, and it answers again once the database is back.
 *
 * @throws Error in one line where the database or the gateway's keys cannot be used at start
 */
export async function startSubgraph(
  definition: SubgraphDefinition,
  settings: ServeSettings,
): Promise<RunningSubgraph> {
  const logger = createLogger(definition.name, settings.LOG_LEVEL);
  const keys = await KeyFile.open({
    path: settings.GATEWAY_KEYS_FILE,
    variable: "GATEWAY_KEYS_FILE",
    read: readVerifyingKeys,
    logger,
  });
  const cursorKeys = await KeyFile.open({
    path: settings.CURSOR_KEYS_FILE,
    variable: "CURSOR_KEYS_FILE",
    read: readCursorKeys,
    logger,
  });
  const databases = new SubgraphDatabases(definition, settings);
  const [schema] = await Promise.all([buildFederatedSchema(definition), databases.connect()]);
  const policies = accessPolicies(parse(printSubgraphSchema(schema)));
  notePersons(schema, policies, definition.persons);
  const migrations = migrationsOf(definition).map(({ name }) => name);
  const threads = threadsOf(definition, settings, logger);
  const share = new ThreadShare();
  const changes = new ChangeWatch(databases.whole);
  const app = createHttpServer({
    logger,
    bodyLimit: settings.BODY_LIMIT_BYTES,
    readiness: () => databaseState(databases.whole, migrations),
  });
  const apollo = new ApolloServer<RequestContext>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    formatError: maskError(logger),
    logger,
    plugins: [
      drainWith(app),
      specifiedStatusCodes(),
      guardOperations({ schema, policies }),
      ApolloServerPluginLandingPageDisabled(),
      // Nothing uses what these would do at every field.
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
    ],
  });
  await apollo.start();
  await mountGraphql(
    app,
    apollo,
    async (request, reply) => {
      const caller = callerOf(request);
      const reader = readerOf(definition, caller);
      const asOf = dayInForce(request);
      const seen = new PersonsSeen();
      const since = performance.now();
      const waiter = once(() => {
        const end = waitingSignal(reply, threads && longestWait);
        return { caller: caller.subject, since, end };
      });
      const statistics = once(() => {
        const protect = threads?.protection.protectFor(waiter()) ?? protectHere;
        const { end } = waiter();
        const turn = () => share.turn(waiter());
        return statisticsOf(definition, databases, { caller, seen, protect, turn, end }, settings);
      });
      const changeWatch = once(() => changes.during(caller.subject, waitingSignal(reply)));
      if (!isAnalyst(definition, caller)) share.noteOther();
      return new RequestContext(databases.of(caller), request.headers, caller, asOf, {
        persons: definition.persons,
        policies,
        reader,
        seen,
        cursors: new Cursors(await cursorKeys.current(), {
          subgraph: definition.name,
          reader: reader?.name,
          attributes: caller.attributes,
        }),
        get statistics() {
          return statistics();
        },
        get changeWatch() {
          return changeWatch();
        },
        get checkRelease() {
          return threads?.check.checkFor(waiter()) ?? checkHere;
        },
      });
    },
    requireAssertion(definition.name, keys),
  );
  const stop = async () => {
    threads?.protection.refuse();
    threads?.check.refuse();
    share.close();
    changes.close();
    await apollo.stop();
    await app.close();
    await Promise.all([threads?.protection.end(), threads?.check.end()]);
    await databases.destroy();
  };
  const url = await app
    .listen({ host: settings.HOST, port: settings.PORT })
    .catch(async (error: unknown) => {
      await stop();
      throw error;
    });
  return { url, app, database: databases.whole, stop };
}

/** Makes something when it is first asked for. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function isAnalyst({ measures }: SubgraphDefinition, { scopes }: Caller): boolean {
  return measures !== undefined && scopes.has(measures.analystScope);
}

/** The threads that protect statistics and check tables, where there are statistics. */
function threadsOf(
  { measures }: SubgraphDefinition,
  { PROTECTION_THREADS: threads }: ServeSettings,
  logger: Logger,
) {
  return measures && threads > 0
    ? {
        protection: new ProtectionThreads({ threads, logger }),
        check: new CheckThread({ logger }),
      }
    : undefined;
}

function statisticsOf(
  { measures, access }: SubgraphDefinition,
  databases: SubgraphDatabases,
  request: Pick<StatisticsSources, "caller" | "seen" | "protect" | "turn" | "end">,
  settings: ServeSettings,
): StatisticsAccess | undefined {
  if (!measures) return undefined;
  const own = databases.of(request.caller);
  return new StatisticsAccess({
    measures,
    access,
    own,
    released: (figures) => releasedFigures(own, figures),
    counted: databases.ofStatistics(),
    rule: disclosureRule(settings.DISCLOSURE_THRESHOLD),
    ...request,
  });
}

/** Starts a subgraph as a process of its own, which runs until it is asked to stop. */
export async function serve(
  definition: SubgraphDefinition,
  settings: ServeSettings,
): Promise<void> {
  const running = await startSubgraph(definition, settings);
  stopOnRequest(
    () => running.stop(),
    settings.SHUTDOWN_GRACE_MS,
    createLogger(definition.name, settings.LOG_LEVEL),
  );
}
