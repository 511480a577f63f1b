import { type ConstDirectiveNode, type DocumentNode, Kind, valueFromASTUntyped } from "graphql";

/** Who is permitted to see a field or use an input. */
export interface AccessPolicy {
  /** A caller needs any one of these; without any, nobody is permitted. */
  readonly scopes: readonly string[];
  /** True if it is about a person: a purpose is required, and every read is recorded. */
  readonly personal: boolean;
  /** It is about persons only for callers with one of these: they see more in it than others. */
  readonly personalWith?: readonly string[];
}

/** Schema coordinate (`Dispatch`, `Dispatch.payRatio`, `DispatchFilter.payRatio`) → its own policy. */
export type AccessPolicies = ReadonlyMap<string, AccessPolicy>;

/** The definition of the directive that carries a policy in the schema. */
export const accessDirective = `"""
Who is permitted to see or use what it marks: callers with any one of the scopes. What has scopes of its own besides those of its type needs both.
"""
directive @access(
  "A caller needs any one of these."
  scopes: [String!]!
  "True if it is about a person: a purpose is required, and every read is recorded."
  personal: Boolean! = false
  "It is about persons only for callers with one of these: they see more in it than others."
  personalWith: [String!]! = []
) on OBJECT | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE`;

/** What the directive is known by where subgraphs are composed. */
export const accessSpecification = "https://personnel-graph.invalid/access/v1.0";

/** The policies a schema's SDL carries: a subgraph's own, or those of the supergraph. */
export function accessPolicies({ definitions }: DocumentNode): AccessPolicies {
  const policies = new Map<string, AccessPolicy>();
  const add = (coordinate: string, directives: readonly ConstDirectiveNode[] = []) => {
    const policy = directives.find(({ name }) => name.value === "access");
    if (policy) policies.set(coordinate, policyOf(policy));
  };
  for (const definition of definitions) {
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        add(definition.name.value, definition.directives);
        for (const { name, directives } of definition.fields ?? []) {
          add(`${definition.name.value}.${name.value}`, directives);
        }
        break;
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        for (const { name, directives } of definition.values ?? []) {
          add(`${definition.name.value}.${name.value}`, directives);
        }
        break;
      default:
    }
  }
  return policies;
}

function policyOf(directive: ConstDirectiveNode): AccessPolicy {
  const values = Object.fromEntries(
    (directive.arguments ?? []).map(({ name, value }) => [name.value, valueFromASTUntyped(value)]),
  );
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const personalWith = texts(values["personalWith"]);
  return {
    scopes: texts(values["scopes"]),
    personal: values["personal"] === true,
    ...(personalWith.length > 0 && { personalWith }),
  };
}
