import { byKey } from "../record/by-key";
import { keyColumn } from "../record/columns";
import type { RequestContext } from "../request/request-context";
import type { RecordChange } from "./record-change";
import type { RecordedTable } from "./recorded-type";

/** Makes what notes whom changes are about: by their records, or by what was noted of one that is there no longer. */
export function personsOfChanges(tables: ReadonlyMap<string, RecordedTable>) {
  return async (context: RequestContext, changes: readonly RecordChange[]): Promise<void> => {
    await Promise.all(
      changes.map(async (change) => {
        const root = tables.get(change.table)?.root;
        const person = root && context.personOfRecord(root.name);
        if (!person) return;
        const [key = ""] = change.recordId.split("/");
        const isKey = keyColumn(root).propertyName === person.key;
        const record = isKey ? { [person.key]: key } : await context.load(byKey(root), key);
        context.seesRecord(root.name, record ?? valuesOf(change));
      }),
    );
  };
}

/** What a row was that is there no longer, or is in a new record. */
function valuesOf({ changes }: RecordChange): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(changes).map(([property, noted]) => [
      property,
      Array.isArray(noted) ? ((noted[0] ?? noted[1]) as unknown) : noted,
    ]),
  );
}
