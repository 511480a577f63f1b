import { randomUUID } from "node:crypto";
import { type ExecutionResult, graphql } from "graphql";
import type { Caller } from "../../subgraphs/kit/access/caller";
import { buildFederatedSchema } from "../../subgraphs/kit/graphql/build-schema";
import { RequestContext } from "../../subgraphs/kit/request-context";
import { runInRequest } from "../../subgraphs/kit/request-scope";
import { SubgraphDatabases } from "../../subgraphs/kit/subgraph/subgraph-databases";
import type { SubgraphDefinition } from "../../subgraphs/kit/subgraph/subgraph-definition";

/** An answer without field policies, with the tags of the SQL statements it took. */
export interface ScopedAnswer extends ExecutionResult<Record<string, unknown>> {
  readonly statements: readonly string[];
}

/** A subgraph as any caller meets it once all field policies have let it through: what rows are kept from whom. */
export interface ScopedSubgraph {
  readonly databases: SubgraphDatabases;
  ask(caller: Caller, query: string): Promise<ScopedAnswer>;
  stop(): Promise<void>;
}

/** Opens a subgraph on a database. */
export async function openScopedSubgraph(
  definition: SubgraphDefinition,
  appUrl: string,
): Promise<ScopedSubgraph> {
  const databases = new SubgraphDatabases(definition, {
    DATABASE_URL: appUrl,
    HOST: "127.0.0.1",
    PORT: 0,
    LOG_LEVEL: "silent",
    DATABASE_POOL_SIZE: 2,
    BODY_LIMIT_BYTES: 1_048_576,
    SHUTDOWN_GRACE_MS: 1_000,
  });
  const [schema] = await Promise.all([buildFederatedSchema(definition), databases.connect()]);
  return {
    databases,
    ask: async (caller, source) => {
      const statements: string[] = [];
      const scope = { requestId: randomUUID(), statements, subgraphCalls: [] };
      const contextValue = new RequestContext(databases.of(caller), {}, caller);
      const answer = await runInRequest(scope, () => graphql({ schema, source, contextValue }));
      return { ...(answer as ExecutionResult<Record<string, unknown>>), statements };
    },
    stop: () => databases.destroy(),
  };
}

/** A caller with these scopes and no more. */
export function callerWith(
  scopes: readonly string[],
  attributes: Readonly<Record<string, string>> = {},
): Caller {
  return { subject: "test", roles: ["test"], scopes: new Set(scopes), attributes };
}
