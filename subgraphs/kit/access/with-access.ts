import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from "graphql";
import { type InputUse, type ObjectTypes, usesOfInputs } from "./input-uses";
import { narrower } from "./narrower";
import { nodeTypeOf } from "./node-type";
import { relationPolicies } from "./relation-policies";
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
 *   share them, the policy of the type with the field applies to all;
 * - on the filter fields with conditions on related records, as on the field that shows them and on their type, whatever
 *   else leads to them. Within them the filter fields have policies of their own, at any depth.
 *
 * @throws Error naming what is in `declared` and not in the SDL, and a filter field whose policy does not follow
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
  const inputPolicy = (coordinate: string) => declared[coordinate] ?? inputs.get(coordinate);
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
  const shows = ({ node, field }: InputUse) => isDefined(`${node}.${field}`, types);
  const notShown = new Set(uses.filter((use) => !shows(use)).map(({ coordinate }) => coordinate));
  for (const { coordinate, node, field } of uses.filter(shows)) {
    const own = declared[`${node}.${field}`];
    // Another list that takes the same input does not have the field: a caller who is not permitted to see it must not
    // filter by it there either.
    note(coordinate, own ?? (notShown.has(coordinate) ? declared[node] : undefined));
  }
  const ofRelations = relationPolicies(uses, (coordinate) => declared[coordinate]);
  for (const [coordinate, policy] of ofRelations) policies.set(coordinate, policy);
  return policies;
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
