import { type GraphQLSchema, isInputObjectType } from "graphql";

const literal = /^(Expected value of type "(\w+)!?"), (found (.+)\.)$/s;
const variable =
  /^(Variable ".+" got invalid value (.+?)(?: at "[^"]*")?; Expected type "(\w+)!?" to be an object)\.$/s;

/** A longer value is not repeated in an example. */
const longestExample = 60;

/** Adds an example to the message of graphql-js about a value in the place of a filter with conditions. */
export function withFilterHint(message: string, schema: GraphQLSchema): string {
  const [, expected, type = "", found, value = ""] = literal.exec(message) ?? [];
  if (hasConditions(schema, type)) return `${expected} such as ${example(value)}, ${found}`;
  const [, whole, given = "", name = ""] = variable.exec(message) ?? [];
  if (hasConditions(schema, name)) return `${whole} such as ${example(given)}.`;
  return message;
}

/**
 * True for an input made of conditions such as `IntFilter`, and not for the filter of a list, which is made of such
 * inputs.
 */
function hasConditions(schema: GraphQLSchema, name: string): boolean {
  const type = name === "" ? undefined : schema.getType(name);
  return isInputObjectType(type) && "eq" in type.getFields();
}

/** Written as in a document: in a variable the names are quoted too. */
function example(value: string): string {
  const shown = value.length > longestExample ? "…" : value;
  return value.startsWith("[") ? `{in: ${shown}}` : `{eq: ${shown}}`;
}
