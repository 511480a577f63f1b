import { getMetadataArgsStorage } from "typeorm";

/** What is declared of the columns of a class of rows, those of the classes it extends included. */
export function declaredColumns(entity: { readonly prototype: object }) {
  return getMetadataArgsStorage().columns.filter(
    ({ target }) =>
      typeof target === "function" && (target === entity || entity.prototype instanceof target),
  );
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
