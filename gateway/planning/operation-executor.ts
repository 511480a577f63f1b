import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import type { GatewayContext } from "../context/gateway-context";
import type { QueryPlan } from "./query-plan";

/** An operation that is valid and permitted, as it is executed. */
export interface OperationRequest {
  readonly document: DocumentNode;
  /** The operation of the document to execute, or that of the same name which the document was made from. */
  readonly operation: OperationDefinitionNode;
  /** Names the document: what is made of it is kept by this. */
  readonly queryHash: string;
  readonly request: { readonly variables?: Readonly<Record<string, unknown>> };
  /** What belongs to the request wherever subgraphs are asked. */
  readonly context: GatewayContext;
}

/** What comes back for an operation. */
export type OperationAnswer = ExecutionResult<Record<string, unknown>, Record<string, unknown>>;

/** What executes operations over the subgraphs. */
export interface OperationExecutor {
  /** Executes one operation. What a subgraph does not answer is among the errors. */
  execute(request: OperationRequest): Promise<OperationAnswer>;
}

/** What an executor is made of, once the schema is loaded. */
export interface LoadedGraph {
  /** What callers see. Of its own: Apollo Server gives the fields of its schema resolvers. */
  readonly schema: GraphQLSchema;
  /** What plans are made from. */
  readonly supergraphSchema: GraphQLSchema;
  /** Plans an operation of a valid document, by its name if it has one. Plans are not kept. */
  readonly plan: (document: DocumentNode, operationName: string | undefined) => QueryPlan;
  /** The executor of `@apollo/gateway`: what another one does not do itself, it can leave to it. */
  readonly library: OperationExecutor;
}

/** Makes the executor of a graph. */
export type MakeExecutor = (graph: LoadedGraph) => OperationExecutor;
