import { parse, visit } from "graphql";

/** The names of all fields of all types in a schema's text, including those that callers do not see. */
export function fieldNames(sdl: string): ReadonlySet<string> {
  const names = new Set<string>();
  visit(parse(sdl, { noLocation: true }), {
    FieldDefinition: ({ name }) => void names.add(name.value),
  });
  return names;
}
