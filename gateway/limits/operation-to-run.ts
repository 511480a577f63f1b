import { Kind, OperationTypeNode, type DocumentNode } from "graphql";
import { ApiError, shown } from "../../subgraphs/kit/errors";
import type { OperationStep } from "../steps/operation-steps";

/**
 * Refuses a document that does not determine which operation to run, or whose operation the graph has no root for. The
 * gateway's planner would report both as internal errors.
 *
 * @throws ApiError OPERATION_RESOLUTION_FAILURE, to the caller
 */
export function operationToRun(): OperationStep {
  return {
    begin: () => ({
      didResolveOperation: ({ document, operation, operationName, schema, request, response }) => {
        const isFit = operation && schema.getRootType(operation.operation);
        if (!isFit) response.http.status = 400;
        if (!operation) refuse(document, operationName ?? request.operationName ?? null);
        else if (!isFit) {
          throw new ApiError(
            "OPERATION_RESOLUTION_FAILURE",
            `Expected a ${OperationTypeNode.QUERY} or a ${OperationTypeNode.MUTATION}, received a ${operation.operation}: the graph has none.`,
          );
        }
      },
    }),
  };
}

function refuse({ definitions }: DocumentNode, asked: string | null): never {
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  const names = operations.flatMap((operation) => operation.name?.value ?? []);
  const expected =
    operations.length === 0
      ? "a document with an operation"
      : names.length > 0
        ? `operationName to be one of ${shown(names)}`
        : "no operationName, as the operation of the document has no name";
  const received = asked === null ? "none" : shown(asked);
  throw new ApiError("OPERATION_RESOLUTION_FAILURE", `Expected ${expected}, received ${received}.`);
}
