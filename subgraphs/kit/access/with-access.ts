import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import { namedTypeOf, nodeTypeOf } from "./node-type";
import { type AccessPolicy, accessDirective, accessSpecification } from "./access-policy";

/**
 * What a subgraph says of who may see what: a type or a field of it → its policy. `Mutation` stands for every mutation.
 * What is not named here nobody may see; lists, edges and payloads follow their nodes, and inputs the fields they name.
 */
export type DeclaredAccess = Readonly<Record<string, AccessPolicy>>;

/**
 * Writes the policies into a subgraph's SDL as `@access`:
 *
 * - on each type and field that `declared` names;
 * - on `<Name>Connection`, `<Name>Edge` and `<Name>Payload`, as on their node;
 * - on the filter fields and orderings of a list that have the name of a field with a policy of its own, as there: who
 *   may not see a value may not learn it by asking for those that have it, nor by their order.
 *
 * @throws Error naming what `declared` names and the SDL has not
 */
export function withAccess(document: DocumentNode, declared: DeclaredAccess): DocumentNode {
  const types = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const unknown = Object.keys(declared).filter((coordinate) => !isDefined(coordinate, types));
  if (unknown.length > 0)
    throw new Error(`Policies without a type or field: ${unknown.join(", ")}`);
  const nodeOf = (name: string) => {
    const type = types.get(name);
    return type && nodeTypeOf(type);
  };
  const typePolicy = (name: string) => declared[name] ?? declared[nodeOf(name) ?? ""];
  const inputs = inputPolicies(document, types, declared);
  const definitions = document.definitions.map((node): DefinitionNode => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return withPolicies(node, typePolicy(node.name.value), declared);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return {
          ...node,
          fields: (node.fields ?? []).map((field) =>
            mark(field, inputs.get(`${node.name.value}.${field.name.value}`)),
          ),
        };
      case Kind.ENUM_TYPE_DEFINITION:
        return {
          ...node,
          values: (node.values ?? []).map((value) =>
            mark(value, inputs.get(`${node.name.value}.${value.name.value}`)),
          ),
        };
      default:
        return node;
    }
  });
  return { ...document, definitions: [...header, ...definitions] };
}

const header = parse(`extend schema
  @link(url: "${accessSpecification}", import: ["@access"])
  @composeDirective(name: "@access")
${accessDirective}`).definitions;

type ObjectTypes = ReadonlyMap<string, ObjectTypeDefinitionNode>;

function isDefined(coordinate: string, types: ObjectTypes): boolean {
  const [type = "", field] = coordinate.split(".");
  const definition = types.get(type);
  return field === undefined
    ? definition !== undefined
    : (definition?.fields ?? []).some(({ name }) => name.value === field);
}

/** The root of mutations is one type of all subgraphs: its fields carry the policy, which differs from area to area. */
function withPolicies(
  node: ObjectTypeDefinitionNode,
  policy: AccessPolicy | undefined,
  declared: DeclaredAccess,
): ObjectTypeDefinitionNode {
  const type = node.name.value;
  const isRoot = type === "Mutation";
  const fields = (node.fields ?? []).map((field) =>
    mark(field, declared[`${type}.${field.name.value}`] ?? (isRoot ? policy : undefined)),
  );
  return { ...(isRoot ? node : mark(node, policy)), fields };
}

/** The policies of filter fields and orderings, from the fields of the nodes they choose and order. */
function inputPolicies(
  { definitions }: DocumentNode,
  types: ObjectTypes,
  declared: DeclaredAccess,
): ReadonlyMap<string, AccessPolicy> {
  const inputs = new Map<string, InputObjectTypeDefinitionNode>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.set(node.name.value, node);
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(node.name.value, node);
  }
  const policies = new Map<string, AccessPolicy>();
  const note = (coordinate: string, policy: AccessPolicy | undefined) => {
    if (policy) policies.set(coordinate, narrower(policies.get(coordinate), policy));
  };
  for (const field of [...types.values()].flatMap(({ fields = [] }) => fields)) {
    const returned = types.get(namedTypeOf(field.type));
    const nodeType = returned && nodeTypeOf(returned);
    if (nodeType === undefined) continue;
    for (const argument of field.arguments ?? []) {
      const input = inputs.get(namedTypeOf(argument.type));
      for (const { name, type } of input?.fields ?? []) {
        note(`${input?.name.value ?? ""}.${name.value}`, declared[`${nodeType}.${name.value}`]);
        for (const value of enums.get(namedTypeOf(type))?.values ?? []) {
          const ordered = declared[`${nodeType}.${camelCase(value.name.value)}`];
          if (name.value === "by") note(`${namedTypeOf(type)}.${value.name.value}`, ordered);
        }
      }
    }
  }
  return policies;
}

/** Of two policies the one that lets in whom both let in. */
function narrower(one: AccessPolicy | undefined, other: AccessPolicy): AccessPolicy {
  if (!one) return other;
  const scopes = one.scopes.filter((scope) => other.scopes.includes(scope));
  return { scopes, personal: one.personal || other.personal };
}

function camelCase(value: string): string {
  return value.toLowerCase().replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function mark<Node extends { readonly directives?: readonly ConstDirectiveNode[] }>(
  node: Node,
  policy: AccessPolicy | undefined,
): Node {
  return policy ? { ...node, directives: [...(node.directives ?? []), directiveOf(policy)] } : node;
}

function directiveOf({ scopes, personal }: AccessPolicy): ConstDirectiveNode {
  const argument = (name: string, value: string) => `${name}: ${value}`;
  const text = [
    argument("scopes", JSON.stringify(scopes)),
    ...(personal ? [argument("personal", "true")] : []),
  ].join(", ");
  const [definition] = parse(`type T @access(${text})`, { noLocation: true }).definitions;
  const [directive] = definition && "directives" in definition ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`No directive in @access(${text})`);
  return directive as ConstDirectiveNode;
}
