import type { DocumentNode } from "graphql";
import { checkLiterals } from "./check-literals";
import { checkNulls } from "./check-nulls";
import { checkVariables } from "./check-variables";
import { addScalars } from "./scalars";
import type { OperationStep } from "../steps/operation-steps";

/**
 * Refuses an operation with a variable or an argument that does not fit or is too large, before any subgraph is asked.
 * The error has its place. If a subgraph refused it, everything else asked of that subgraph would be lost.
 *
 * Gives the schema that callers see its scalars, so that literals are checked where documents are validated.
 *
 * @throws ApiError BAD_USER_INPUT, or with the code of a scalar, to the caller
 */
export function checkInputs(): OperationStep {
  // Apollo Server parses a document once for many requests and does not change it.
  const withFitLiterals = new WeakSet<DocumentNode>();
  return {
    schemaDidLoad: addScalars,
    begin: () => ({
      didResolveOperation: ({ schema, document, operation, request, response }) => {
        if (!operation) return;
        try {
          const given = request.variables ?? {};
          if (!withFitLiterals.has(document)) checkLiterals(document);
          withFitLiterals.add(document);
          const variables = checkVariables(schema, document, operation, given);
          checkNulls(schema, document, operation, variables);
        } catch (error) {
          response.http.status = 400;
          throw error;
        }
      },
    }),
  };
}
