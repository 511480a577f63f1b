import type { ApolloGateway } from "@apollo/gateway";

/** What Apollo Server has an operation answered by. */
export type GatewayExecutor = Awaited<ReturnType<ApolloGateway["load"]>>["executor"];

/** One operation as Apollo Server hands it on. */
export type GatewayRequest = Parameters<GatewayExecutor>[0];

/** What comes back for it. */
export type GatewayAnswer = Awaited<ReturnType<GatewayExecutor>>;
