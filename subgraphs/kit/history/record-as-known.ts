import type { ObjectLiteral } from "typeorm";
import type { EntityClass } from "../mutation/entity-class";
import type { DatabaseLoader } from "../loaders";
import { lowerFirst } from "../name-form";
import { type KnowingContext, requireKnown } from "./known-to-caller";
import { tableAsKnown } from "./table-as-known";

/**
 * Makes the look-up of records by their key as they were on record at a moment, with the SQL tag `<class>AsKnown`: `null`
 * if they were not. Their table has a history. It throws ApiError as {@link requireKnown} does.
 */
export function recordAsKnown<Entity extends ObjectLiteral>(
  entity: EntityClass<Entity>,
): (context: KnowingContext, key: string | number, knownAt: Date) => Promise<Entity | null> {
  const name = `${lowerFirst(entity.name)}AsKnown`;
  const loader: DatabaseLoader<string | number, Entity | null, { readonly knownAt: Date }> = {
    name,
    batch: async (keys, database, { knownAt }) => {
      const { columns, primaryColumns, tableName } = database.getMetadata(entity);
      const [key, ...others] = primaryColumns;
      if (!key || others.length > 0) throw new Error(`${entity.name} has not one key`);
      const named = columns.map(
        ({ databaseName, propertyName }) => `t."${databaseName}" AS "${propertyName}"`,
      );
      const needed = columns.map(({ databaseName }) => databaseName);
      const type = key.type === "integer" ? "integer" : "text";
      const rows: Entity[] = await database.query(
        `/* ${name} */ SELECT ${named.join(", ")}
         FROM ${tableAsKnown(tableName, needed, "$2::timestamptz")} t
         WHERE t."${key.databaseName}" = ANY($1::${type}[])`,
        [keys, knownAt],
      );
      const byKey = new Map<unknown, Entity>(
        rows.map((row) => [row[key.propertyName], Object.assign(new entity(), row)]),
      );
      return keys.map((one) => byKey.get(one) ?? null);
    },
  };
  return async (context, key, knownAt) => {
    await requireKnown(context, context.database.getMetadata(entity).tableName, knownAt);
    return context.load(loader, key, { knownAt });
  };
}
