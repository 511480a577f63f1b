import type { DocumentNode, OperationDefinitionNode } from "graphql";

/** An operation as a caller sends it. */
export interface GivenOperation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}
