import {
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isScalarType,
} from "graphql";

/** The kinds that types are listed by: objects, what they have in common, what lists and changes are made of, inputs, and values. */
export const typeKinds = [
  "object",
  "interface",
  "part",
  "filter",
  "input",
  "enum",
  "scalar",
] as const;

/** A kind that types are listed by. */
export type TypeKind = (typeof typeKinds)[number];

/** The kind of a type, by its name where several have one form: `part` is what every list or change has of its own. */
export function kindOf(type: GraphQLNamedType): TypeKind {
  if (isScalarType(type)) return "scalar";
  if (isInterfaceType(type)) return "interface";
  if (isEnumType(type)) return type.name.endsWith("OrderField") ? "filter" : "enum";
  if (isInputObjectType(type)) return /(Filter|Order)$/.test(type.name) ? "filter" : "input";
  return /(Connection|Edge|Payload|PageInfo)$/.test(type.name) ? "part" : "object";
}
