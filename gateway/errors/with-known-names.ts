import { type GraphQLSchema, isObjectType } from "graphql";
import type { AccessPolicies } from "../../subgraphs/kit/access/access-policy";
import type { Caller } from "../../subgraphs/kit/caller";
import { openAlternatives } from "../../subgraphs/kit/access/open-alternatives";
import { listed } from "../../subgraphs/kit/listed";

const ofType =
  /(?:does not exist in "(\w+)" enum\.|Enum "(\w+)" cannot represent |Field "\w+" is not defined by type "(\w+)"\.)/;
const argument = /^(Unknown argument "\w+" on field "(\w+)\.(\w+)"\.)/;
const suggestion = / ?Did you mean [^?]*\?/;

/**
 * Adds the known names to a message of graphql-js about an unknown enum value, input field or argument. Of values and
 * fields it lists those that are open to the caller, and says so if others are not open to everybody. It replaces the
 * suggestions of graphql-js, which could name what is not open.
 */
export function withKnownNames(
  message: string,
  schema: GraphQLSchema,
  policies: AccessPolicies,
  caller: Caller,
): string {
  const [, ...types] = ofType.exec(message) ?? [];
  const named = types.find((name) => name !== undefined);
  if (named !== undefined && schema.getType(named)) {
    const { open, areGuarded } = openAlternatives({ schema, policies }, `${named}.`, caller);
    const there = areGuarded ? "Open to the caller are" : "It has";
    return `${message.replace(suggestion, "")} ${there} ${listed(open)}.`;
  }
  const [, unknown, typeName = "", fieldName = ""] = argument.exec(message) ?? [];
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  if (!unknown || !field) return message;
  const names = field.args.map(({ name }) => name);
  return `${unknown} ${names.length === 0 ? "It has none." : `It has ${listed(names)}.`}`;
}
