import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from "graphql";
import { ApiError } from "../../subgraphs/kit/errors";

/** How deep the values of variables may be nested: more than any input of the graph is, by far. */
const mostNesting = 100;

/**
 * Refuses variables that do not fit their types, with the first that is wrong: the gateway's library would list a
 * mistake for every element of a list. And variables nested so deep that whatever writes them out, as for a subgraph,
 * would go one call deeper for each.
 *
 * @throws ApiError BAD_USER_INPUT
 */
export function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): void {
  let level: readonly object[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > mostNesting) {
      const message = `Expected variables nested at most ${mostNesting} deep, received deeper ones.`;
      throw new ApiError("BAD_USER_INPUT", message);
    }
    level = level.flatMap((value) => Object.values(value).filter(isObject));
  }
  const { errors } = getVariableValues(schema, variableDefinitions, variables, { maxErrors: 1 });
  const [first] = errors ?? [];
  if (first) throw new ApiError("BAD_USER_INPUT", first.message);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
