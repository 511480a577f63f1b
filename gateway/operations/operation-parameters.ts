import {
  type GraphQLInputType,
  type GraphQLLeafType,
  getNullableType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  print,
  typeFromAST,
  type VariableDefinitionNode,
} from "graphql";
import type { GuardedSchema } from "../../subgraphs/kit/access/operation-access";
import { publicCaller } from "../access/identity/caller-of-claims";

/** A variable of an operation, as it is given by a parameter of an address. */
export interface OperationParameter {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** The type of one value. */
  readonly item: GraphQLLeafType;
  /** Whether there can be several values, with commas between them. */
  readonly isList: boolean;
  readonly isRequired: boolean;
  /** What it is where it is left out, as GraphQL writes it. */
  readonly defaultValue: string | undefined;
  /** The values that everybody may give, where the type lists them. */
  readonly values: readonly string[] | undefined;
}

/** The variables of an operation, in order; `undefined` in the place of one that no parameter can give. */
export function operationParameters(
  { variableDefinitions = [] }: OperationDefinitionNode,
  guarded: GuardedSchema,
): readonly (OperationParameter | undefined)[] {
  return variableDefinitions.map((definition) => parameterOf(definition, guarded));
}

function parameterOf(
  { variable, type: node, defaultValue }: VariableDefinitionNode,
  { schema, policies }: GuardedSchema,
): OperationParameter | undefined {
  // Whether it is a type of inputs was found when the document was validated.
  const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
  if (!type) return undefined;
  const inner = getNullableType(type);
  const isList = isListType(inner);
  const item: unknown = isList ? getNullableType(inner.ofType) : inner;
  if (!isLeafType(item)) return undefined;
  const isOpen = (value: string) =>
    policies.get(`${item.name}.${value}`)?.scopes.some((one) => publicCaller.scopes.has(one)) ??
    true;
  return {
    name: variable.name.value,
    type,
    item,
    isList,
    isRequired: isNonNullType(type) && !defaultValue,
    defaultValue: defaultValue && print(defaultValue),
    values: isEnumType(item)
      ? item.getValues().flatMap(({ name }) => (isOpen(name) ? [name] : []))
      : undefined,
  };
}
