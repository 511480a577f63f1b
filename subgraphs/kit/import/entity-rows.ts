import { getMetadataArgsStorage, type ObjectLiteral } from "typeorm";
import { declaredColumns } from "../record/columns";
import type { UpsertTable } from "./upsert-table";

/** Where rows of a class go: its table, the columns of these properties, and the rows by column. */
export type EntityRows = Pick<UpsertTable, "table" | "columns" | "rows">;

/** Makes rows of a class, by property, what `ImportBatch.upsert` writes. */
export function entityRows<Entity extends ObjectLiteral, Name extends keyof Entity & string>(
  entity: new () => Entity,
  properties: readonly Name[],
  rows: readonly Readonly<Record<Name, unknown>>[],
): EntityRows {
  const table = getMetadataArgsStorage().tables.find(({ target }) => target === entity)?.name;
  if (table === undefined) throw new Error(`${entity.name} has no table`);
  const known = declaredColumns(entity);
  const stored = properties.map((property) => {
    const options = known.find(({ propertyName }) => propertyName === property)?.options;
    if (!options) throw new Error(`${entity.name} has no column for ${property}`);
    return { property, name: options.name ?? property, type: String(options.type) };
  });
  return {
    table,
    columns: Object.fromEntries(stored.map(({ name, type }) => [name, type])),
    rows: rows.map((row) =>
      Object.fromEntries(stored.map(({ property, name }) => [name, row[property]])),
    ),
  };
}

type StoredName<Entity> = {
  [Name in keyof Entity & string]: Entity[Name] extends (...args: never) => unknown ? never : Name;
}[keyof Entity & string];

/** The properties of a class that an import writes: all but its version and `synthetic`. */
export function storedProperties<Entity extends ObjectLiteral>(
  entity: new () => Entity,
): Exclude<StoredName<Entity>, "synthetic" | "version">[] {
  return declaredColumns(entity)
    .map(({ propertyName }) => propertyName)
    .filter((name) => name !== "synthetic" && name !== "version") as never[];
}
