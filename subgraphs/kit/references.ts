import type { FieldNode, GraphQLResolveInfo } from "graphql";
import { plainFields } from "./graphql/selected-fields";
import type { DatabaseLoader, LoadingContext } from "./loaders";

/** A field of a record that stands for the key of another. */
interface ReferenceField {
  readonly property: string | symbol;
  /** Loads what the key points at. A function, since classes that point at each other do not know each other yet. */
  readonly loader: () => DatabaseLoader<string | number, unknown>;
}

const declared = new WeakMap<object, Map<string, ReferenceField>>();

/** Notes that a field of a class is a reference that is found by a loader. */
export function noteReference(prototype: object, field: string, reference: ReferenceField): void {
  const fields = declared.get(prototype) ?? new Map<string, ReferenceField>();
  declared.set(prototype, fields);
  fields.set(field, reference);
}

/**
 * Reads what the selected references of records point at, all at once, so that each is there when its field is resolved.
 * Never rejects: what cannot be read is the error of its field.
 *
 * @param path - the fields that lead from the resolved field to the records; none where it gives the records themselves
 */
export async function prepareReferences(
  records: readonly object[],
  { fieldNodes }: Pick<GraphQLResolveInfo, "fieldNodes">,
  context: LoadingContext,
  path: readonly string[] = [],
): Promise<void> {
  const [first] = records;
  const references = first && declared.get(Object.getPrototypeOf(first) as object);
  if (!references) return;
  const names = selectedNames(fieldNodes, path);
  const reading: Promise<void>[] = [];
  for (const name of names) {
    const reference = references.get(name);
    if (reference) reading.push(prepareReference(records, reference, context));
  }
  for (const each of reading) await each;
}

function prepareReference(
  records: readonly object[],
  { property, loader }: ReferenceField,
  context: LoadingContext,
): Promise<void> {
  const keys = new Set<string | number>();
  for (const record of records as readonly Readonly<Record<string | symbol, unknown>>[]) {
    const key = record[property];
    if (typeof key === "string" || typeof key === "number") keys.add(key);
  }
  return context.prepare(loader(), keys);
}

/** The fields that are certainly selected: others are read when they are resolved. */
function selectedNames(nodes: readonly FieldNode[], path: readonly string[]): ReadonlySet<string> {
  let at = nodes;
  for (const name of path) at = plainFields(at).filter((node) => node.name.value === name);
  return new Set(plainFields(at).map((node) => node.name.value));
}
