import {
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
} from "graphql";

/**
 * The input fields and enum values that the values of an operation's variables set, as `DispatchFilter.payRatio`, and the
 * first variable that does.
 */
export function inputCoordinates(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { variable, type: node } of variableDefinitions) {
    const type = typeFromAST(schema, node) as GraphQLInputType | undefined;
    const { value: name } = variable.name;
    const note = (coordinate: string) => {
      if (!found.has(coordinate)) found.set(coordinate, name);
    };
    const pending = type ? [{ type, value: variables[name] }] : [];
    for (let next = pending.pop(); next; next = pending.pop()) {
      // One by one: a list in a variable can be longer than the arguments of a call.
      for (const value of collect(next.type, next.value, note)) pending.push(value);
    }
  }
  return found;
}

interface TypedValue {
  readonly type: GraphQLInputType;
  readonly value: unknown;
}

/** Notes what a value sets itself, and returns the values inside it. */
function collect(
  type: GraphQLInputType,
  value: unknown,
  note: (coordinate: string) => void,
): readonly TypedValue[] {
  if (isNonNullType(type)) return [{ type: type.ofType, value }];
  if (isListType(type)) {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item) => ({ type: type.ofType, value: item }));
  }
  if (isEnumType(type)) {
    if (typeof value === "string") note(`${type.name}.${value}`);
    return [];
  }
  if (!isInputObjectType(type) || typeof value !== "object" || value === null) return [];
  return Object.values(type.getFields()).flatMap((field) => {
    if (!Object.hasOwn(value, field.name)) return [];
    note(`${type.name}.${field.name}`);
    return [{ type: field.type, value: (value as Record<string, unknown>)[field.name] }];
  });
}
