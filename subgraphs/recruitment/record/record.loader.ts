import { type FindOptionsWhere, In } from "typeorm";
import type { EntityClass } from "../../kit/mutation/change-definition";
import type { StoredRecord } from "../../kit/mutation/stored-record";
import type { DatabaseLoader, RequestContext } from "../../kit/request-context";

/** Makes the loader of a type's records by id; `null` for an id without one. */
export function recordById<Entity extends StoredRecord>(
  name: string,
  entity: EntityClass<Entity>,
): DatabaseLoader<string, Entity | null> {
  return {
    name,
    batch: async (ids, database) => {
      const where = { id: In([...ids]) } as FindOptionsWhere<Entity>;
      const found = await database.getRepository(entity).find({ where, comment: name });
      const byId = new Map(found.map((record) => [record.id, record]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}

/** What a stored reference points at. It is there: a foreign key says so. */
export async function referenced<Key extends string | number, Value>(
  context: RequestContext,
  loader: DatabaseLoader<Key, Value | null>,
  key: Key,
): Promise<Value> {
  const found = await context.load(loader, key);
  if (found === null) throw new Error(`${loader.name} found nothing for ${key}`);
  return found;
}
