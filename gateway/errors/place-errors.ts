import type { ApolloServerPlugin } from "@apollo/server";
import {
  type DocumentNode,
  getLocation,
  type GraphQLFormattedError,
  Kind,
  type OperationDefinitionNode,
  type SourceLocation,
} from "graphql";
import { type AnswerPlace, answerPlaces } from "../../subgraphs/kit/access/answer-places";
import type { GatewayContext } from "../gateway-context";
import { isCallersFault } from "./code-from-subgraph";
import { withFilterHint } from "./filter-hint";
import { toldOnce } from "./told-once";

/** How long the names of a path may be together. */
const longestPath = 500;

/**
 * Says where errors are: below which field what validation has found, and where in the document what a subgraph says of a
 * field. Of a request that was not run, errors of one kind are told once, with their places.
 */
export function placeErrors(): ApolloServerPlugin<GatewayContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ document, operation, schema, response: { body } }) => {
          if (body.kind !== "single" || !body.singleResult.errors) return Promise.resolve();
          const { singleResult: result } = body;
          const errors = (result.errors ?? []).map((error) => ({
            ...(document ? placed(error, document, operation) : error),
            message: withFilterHint(error.message, schema),
          }));
          result.errors = result.data ? errors : toldOnce(errors.map(withoutLongPath));
          return Promise.resolve();
        },
      }),
  };
}

/** A path of names that are as long as a document may be is left out: there is no answer that it would lead to. */
function withoutLongPath({ path, ...error }: GraphQLFormattedError): GraphQLFormattedError {
  return path && path.join(".").length <= longestPath ? { ...error, path } : error;
}

function placed(
  error: GraphQLFormattedError,
  document: DocumentNode,
  operation: OperationDefinitionNode | undefined,
): GraphQLFormattedError {
  const { path, locations, extensions } = error;
  const [location] = locations ?? [];
  if (path && !location && operation && isCallersFault(extensions?.["code"])) {
    const found = locationOf(path, document, operation);
    return found ? { ...error, locations: [found] } : error;
  }
  if (path || !location) return error;
  const found = placeAt(location, document);
  return found && found.path.length > 0 ? { ...error, path: found.path } : error;
}

/** What lies at a place of the document, in whichever operation gets there. */
function placeAt(
  { line, column }: SourceLocation,
  document: DocumentNode,
): AnswerPlace | undefined {
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const [place] = answerPlaces(
      document,
      definition,
      ({ loc }) => loc?.startToken.line === line && loc.startToken.column === column,
      1,
    );
    if (place) return place;
  }
  return undefined;
}

/** Where the field at a path of the answer is selected first. */
function locationOf(
  path: readonly (string | number)[],
  document: DocumentNode,
  operation: OperationDefinitionNode,
): SourceLocation | undefined {
  const names = path.filter((part) => typeof part === "string");
  const fields = answerPlaces(document, operation, ({ kind }) => kind === Kind.FIELD);
  const field = fields.find(({ path: each }) => names.join(".") === each.join("."));
  const loc = field?.node.loc;
  return loc && getLocation(loc.source, loc.start);
}
