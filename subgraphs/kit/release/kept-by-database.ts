import type { DataSource } from "typeorm";
import { Latest } from "../latest";

/** Keeps what was read of a register, for each database by itself, within the limits of {@link Latest}. */
export function keptByDatabase<Value>(
  entries: number,
  mostWeight: number,
): (database: DataSource) => Latest<Value> {
  const byDatabase = new WeakMap<DataSource, Latest<Value>>();
  return (database) => {
    const kept = byDatabase.get(database) ?? new Latest<Value>(entries, mostWeight);
    byDatabase.set(database, kept);
    return kept;
  };
}
