import { getMetadataArgsStorage } from "typeorm";

/** What is declared of the columns of a class of rows, those of the classes it extends included. */
export function declaredColumns(entity: { readonly prototype: object }) {
  return getMetadataArgsStorage().columns.filter(
    ({ target }) =>
      typeof target === "function" && (target === entity || entity.prototype instanceof target),
  );
}

/**
 * The column that is the key of a class of rows.
 * @throws Error where it has none, or one of several columns
 */
export function keyColumn(entity: { readonly name: string; readonly prototype: object }) {
  const [key, ...others] = declaredColumns(entity).filter(({ options }) => options.primary);
  if (!key || others.length > 0) throw new Error(`${entity.name} has not one key`);
  return key;
}

/**
 * The columns of a class of rows with their PostgreSQL types, for imports and loads that write them: all but those left
 * out and the version, which the database counts.
 */
export function columnsOf<Entity extends object>(
  entity: new () => Entity,
  { without = [] }: { readonly without?: readonly (keyof Entity & string)[] } = {},
): Record<string, string> {
  const leftOut = new Set<string>(["version", ...without]);
  return Object.fromEntries(
    declaredColumns(entity)
      .filter(({ propertyName }) => !leftOut.has(propertyName))
      .map(({ propertyName, options }) => [options.name ?? propertyName, String(options.type)]),
  );
}
