import { isEnumType, isInputObjectType } from "graphql";
import type { Caller } from "./caller";
import type { GuardedSchema } from "./operation-access";

/** The most that a message lists. */
const mostListed = 30;

/**
 * What a caller may use instead of an enum value or an input field: the others of its type, as they stand in the schema.
 * None where the coordinate is neither.
 */
export function openAlternatives(
  { schema, policies }: GuardedSchema,
  coordinate: string,
  { scopes }: Pick<Caller, "scopes">,
): readonly string[] {
  const [typeName = "", own] = coordinate.split(".");
  const type = schema.getType(typeName);
  const names = isEnumType(type)
    ? type.getValues().map(({ name }) => name)
    : isInputObjectType(type)
      ? Object.keys(type.getFields())
      : [];
  return names
    .filter((name) => {
      const policy = policies.get(`${typeName}.${name}`);
      return name !== own && (!policy || policy.scopes.some((scope) => scopes.has(scope)));
    })
    .slice(0, mostListed);
}
