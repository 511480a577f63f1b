import {
  type DocumentNode,
  type GraphQLError,
  getVariableValues,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from "graphql";
import { answerPlaces } from "../../subgraphs/kit/access/answer-places";
import { ApiError } from "../../subgraphs/kit/errors";
import { checkSizes } from "./check-sizes";

/**
 * Returns the values of an operation's variables. Refuses those that are too large, then those that do not fit their
 * types, with the first mistake alone: the gateway's library would report one for every element of a list.
 *
 * @throws ApiError BAD_USER_INPUT, or with the code of the scalar that does not take a value
 */
export function checkVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  checkSizes(variables);
  const { variableDefinitions = [] } = operation;
  const { errors = [], coerced = {} } = getVariableValues(schema, variableDefinitions, variables, {
    maxErrors: 1,
  });
  const [first] = errors;
  if (first) throw placed(first, document, operation);
  return coerced;
}

/** The error of a variable, below the field that uses it first. */
function placed(
  { message, nodes = [], originalError }: GraphQLError,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): ApiError {
  const [definition] = nodes;
  const name = definition?.kind === Kind.VARIABLE_DEFINITION && definition.variable.name.value;
  const [place] = answerPlaces(
    document,
    operation,
    (node) => node.kind === Kind.VARIABLE && node.name.value === name,
    1,
  );
  const options = { nodes, ...(place && { path: place.path }) };
  return originalError instanceof ApiError
    ? new ApiError(
        originalError.extensions.code,
        shortened(message, originalError),
        undefined,
        options,
      )
    : new ApiError("BAD_USER_INPUT", message, undefined, options);
}

/** The library's message about a value that one of our scalars refuses, which says itself what was received. */
function shortened(message: string, { message: own }: ApiError): string {
  if (!message.endsWith(own)) return message;
  const [, variable, at = ""] =
    /^Variable "(\$\w+)" got invalid value .*?( at "[^"]*")?; $/s.exec(
      message.slice(0, -own.length),
    ) ?? [];
  return variable === undefined ? message : `Variable "${variable}"${at}: ${own}`;
}
