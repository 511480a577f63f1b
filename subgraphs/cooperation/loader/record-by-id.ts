import { In, type FindOptionsWhere } from "typeorm";
import type { DatabaseLoader } from "../../kit/request-context";

/** Makes the loader of records by id; `null` for an id without one. */
export function recordById<Entity extends { id: string }>(
  entity: new () => Entity,
  name: string,
): DatabaseLoader<string, Entity | null> {
  return {
    name,
    batch: async (ids, database) => {
      const where = { id: In([...ids]) } as FindOptionsWhere<Entity>;
      const records = await database.getRepository(entity).find({ where, comment: name });
      const byId = new Map(records.map((record) => [record.id, record]));
      return ids.map((id) => byId.get(id) ?? null);
    },
  };
}

/** The record a stored row refers to. It is there: a foreign key says so. */
export function existing<Entity>(record: Entity | null, what: string): Entity {
  if (record === null) throw new Error(`${what} is gone`);
  return record;
}
