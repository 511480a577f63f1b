import type { ObjectLiteral } from "typeorm";
import type { DatabaseLoader } from "../loaders";
import type { EntityClass } from "../mutation/entity-class";
import { lowerFirst } from "../name-form";

const loaders = new WeakMap<object, DatabaseLoader<string | number, unknown>>();

/**
 * The look-up of records by their key as they were on record last, before they were taken back: what is still known as of
 * an earlier moment leads to them. `null` for a key that there never was. Their table has a history.
 */
export function lastOnRecord<Entity extends ObjectLiteral>(
  entity: EntityClass<Entity>,
): DatabaseLoader<string | number, Entity | null> {
  const known = loaders.get(entity) as DatabaseLoader<string | number, Entity | null> | undefined;
  if (known) return known;
  const name = `${lowerFirst(entity.name)}LastOnRecord`;
  const made: DatabaseLoader<string | number, Entity | null> = {
    name,
    batch: async (keys, database) => {
      const { columns, primaryColumns, tableName } = database.getMetadata(entity);
      const [key, ...others] = primaryColumns;
      if (!key || others.length > 0) throw new Error(`${entity.name} has not one key`);
      const named = columns.map(
        ({ databaseName, propertyName }) => `t."${databaseName}" AS "${propertyName}"`,
      );
      const type = key.type === "integer" ? "integer" : "text";
      const rows: Entity[] = await database.query(
        `/* ${name} */ SELECT DISTINCT ON (t."${key.databaseName}") ${named.join(", ")}
         FROM "${tableName}_history" t WHERE t."${key.databaseName}" = ANY($1::${type}[])
         ORDER BY t."${key.databaseName}", t.recorded_to DESC`,
        [keys],
      );
      const byKey = new Map<unknown, Entity>(
        rows.map((row) => [row[key.propertyName], Object.assign(new entity(), row)]),
      );
      return keys.map((one) => byKey.get(one) ?? null);
    },
  };
  loaders.set(entity, made);
  return made;
}
