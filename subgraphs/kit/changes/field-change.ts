import type { ChangeKind } from "./change-kind";
import type { RecordedTable } from "./recorded-type";

/** A field as a change left it; what the caller may not see of it is `null`. */
export interface FieldChange {
  readonly field: string;
  readonly isShown: boolean;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * The fields of the graph that a change set, by name: of a new record its values, of another what they were and are.
 *
 * @param table - whose row was changed
 * @param changes - as `change_record` notes them: by property, of a new record a value, else `[before, after]`
 * @param mayRead - whether the caller may see the field of a type of the graph
 */
export function fieldChanges(
  table: RecordedTable,
  changes: Readonly<Record<string, unknown>>,
  mayRead: (typeName: string, field: string) => boolean,
): FieldChange[] {
  const { typeName, fields } = table;
  const isNew = kindOf(table, changes) === "CREATED";
  return Object.entries(changes)
    .flatMap(([property, noted]): FieldChange[] => {
      const field = fields.get(property);
      if (field === undefined) return [];
      const [before, after] = isNew ? [null, noted] : (noted as readonly unknown[]);
      if (!mayRead(typeName, field)) return [{ field, isShown: false, before: null, after: null }];
      if (isNew && (after ?? null) === null) return [];
      return [{ field, isShown: true, before: textOf(before), after: textOf(after) }];
    })
    .sort((one, other) => (one.field < other.field ? -1 : 1));
}

/** What became of a row: a new one is noted with its key, one that is removed with its key and nothing after it. */
export function kindOf(
  { keys }: Pick<RecordedTable, "keys">,
  changes: Readonly<Record<string, unknown>>,
): ChangeKind {
  const [noted] = keys.flatMap((key) => (key in changes ? [changes[key]] : []));
  if (noted === undefined) return "CHANGED";
  if (!Array.isArray(noted)) return "CREATED";
  return noted[1] === null ? "REMOVED" : "CHANGED";
}

/** A value as the graph writes it, as a text; `null` where there is none. */
function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
