import {
  executeSync,
  GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLOutputType,
  type GraphQLSchema,
  type GraphQLTypeResolver,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { leafValuesOf } from "./leaf-values";
import { type AnswerObject, isAnswerObject, ownProperty } from "./own-property";
import type { SelectedOperation } from "../planning/selected-operation";
import { untypedFields } from "./untyped-fields";

/** What is left of data that does not fit the schema, and why. */
export interface CompletedData {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly GraphQLError[];
}

/**
 * Completes data that were merged by the rules of GraphQL, as graphql-js does it: what does not fit is `null`, or what
 * contains it is.
 */
export function completeByRules(
  schema: GraphQLSchema,
  { document, operation }: SelectedOperation,
  variables: Readonly<Record<string, unknown>> | undefined,
  data: AnswerObject,
): CompletedData {
  const { data: completed = null, errors = [] } = executeSync({
    schema,
    document,
    operationName: operation.name?.value,
    rootValue: data,
    variableValues: variables,
    fieldResolver,
    typeResolver,
  });
  return { data: completed, errors };
}

/** Objects say what they are, or it does not matter. */
const typeResolver: GraphQLTypeResolver<unknown, unknown> = (value, _context, info, type) => {
  const name = isAnswerObject(value) ? ownProperty(value, "__typename") : undefined;
  if (name !== undefined || !isInterfaceType(type))
    return typeof name === "string" ? name : undefined;
  const { schema, fragments, fieldNodes, variableValues: conditions } = info;
  return untypedFields({ schema, fragments, conditions }, type, fieldNodes)
    ? schema.getPossibleTypes(type)[0]?.name
    : undefined;
};

const fieldResolver: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) => {
  const value = isAnswerObject(source) ? ownProperty(source, String(info.path.key)) : undefined;
  const problem = `Invalid value found for field ${info.parentType.name}.${info.fieldName}.`;
  return withoutUnfit(value, info.returnType, problem);
};

/** An error in the place of each value that does not fit, which graphql-js then reports. */
function withoutUnfit(value: unknown, type: GraphQLOutputType, problem: string): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return withoutUnfit(value, type.ofType, problem);
  if (isListType(type)) {
    return Array.isArray(value)
      ? value.map((each) => withoutUnfit(each, type.ofType, problem))
      : new GraphQLError(problem);
  }
  const isFit = isLeafType(type) ? leafValuesOf(type)(value) : isObjectOf(value, type);
  return isFit ? value : new GraphQLError(problem);
}

/** Whether a value is an object that can be of a type, by what it says itself. */
function isObjectOf(value: unknown, type: GraphQLOutputType): boolean {
  if (!isAnswerObject(value)) return false;
  const name = ownProperty(value, "__typename");
  return name === undefined || !isObjectType(type) || name === type.name;
}
