import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredInputField,
} from "graphql";

/** A field with an argument through which an input field or an enum value can be set. */
export interface InputUse {
  readonly type: GraphQLObjectType;
  readonly field: GraphQLField<unknown, unknown>;
  readonly argument: GraphQLArgument;
  /** A value of the argument that sets it, as JSON. */
  readonly value: unknown;
}

/**
 * Every use of an input field or an enum value, such as `DispatchFilter.payRatio`. Filters within filters are left out: each is
 * the filter of a list too, and there would be more ways than can be gone.
 */
export function usesOf(schema: GraphQLSchema, coordinate: string): readonly InputUse[] {
  return Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args.flatMap((argument) => {
          const value = valueThatSets(coordinate, argument.type);
          return value === undefined ? [] : [{ type, field, argument, value }];
        }),
      ),
    );
}

function valueThatSets(
  coordinate: string,
  type: GraphQLInputType,
  around: readonly string[] = [],
): unknown {
  if (isNonNullType(type)) return valueThatSets(coordinate, type.ofType, around);
  if (isListType(type)) {
    const item = valueThatSets(coordinate, type.ofType, around);
    return item === undefined ? undefined : [item];
  }
  if (isEnumType(type)) {
    return type.getValues().find(({ name }) => `${type.name}.${name}` === coordinate)?.name;
  }
  if (!isInputObjectType(type) || around.includes(type.name)) return undefined;
  for (const field of Object.values(type.getFields())) {
    const isWithin = isFilter(type) && isFilter(getNamedType(field.type));
    if (isWithin && `${type.name}.${field.name}` !== coordinate) continue;
    const value =
      `${type.name}.${field.name}` === coordinate
        ? someValue(field.type)
        : valueThatSets(coordinate, field.type, [...around, type.name]);
    if (value !== undefined) return { ...(someValue(type) as object), [field.name]: value };
  }
  return undefined;
}

/** The filter of a list, or of what a record refers to. */
function isFilter(type: GraphQLInputType): boolean {
  return isInputObjectType(type) && ("not" in type.getFields() || "some" in type.getFields());
}

const scalars: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  Boolean: true,
  Date: "2024-01-01",
  DateTime: "2024-01-01T00:00:00+09:00",
  KnownAt: "2024-01-01",
  PartialDate: "2024",
  CountryCode: "JP",
};

/** A value of a type with no more than it must have. */
function someValue(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return someValue(type.ofType);
  if (isListType(type)) return [someValue(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return scalars[getNamedType(type).name] ?? "x";
  const required = Object.values(type.getFields()).filter(isRequiredInputField);
  return Object.fromEntries(required.map((field) => [field.name, someValue(field.type)]));
}
