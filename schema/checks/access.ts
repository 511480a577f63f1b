import { Kind, type ObjectTypeDefinitionNode, type TypeNode } from "graphql";
import {
  type AccessPolicies,
  type AccessPolicy,
  accessPolicies,
} from "../../subgraphs/kit/access/access-policy";
import { namedTypeOf, nodeTypeOf } from "../../subgraphs/kit/access/node-type";
import { isFederationName } from "../federation-directives";
import type { Problem } from "../problem";
import type { SubgraphSdl } from "../subgraph-sdl";

/**
 * Finds missing or wrong policies that could disclose personal data:
 *
 * - a type, or a mutation, without `@access`;
 * - one with different policies in different subgraphs;
 * - a type that is not marked personal though it has exactly one person behind each of its rows, or is reached through
 *   personal types alone, or has a field of the kind that people are known or judged by;
 * - a connection, an edge or a payload with another policy than its node;
 * - personal data open to everybody.
 */
export function access(subgraphs: readonly SubgraphSdl[]): Problem[] {
  return [...subgraphs.flatMap(problemsOf), ...differences(subgraphs)];
}

/** Fields that identify people or say something of them, as far as the graph has them; a country's name is not one. */
const personalField =
  /^(nameKana|nameEn|.*(personnel|applicant|fellow|evaluator)Number|presenterName|payRatio|scores?|verdict|comment|birth.*|gender|age|address|phone.*|e?mail.*|salary.*|pay.*)$/i;

/** Rows of statistics: they are about groups, and show only what disclosure control releases. */
const groupRow = "StatisticsRow";

interface Subgraph {
  readonly name: string;
  readonly types: ReadonlyMap<string, ObjectTypeDefinitionNode>;
  readonly policies: AccessPolicies;
}

function problemsOf({ name, document }: SubgraphSdl): Problem[] {
  const types = new Map(
    document.definitions.flatMap((node) =>
      node.kind === Kind.OBJECT_TYPE_DEFINITION && !isFederationName(node.name.value)
        ? [[node.name.value, node] as const]
        : [],
    ),
  );
  const subgraph = { name, types, policies: accessPolicies(document) };
  return [...types.values()].flatMap((type) =>
    type.name.value === "Mutation"
      ? withoutPolicy(subgraph, type)
      : [...ofType(subgraph, type), ...ofFields(subgraph, type)],
  );
}

function withoutPolicy({ name, policies }: Subgraph, type: ObjectTypeDefinitionNode): Problem[] {
  return (type.fields ?? []).flatMap((field) => {
    const where = `${type.name.value}.${field.name.value}`;
    return policies.has(where)
      ? []
      : [problem(where, `has no @access: nobody may use it (${name}).`)];
  });
}

function ofType(subgraph: Subgraph, type: ObjectTypeDefinitionNode): Problem[] {
  const { name, types, policies } = subgraph;
  const where = type.name.value;
  const policy = policies.get(where);
  if (!policy) return [problem(where, `has no @access: nobody is permitted to see it (${name}).`)];
  const node = nodeTypeOf(type);
  const nodePolicy = node === undefined ? undefined : policies.get(node);
  if (nodePolicy && !isSame(policy, nodePolicy)) {
    return [problem(where, `has another @access than its node ${node ?? ""} (${name}).`)];
  }
  if (policy.personal || node !== undefined) return open(where, policy);
  const person = (type.fields ?? []).find(
    (field) => field.type.kind === Kind.NON_NULL_TYPE && isPersonal(subgraph, field.type.type),
  );
  if (person) {
    return [
      problem(
        where,
        `has a person behind each row (${person.name.value}), and is not personal (${name}).`,
      ),
    ];
  }
  const parents = [...types.values()].filter((parent) =>
    (parent.fields ?? []).some((field) => namedTypeOf(field.type) === where),
  );
  const isPartOfPersons =
    parents.length > 0 && parents.every((parent) => policies.get(parent.name.value)?.personal);
  return isPartOfPersons
    ? [problem(where, `is reached through personal types alone, and is not personal (${name}).`)]
    : [];
}

function ofFields({ name, policies }: Subgraph, type: ObjectTypeDefinitionNode): Problem[] {
  return (type.fields ?? []).flatMap((field) => {
    const where = `${type.name.value}.${field.name.value}`;
    const policy = policies.get(where) ?? policies.get(type.name.value);
    const isOfPerson = personalField.test(field.name.value) && !type.name.value.endsWith(groupRow);
    if (policy?.personal === false && isOfPerson) {
      return [
        problem(where, `is what people are known or judged by, and is not personal (${name}).`),
      ];
    }
    return open(where, policies.get(where));
  });
}

function open(where: string, policy: AccessPolicy | undefined): Problem[] {
  return policy?.personal && policy.scopes.includes("published")
    ? [problem(where, "is personal, and open to everybody.")]
    : [];
}

function isPersonal({ types, policies }: Subgraph, type: TypeNode): boolean {
  if (type.kind !== Kind.NAMED_TYPE) return false;
  const definition = types.get(type.name.value);
  return definition !== undefined && nodeTypeOf(definition) === undefined
    ? (policies.get(type.name.value)?.personal ?? false)
    : false;
}

function differences(subgraphs: readonly SubgraphSdl[]): Problem[] {
  const first = new Map<string, { readonly subgraph: string; readonly policy: AccessPolicy }>();
  return subgraphs.flatMap(({ name, document }) =>
    [...accessPolicies(document)].flatMap(([where, policy]) => {
      const other = first.get(where) ?? { subgraph: name, policy };
      first.set(where, other);
      return isSame(policy, other.policy)
        ? []
        : [problem(where, `has another @access in ${name} than in ${other.subgraph}.`)];
    }),
  );
}

function isSame(one: AccessPolicy, other: AccessPolicy): boolean {
  return (
    one.personal === other.personal &&
    String(one.scopes) === String(other.scopes) &&
    String(one.personalWith) === String(other.personalWith)
  );
}

function problem(where: string, message: string): Problem {
  return { check: "access", where, message };
}
