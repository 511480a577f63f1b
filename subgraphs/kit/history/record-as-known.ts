import type { EntityClass } from "../mutation/entity-class";
import type { StoredRecord } from "../mutation/stored-record";
import type { DatabaseLoader, LoadingContext } from "../loaders";
import { requireHistory } from "./history-start";
import { tableAsKnown } from "./table-as-known";

/**
 * Makes the look-up by id of records as they were on record at a moment: `null` if they were not. Their table has a
 * history. It throws ApiError INVALID_KNOWN_AT before the history began.
 *
 * @param name - names the look-up in SQL tags
 */
export function recordAsKnown<Entity extends StoredRecord>(
  name: string,
  entity: EntityClass<Entity>,
): (context: LoadingContext, id: string, knownAt: Date) => Promise<Entity | null> {
  const loader: DatabaseLoader<string, Entity | null, { readonly knownAt: Date }> = {
    name,
    batch: async (ids, database, { knownAt }) => {
      const { columns, tableName } = database.getMetadata(entity);
      const named = columns.map(
        ({ databaseName, propertyName }) => `t."${databaseName}" AS "${propertyName}"`,
      );
      const needed = columns.map(({ databaseName }) => databaseName);
      const rows: Entity[] = await database.query(
        `/* ${name} */ SELECT ${named.join(", ")}
         FROM ${tableAsKnown(tableName, needed, "$2::timestamptz")} t WHERE t.id = ANY($1::text[])`,
        [ids, knownAt],
      );
      const byId = new Map(rows.map((row) => [row.id, Object.assign(new entity(), row)]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
  return async (context, id, knownAt) => {
    await requireHistory(context, context.database.getMetadata(entity).tableName, knownAt);
    return context.load(loader, id, { knownAt });
  };
}
