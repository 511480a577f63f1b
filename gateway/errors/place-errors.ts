import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError, SourceLocation } from "graphql";
import type { AccessPolicies } from "../../subgraphs/kit/access/access-policy";
import type { Caller } from "../../subgraphs/kit/caller";
import { isCallersFault } from "./code-from-subgraph";
import { DocumentPlaces } from "./document-places";
import { fewErrors } from "./few-errors";
import { withFilterHint } from "./filter-hint";
import { toldOnce } from "./told-once";
import { withKnownNames } from "./with-known-names";

/** How long the names of a path may be together. */
const longestPath = 500;

/**
 * Says where errors are: below which field what validation has found, and where in the document what a subgraph says of
 * a field. What a message lists is open to the caller. Where a request was refused before it ran, errors of one kind are
 * one, with their places. Of a request that ran the first errors are there, and how many more there are of each code.
 */
export function placeErrors(
  policies: AccessPolicies,
): ApolloServerPlugin<{ readonly caller: Caller }> {
  return {
    requestDidStart: ({ contextValue: { caller } }) =>
      Promise.resolve({
        willSendResponse: ({ document, operation, schema, response: { body } }) => {
          if (body.kind !== "single" || !body.singleResult.errors) return Promise.resolve();
          const { singleResult: result } = body;
          const { errors: all = [] } = result;
          const hasRun = result.data !== undefined;
          const few = hasRun ? fewErrors(all) : all;
          const places = document && new DocumentPlaces(document, operation, withoutPath(few));
          const errors = few.map((error) => ({
            ...(places ? placed(error, places) : error),
            message: withKnownNames(
              withFilterHint(error.message, schema),
              schema,
              policies,
              caller,
            ),
          }));
          result.errors = hasRun ? errors : toldOnce(errors.map(withoutLongPath));
          return Promise.resolve();
        },
      }),
  };
}

/** The places of errors of which it is not known yet what they lead to in the answer. */
function withoutPath(errors: readonly GraphQLFormattedError[]): readonly SourceLocation[] {
  return errors.flatMap(({ path, locations = [] }) => (path ? [] : locations.slice(0, 1)));
}

/** A path of names that are as long as a document may be is left out: there is no answer that it would lead to. */
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
