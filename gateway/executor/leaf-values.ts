import {
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  type GraphQLLeafType,
  GraphQLString,
  isEnumType,
} from "graphql";

/** Whether a value, which is not `null`, is one of a leaf type. */
export type IsLeafValue = (value: unknown) => boolean;

const isString: IsLeafValue = (value) => typeof value === "string";
const isAnything: IsLeafValue = () => true;

const ofScalars: ReadonlyMap<string, IsLeafValue> = new Map<string, IsLeafValue>([
  [GraphQLString.name, isString],
  [GraphQLID.name, (value) => typeof value === "string" || Number.isSafeInteger(value)],
  [GraphQLInt.name, (value) => Number.isSafeInteger(value)],
  [GraphQLFloat.name, (value) => Number.isFinite(value)],
  [GraphQLBoolean.name, (value) => typeof value === "boolean"],
]);

/** What values a leaf type has in answers, as JSON. The values of custom scalars are their subgraphs' own. */
export function leafValuesOf(type: GraphQLLeafType): IsLeafValue {
  if (!isEnumType(type)) return ofScalars.get(type.name) ?? isAnything;
  const values = new Set<unknown>(type.getValues().map(({ name }) => name));
  return (value) => values.has(value);
}
