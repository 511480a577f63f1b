import { withBases } from "./with-bases";

const shown = new WeakMap<object, Map<string, string>>();

/** Notes that a property of a class of rows is shown in the graph as a field. */
export function noteShown(prototype: object, property: string | symbol, field: string): void {
  const fields = shown.get(prototype) ?? new Map<string, string>();
  shown.set(prototype, fields);
  fields.set(String(property), field);
}

/**
 * The properties of a class of rows that the graph shows → the field that shows each, those of the classes it extends
 * first. What is no field is not in it.
 */
export function shownFields(entity: { readonly prototype: object }): ReadonlyMap<string, string> {
  return new Map(withBases(entity).flatMap((prototype) => [...(shown.get(prototype) ?? [])]));
}
