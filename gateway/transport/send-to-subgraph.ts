import type { GraphQLResponseBody } from "./graphql-response";

/** Sends one request to a subgraph, and gives its GraphQL response. */
export type SendToSubgraph = (message: SubgraphMessage) => Promise<GraphQLResponseBody>;

/** What is sent, besides the address. */
export interface SubgraphMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** GraphQL over HTTP, as JSON. */
  readonly body: string;
  /** Called with the share of a key that the subgraph tells, before its response is given. */
  readonly hearShare?: (share: string) => void;
}
