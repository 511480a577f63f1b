import {
  getNamedType,
  getNullableType,
  type GraphQLField,
  isLeafType,
  isListType,
  isRequiredArgument,
} from "graphql";
import type { AccessPolicies } from "../../../../subgraphs/kit/access/access-policy";
import { hasFields, type WithFields } from "./has-fields";

/** What readers look for first in an object, in this order. */
const firstLeaves = [
  ...["code", "id", "number", "year", "personnelNumber", "name", "title", "label"],
  ...["value", "lower", "upper", "startsOn", "endsOn", "from", "to", "message"],
];

/** The objects within an object that say what it is about, in this order. */
const firstObjects = [
  ...[
    "rows",
    "figure",
    "fiscalYear",
    "region",
    "category",
    "network",
    "count",
    "userErrors",
    "country",
  ],
  ...["agency", "homeAgency", "official", "applicant", "fellow", "organization", "source"],
];

/** How many fields of an object an example asks for, by how deep it is. */
const mostLeaves = [5, 4, 3];
const mostObjects = [2, 2, 0];

/**
 * The fields of a type that an example asks for, as text in braces: those that need no argument, and no scope that the type
 * itself does not need. Of a list of records it asks for the count and the records.
 */
export function selectionOf(type: WithFields, policies: AccessPolicies, depth = 0): string {
  const open = Object.values(type.getFields()).filter(
    (field) =>
      !field.args.some(isRequiredArgument) &&
      field.deprecationReason == null &&
      needsNoMore(type, field, policies),
  );
  const within = (field: GraphQLField<unknown, unknown>, deeper: number) => {
    const inner = getNamedType(field.type);
    return hasFields(inner) ? `${field.name} ${selectionOf(inner, policies, deeper)}` : "";
  };
  const nodes = open.find(({ name }) => name === "nodes");
  if (nodes && type.name.endsWith("Connection")) return `{ totalCount ${within(nodes, depth)} }`;
  const leaves = inOrder(open, firstLeaves)
    .filter((field) => isLeafType(getNamedType(field.type)) && !isListOfMany(field))
    .slice(0, mostLeaves[depth] ?? 0);
  const objects = inOrder(open, firstObjects)
    .filter((field) => firstObjects.includes(field.name) && hasFields(getNamedType(field.type)))
    .slice(0, mostObjects[depth] ?? 0);
  const parts = [
    ...leaves.map(({ name }) => name),
    ...objects.map((each) => within(each, depth + 1)),
  ];
  return `{ ${parts.join(" ") || "__typename"} }`;
}

function inOrder<Field extends { readonly name: string }>(
  fields: readonly Field[],
  order: readonly string[],
): readonly Field[] {
  const rank = ({ name }: Field) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...fields].sort((one, other) => rank(one) - rank(other));
}

function isListOfMany({ type }: GraphQLField<unknown, unknown>): boolean {
  return isListType(getNullableType(type));
}

function needsNoMore(
  type: WithFields,
  field: GraphQLField<unknown, unknown>,
  policies: AccessPolicies,
): boolean {
  if (policies.has(`${type.name}.${field.name}`)) return false;
  const own = policies.get(type.name)?.scopes ?? [];
  const inner = policies.get(getNamedType(field.type).name)?.scopes ?? [];
  return inner.length === 0 || inner.includes("published") || String(inner) === String(own);
}
