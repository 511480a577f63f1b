import { isEnumType, isInputObjectType } from "graphql";
import type { Caller } from "../caller";
import type { GuardedSchema } from "./operation-access";

/** What there is besides an enum value or an input field. */
export interface Alternatives {
  /** Those that the caller may use, as they stand in the schema. */
  readonly open: readonly string[];
  /** True if any of them is not open to everybody who is permitted to use their type. */
  readonly areGuarded: boolean;
}

/**
 * What a caller can use instead of an enum value or an input field: the others of its type. None for other coordinates.
 */
export function openAlternatives(
  { schema, policies }: GuardedSchema,
  coordinate: string,
  { scopes }: Pick<Caller, "scopes">,
): Alternatives {
  const [typeName = "", own] = coordinate.split(".");
  const type = schema.getType(typeName);
  const names = isEnumType(type)
    ? type.getValues().map(({ name }) => name)
    : isInputObjectType(type)
      ? Object.keys(type.getFields())
      : [];
  const others = names.filter((name) => name !== own);
  const policyOf = (name: string) => policies.get(`${typeName}.${name}`);
  return {
    open: others.filter(
      (name) => policyOf(name)?.scopes.some((scope) => scopes.has(scope)) ?? true,
    ),
    areGuarded: others.some((name) => policyOf(name) !== undefined),
  };
}
