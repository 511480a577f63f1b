import { type ASTNode, Kind, OperationTypeNode } from "graphql";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/** Finds subgraphs that offer subscriptions, which the gateway does not carry. */
export function subscriptions(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return subgraphs
    .filter(({ document }) => document.definitions.some(offersSubscriptions))
    .map(({ name }) => ({
      check: "subscriptions",
      where: name,
      message: "offers subscriptions, which the gateway does not support.",
    }));
}

function offersSubscriptions(node: ASTNode): boolean {
  switch (node.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.OBJECT_TYPE_EXTENSION:
      return node.name.value === "Subscription";
    case Kind.SCHEMA_DEFINITION:
    case Kind.SCHEMA_EXTENSION:
      return (node.operationTypes ?? []).some(
        ({ operation }) => operation === OperationTypeNode.SUBSCRIPTION,
      );
    default:
      return false;
  }
}
