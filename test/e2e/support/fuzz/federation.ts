import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  type ConstDirectiveNode,
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type SelectionSetNode,
} from "graphql";

/** A subgraph, as it is written. */
export interface MemberSdl {
  readonly name: string;
  readonly sdl: string;
}

/** A subgraph of a federation, and what its directives say. */
export interface Member extends MemberSdl {
  /** What it can be asked. */
  readonly schema: GraphQLSchema;
  /** Entity type → the keys by which it can be asked for. */
  readonly keys: ReadonlyMap<string, readonly SelectionSetNode[]>;
  /** `Type.field` → what of the entity it has to be sent. */
  readonly requires: ReadonlyMap<string, SelectionSetNode>;
  /** `Type.field` → what of its objects it knows although it is another's. */
  readonly provides: ReadonlyMap<string, SelectionSetNode>;
  /** `Type.field` of what is another's. */
  readonly externals: ReadonlySet<string>;
  /** The interfaces of others that it knows as objects. */
  readonly interfaceObjects: ReadonlySet<string>;
}

/** Reads what the directives of a subgraph say. */
export function readMember({ name, sdl }: MemberSdl): Member {
  const keys = new Map<string, SelectionSetNode[]>();
  const [requires, provides] = [
    new Map<string, SelectionSetNode>(),
    new Map<string, SelectionSetNode>(),
  ];
  const [externals, interfaceObjects] = [new Set<string>(), new Set<string>()];
  const document = parse(sdl);
  for (const type of document.definitions) {
    const isComposite =
      type.kind === Kind.OBJECT_TYPE_DEFINITION ||
      type.kind === Kind.OBJECT_TYPE_EXTENSION ||
      type.kind === Kind.INTERFACE_TYPE_DEFINITION;
    if (!isComposite) continue;
    const typeName = type.name.value;
    for (const directive of type.directives ?? []) {
      if (directive.name.value === "interfaceObject") interfaceObjects.add(typeName);
      if (directive.name.value === "key" && argumentOf(directive, "resolvable") !== "false") {
        keys.set(typeName, [...(keys.get(typeName) ?? []), fieldSetOf(directive)]);
      }
    }
    for (const field of type.fields ?? []) {
      const coordinate = `${typeName}.${field.name.value}`;
      for (const directive of field.directives ?? []) {
        if (directive.name.value === "external") externals.add(coordinate);
        if (directive.name.value === "requires") requires.set(coordinate, fieldSetOf(directive));
        if (directive.name.value === "provides") provides.set(coordinate, fieldSetOf(directive));
      }
    }
  }
  const schema = buildSubgraphSchema({ typeDefs: document });
  return { name, sdl, schema, keys, requires, provides, externals, interfaceObjects };
}

/** The fields of an object or interface type, by name; none of another kind of type. */
export function fieldsOf(
  type: GraphQLNamedType | undefined,
): Readonly<Record<string, GraphQLField<unknown, unknown>>> {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields() : {};
}

/** A place in the fields that a directive names. */
export interface NamedField {
  readonly coordinate: string;
  /** The type of what it gives. */
  readonly type: GraphQLNamedType;
  /** Whether something is named of its objects. */
  readonly isInner: boolean;
}

/** All fields that a set of a directive names, inner ones too. */
export function fieldsNamedBy(
  { selections }: SelectionSetNode,
  typeName: string,
  schema: GraphQLSchema,
): readonly NamedField[] {
  return selections.flatMap((selection): readonly NamedField[] => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? typeName;
      return fieldsNamedBy(selection.selectionSet, condition, schema);
    }
    const field = fieldsOf(schema.getType(typeName))[selection.name.value];
    if (!field) return [];
    const type = getNamedType(field.type);
    const { selectionSet } = selection;
    const below = selectionSet ? fieldsNamedBy(selectionSet, type.name, schema) : [];
    const coordinate = `${typeName}.${field.name}`;
    return [{ coordinate, type, isInner: selectionSet !== undefined }, ...below];
  });
}

function fieldSetOf(directive: ConstDirectiveNode): SelectionSetNode {
  const [definition] = parse(`{ ${argumentOf(directive, "fields")} }`, {
    noLocation: true,
  }).definitions;
  if (definition?.kind === Kind.OPERATION_DEFINITION) return definition.selectionSet;
  throw new Error(`@${directive.name.value} names no fields.`);
}

function argumentOf({ arguments: given = [] }: ConstDirectiveNode, name: string): string {
  const value = given.find((argument) => argument.name.value === name)?.value;
  return value && "value" in value ? String(value.value) : "";
}
