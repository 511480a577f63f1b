import type { GraphQLFormattedError } from "graphql";
import type { GatewayContext } from "../context/gateway-context";

/** A request to a subgraph for a part of a caller's answer. */
export interface SubgraphRequest {
  readonly request: SubgraphOperation;
  readonly context: GatewayContext;
  /** Where in the caller's answer the part belongs; `@` stands for all elements of a list. */
  readonly pathInIncomingRequest?: readonly (string | number)[] | undefined;
}

/** What a subgraph is asked. */
export interface SubgraphOperation {
  readonly query?: string;
  variables?: Readonly<Record<string, unknown>>;
  /** How it is sent; made by whoever sends it. */
  readonly http?: object;
}

/** What a subgraph answered. */
export interface SubgraphResponse {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly GraphQLFormattedError[];
  readonly extensions?: Readonly<Record<string, unknown>>;
}
