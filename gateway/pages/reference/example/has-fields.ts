import {
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLObjectType,
  isInterfaceType,
  isObjectType,
} from "graphql";

/** A type that fields are asked of. */
export type WithFields = GraphQLObjectType | GraphQLInterfaceType;

/** Whether fields are asked of a type. */
export function hasFields(type: GraphQLNamedType): type is WithFields {
  return isObjectType(type) || isInterfaceType(type);
}
