import { randomUUID } from "node:crypto";
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { Caller } from "../../subgraphs/kit/caller";
import { answeredRequests, type RequestScope } from "../../subgraphs/kit/request-scope";
import { startSubgraph } from "../../subgraphs/kit/subgraph/serve";
import type { SubgraphDefinition } from "../../subgraphs/kit/subgraph/subgraph-definition";
import { assertionHeaders, testCaller, testKeys } from "./assertions";
import type { TestHeaders } from "./identity";
import { patience } from "./patience";
import { postGraphql, type GraphqlAnswer } from "./post-graphql";
import { cloneDatabase } from "./postgres";

/** An answer of a subgraph under test, with the tags of the SQL statements it took. */
export interface SubgraphAnswer<Data> extends GraphqlAnswer<Data> {
  readonly statements: string[];
}

/** A subgraph that serves a loaded database of its own, as its restricted role, over real HTTP. */
export interface TestSubgraph {
  readonly url: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Asks as the gateway does for a caller of every office with every scope. */
  execute: TestSubgraphExecute;
  /** Lets the gateway ask for another caller: what is not given is as in `execute`. */
  asCaller(
    caller: Partial<Caller>,
    options?: TestSubgraphOptions,
  ): { readonly execute: TestSubgraphExecute };
  stop(): Promise<void>;
}

/** How a subgraph under test is asked. */
export interface TestSubgraphOptions {
  /** The day in force where a field's `asOf` is not given. Default: today. */
  readonly asOf?: string;
}

/** Asks a subgraph under test. */
export type TestSubgraphExecute = <Data = Record<string, unknown>>(
  query: string,
  variables?: object,
  headers?: TestHeaders,
) => Promise<SubgraphAnswer<Data>>;

/** Starts a subgraph on a free port with a copy of its migrated and loaded database. */
export async function startTestSubgraph(definition: SubgraphDefinition): Promise<TestSubgraph> {
  const database = await cloneDatabase(definition.name);
  const settings = {
    DATABASE_URL: database.appUrl,
    GATEWAY_KEYS_FILE: (await testKeys()).files.public,
    CURSOR_KEYS_FILE: (await testKeys()).files.cursor,
    HOST: "127.0.0.1",
    PORT: 0,
    LOG_LEVEL: "silent",
    DATABASE_POOL_SIZE: 4,
    DISCLOSURE_THRESHOLD: 5,
    // Threads run built modules only.
    PROTECTION_THREADS: 0,
    BODY_LIMIT_BYTES: 1_048_576,
    SHUTDOWN_GRACE_MS: 1_000,
  } as const;
  const running = await startPatiently(() => startSubgraph(definition, settings));
  const executeAs =
    (caller: Caller, options: TestSubgraphOptions = {}): TestSubgraphExecute =>
    async (query, variables, headers) => {
      const requestId = randomUUID();
      const scope = scopeOf(requestId);
      const answer = await postGraphql<never>(running.url, query, variables, async (body) => ({
        ...(await assertionHeaders(definition.name, body, { ...options, requestId, caller })),
        ...headers,
      }));
      return Object.assign(answer, { statements: (await scope).statements });
    };
  return {
    url: running.url,
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    execute: executeAs(testCaller()),
    asCaller: (caller, options) => ({ execute: executeAs(testCaller(caller), options) }),
    stop: async () => {
      await running.stop();
      await database.drop();
    },
  };
}

/** Starts what gives up where the database is too busy to let it in. */
async function startPatiently<Started>(start: () => Promise<Started>): Promise<Started> {
  for (const deadline = Date.now() + patience; ;) {
    try {
      return await start();
    } catch (error) {
      if (!/timeout/i.test(String(error)) || Date.now() > deadline) throw error;
    }
  }
}

function scopeOf(requestId: string): Promise<RequestScope> {
  return new Promise((resolve) => {
    const listener = (message: unknown) => {
      const scope = message as RequestScope;
      if (scope.requestId !== requestId) return;
      unsubscribe(answeredRequests.name, listener);
      resolve(scope);
    };
    subscribe(answeredRequests.name, listener);
  });
}
