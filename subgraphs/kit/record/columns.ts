import { getMetadataArgsStorage } from "typeorm";
import type { ColumnMetadataArgs } from "typeorm/metadata-args/ColumnMetadataArgs";

/** The columns that a class and those it extends declare. */
export function columnsOf(entity: { readonly prototype: object }): ColumnMetadataArgs[] {
  return getMetadataArgsStorage().columns.filter(
    ({ target }) =>
      typeof target === "function" &&
      (target.prototype === entity.prototype || entity.prototype instanceof target),
  );
}

/** The columns of some properties of a class, as an import writes them: column → PostgreSQL type. */
export function columnTypes<Entity extends object>(
  entity: { readonly prototype: Entity },
  ...properties: readonly (keyof Entity & string)[]
): Readonly<Record<string, string>> {
  const columns = columnsOf(entity);
  return Object.fromEntries(
    properties.map((property) => {
      const column = columns.find(({ propertyName }) => propertyName === property);
      if (!column) throw new Error(`${property} is not a column`);
      return [column.options.name ?? property, String(column.options.type)];
    }),
  );
}
