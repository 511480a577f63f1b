import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import { namedTypeOf, nodeTypeOf } from "./node-type";
import { type AccessPolicy, accessDirective, accessSpecification } from "./access-policy";

/**
 * Who is permitted to see what in a subgraph: a type, a field, an input field or an enum value → its policy. `Mutation`
 * stands for every mutation. Nobody is permitted to see a type without an entry. Connections, edges and payloads have
 * the policy of their nodes, and inputs that of the fields they name.
 */
export type DeclaredAccess = Readonly<Record<string, AccessPolicy>>;

/**
 * Writes the policies into a subgraph's SDL as `@access`:
 *
 * - on each type and field that `declared` names;
 * - on `<Name>Connection`, `<Name>Edge` and `<Name>Payload`, as on their node;
 * - on each input field and enum value that it names;
 * - on the filter fields and orderings of a list that have the name of a field with a policy of its own, as there: a
 *   caller who is not permitted to see a value must not learn it by a filter or by the order. If lists of several types
 *   share them, the policy of the type with the field applies to all.
 *
 * @throws Error naming what is in `declared` and not in the SDL
 */
export function withAccess(document: DocumentNode, declared: DeclaredAccess): DocumentNode {
  const types = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
  const inputNames = inputNamesOf(document);
  const unknown = Object.keys(declared).filter(
    (coordinate) => !isDefined(coordinate, types) && !inputNames.has(coordinate),
  );
  if (unknown.length > 0)
    throw new Error(`Policies without a type or field: ${unknown.join(", ")}`);
  const nodeOf = (name: string) => {
    const type = types.get(name);
    return type && nodeTypeOf(type);
  };
  const typePolicy = (name: string) => declared[name] ?? declared[nodeOf(name) ?? ""];
  const inputs = inputPolicies(document, types, declared);
  const inputPolicy = (coordinate: string) => inputs.get(coordinate) ?? declared[coordinate];
  const definitions = document.definitions.map((node): DefinitionNode => {
    switch (node.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
        return withPolicies(node, typePolicy(node.name.value), declared);
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
        return {
          ...node,
          fields: (node.fields ?? []).map((field) =>
            mark(field, inputPolicy(`${node.name.value}.${field.name.value}`)),
          ),
        };
      case Kind.ENUM_TYPE_DEFINITION:
        return {
          ...node,
          values: (node.values ?? []).map((value) =>
            mark(value, inputPolicy(`${node.name.value}.${value.name.value}`)),
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

/** The coordinates of every input field and enum value. */
function inputNamesOf({ definitions }: DocumentNode): ReadonlySet<string> {
  return new Set(
    definitions.flatMap((node) => {
      if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) {
        return (node.fields ?? []).map(({ name }) => `${node.name.value}.${name.value}`);
      }
      if (node.kind === Kind.ENUM_TYPE_DEFINITION) {
        return (node.values ?? []).map(({ name }) => `${node.name.value}.${name.value}`);
      }
      return [];
    }),
  );
}

type ObjectTypes = ReadonlyMap<string, ObjectTypeDefinitionNode>;

function isDefined(coordinate: string, types: ObjectTypes): boolean {
  const [type = "", field] = coordinate.split(".");
  const definition = types.get(type);
  return field === undefined
    ? definition !== undefined
    : (definition?.fields ?? []).some(({ name }) => name.value === field);
}

/** The root of mutations is one type of all subgraphs, so each of its fields has the policy of its area. */
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

/** A filter field or an ordering, and the field of the nodes that it could disclose. */
interface Use {
  readonly coordinate: string;
  readonly node: string;
  readonly field: string;
}

/** The policies of filter fields and orderings, from the fields of the nodes they filter and order. */
function inputPolicies(
  { definitions }: DocumentNode,
  types: ObjectTypes,
  declared: DeclaredAccess,
): ReadonlyMap<string, AccessPolicy> {
  const policies = new Map<string, AccessPolicy>();
  const note = (coordinate: string, policy: AccessPolicy | undefined) => {
    if (policy) policies.set(coordinate, narrower(policies.get(coordinate), policy));
  };
  const uses = usesOfInputs(definitions, types);
  const shows = ({ node, field }: Use) => isDefined(`${node}.${field}`, types);
  const notShown = new Set(uses.filter((use) => !shows(use)).map(({ coordinate }) => coordinate));
  for (const { coordinate, node, field } of uses.filter(shows)) {
    const own = declared[`${node}.${field}`];
    // Another list that takes the same input does not have the field: a caller who is not permitted to see it must not
    // filter by it there either.
    note(coordinate, own ?? (notShown.has(coordinate) ? declared[node] : undefined));
  }
  return policies;
}

function usesOfInputs(definitions: readonly DefinitionNode[], types: ObjectTypes): readonly Use[] {
  const inputs = new Map<string, InputObjectTypeDefinitionNode>();
  const enums = new Map<string, EnumTypeDefinitionNode>();
  for (const node of definitions) {
    if (node.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) inputs.set(node.name.value, node);
    if (node.kind === Kind.ENUM_TYPE_DEFINITION) enums.set(node.name.value, node);
  }
  const ofField = (
    input: string,
    { name, type }: InputValueDefinitionNode,
    node: string,
  ): Use[] => [
    { coordinate: `${input}.${name.value}`, node, field: name.value },
    ...(name.value === "by" ? (enums.get(namedTypeOf(type))?.values ?? []) : []).map((value) => ({
      coordinate: `${namedTypeOf(type)}.${value.name.value}`,
      node,
      field: camelCase(value.name.value),
    })),
  ];
  return [...types.values()].flatMap(({ fields = [] }) =>
    fields.flatMap((field) => {
      const returned = types.get(namedTypeOf(field.type));
      const node = returned && nodeTypeOf(returned);
      if (node === undefined) return [];
      return (field.arguments ?? []).flatMap((argument) => {
        const input = inputs.get(namedTypeOf(argument.type));
        return (input?.fields ?? []).flatMap((each) =>
          ofField(input?.name.value ?? "", each, node),
        );
      });
    }),
  );
}

/** The policy that permits only callers whom both permit. */
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

function directiveOf({ scopes, personal, personalWith = [] }: AccessPolicy): ConstDirectiveNode {
  const argument = (name: string, value: string) => `${name}: ${value}`;
  const text = [
    argument("scopes", JSON.stringify(scopes)),
    ...(personal ? [argument("personal", "true")] : []),
    ...(personalWith.length > 0 ? [argument("personalWith", JSON.stringify(personalWith))] : []),
  ].join(", ");
  const [definition] = parse(`type T @access(${text})`, { noLocation: true }).definitions;
  const [directive] = definition && "directives" in definition ? (definition.directives ?? []) : [];
  if (!directive) throw new Error(`No directive in @access(${text})`);
  return directive as ConstDirectiveNode;
}
