import { OperationTypeNode } from "graphql";
import { currentRequest } from "../../subgraphs/kit/request-scope";
import type { OperationStep } from "../steps/operation-steps";

/**
 * Lets a change be made to its end: if its caller goes away, only reads are given up. A change that was cut off might
 * have been made, and nobody would know.
 */
export function endChanges(): OperationStep {
  return {
    begin: () => ({
      didResolveOperation: ({ operation }) => {
        if (operation?.operation === OperationTypeNode.MUTATION) delete currentRequest()?.end;
      },
    }),
  };
}
