import {
  getNamedType,
  type GraphQLSchema,
  type GraphQLType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
} from "graphql";

/** Where each type of a schema is used, as coordinates: `Agency.country`, `Query.agency(code:)`. */
export function usesOf(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const uses = new Map<string, string[]>();
  const add = (type: GraphQLType, coordinate: string) => {
    const { name } = getNamedType(type);
    const known = uses.get(name);
    if (known) known.push(coordinate);
    else uses.set(name, [coordinate]);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (isIntrospectionType(type)) continue;
    if (isObjectType(type) || isInterfaceType(type)) {
      for (const field of Object.values(type.getFields())) {
        add(field.type, `${type.name}.${field.name}`);
        for (const argument of field.args) {
          add(argument.type, `${type.name}.${field.name}(${argument.name}:)`);
        }
      }
    }
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields()))
        add(field.type, `${type.name}.${field.name}`);
    }
  }
  return uses;
}
