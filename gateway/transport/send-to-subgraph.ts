import type { GraphQLResponseBody } from "./graphql-response";
import type { HttpResponse } from "./http-exchange";

/** Sends one request to a subgraph, and gives its GraphQL response. */
export type SendToSubgraph = (message: SubgraphMessage) => Promise<GraphQLResponseBody>;

/** Posts something to a subgraph, and gives whatever comes back. */
export type PostToSubgraph = (message: SubgraphMessage) => Promise<HttpResponse>;

/** What is sent, besides the address. */
export interface SubgraphMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** GraphQL over HTTP, as JSON. */
  readonly body: string;
  /** Milliseconds that the subgraph was asked to wait, which do not count as time that it takes. */
  readonly wait: number;
}
