import type { GraphQLFormattedError, SourceLocation } from "graphql";
import type { AccessPolicies } from "../../subgraphs/kit/access/access-policy";
import { isCallersFault } from "./code-from-subgraph";
import { DocumentPlaces } from "./document-places";
import { fewErrors } from "./few-errors";
import { withFilterHint } from "./filter-hint";
import { mergeErrors } from "./merge-errors";
import { withKnownNames } from "./with-known-names";
import type { OperationStep } from "../steps/operation-steps";

/** How long the names of a path may be together. */
const longestPath = 500;

/**
 * Adds the places of errors: to an error of validation the path of its field, and to a subgraph's error about a field
 * its place in the document. Messages list only what is open to the caller. If a request was refused before it ran,
 * errors of one kind are merged, with their places. If it ran, the first errors are kept, with the number of the others
 * of each code.
 */
export function placeErrors(policies: AccessPolicies): OperationStep {
  return {
    begin: ({ contextValue: { caller } }) => ({
      willSendResponse: ({ document, operation, schema, response: { body } }) => {
        if (body.kind !== "single" || !body.singleResult.errors) return;
        const { singleResult: result } = body;
        const { errors: all = [] } = result;
        const hasRun = result.data !== undefined;
        const few = hasRun ? fewErrors(all) : all;
        const places = document && new DocumentPlaces(document, operation, withoutPath(few));
        const errors = few.map((error) => ({
          ...(places ? placed(error, places) : error),
          message: withKnownNames(withFilterHint(error.message, schema), schema, policies, caller),
        }));
        result.errors = hasRun ? errors : mergeErrors(errors.map(withoutLongPath));
      },
    }),
  };
}

/** The places of errors that have no path in the answer yet. */
function withoutPath(errors: readonly GraphQLFormattedError[]): readonly SourceLocation[] {
  return errors.flatMap(({ path, locations = [] }) => (path ? [] : locations.slice(0, 1)));
}

/** A very long path is left out: its names can be as long as a document, and there is no answer that it leads to. */
function withoutLongPath({ path, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  return path && path.join(".").length <= longestPath ? { ...error, path } : error;
}

function placed(error: GraphQLFormattedError, places: DocumentPlaces): GraphQLFormattedError {
  const { path, locations, extensions } = error;
  const [location] = locations ?? [];
  if (path) {
    const found =
      location || !isCallersFault(extensions?.["code"]) ? null : places.locationOf(path);
    return found ? { ...error, locations: [found] } : error;
  }
  const found = location && places.pathOf(location);
  return found && found.length > 0 ? { ...error, path: found } : error;
}
