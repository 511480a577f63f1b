import type { GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from "@apollo/gateway";
import type { GatewayContext } from "../gateway-context";

/** Anything the gateway library asks of a subgraph. */
export type DataSourceRequest = GraphQLDataSourceProcessOptions<GatewayContext>;

/** A request to a subgraph for a part of a caller's answer. */
export type SubgraphRequest = Extract<DataSourceRequest, { incomingRequestContext: unknown }>;

/** What a subgraph answered. */
export type SubgraphResponse = Awaited<ReturnType<RemoteGraphQLDataSource["process"]>>;

/** Whether a request is for a part of a caller's answer, and so has a {@link GatewayContext}. */
export function isPartOfAnswer(request: DataSourceRequest): request is SubgraphRequest {
  return "incomingRequestContext" in request;
}
