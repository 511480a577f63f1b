import { getMetadataArgsStorage } from "typeorm";

/** The class of rows, as their columns are found. */
interface RowClass<Row> {
  readonly name: string;
  readonly prototype: Row;
}

/** Columns of the table of a class, by its properties: database column → type in PostgreSQL. */
export function columnsOf<Row extends object>(
  entity: RowClass<Row>,
  ...properties: readonly (keyof Row & string)[]
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    properties.map((property) => {
      const { name, type } = columnOf(entity, property);
      return [name, type];
    }),
  );
}

/** What a row of the database holds in these columns of a record. */
export function rowOf<Row extends object, Property extends keyof Row & string>(
  entity: RowClass<Row>,
  properties: readonly Property[],
  record: Pick<Row, Property>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    properties.map((property) => [columnOf(entity, property).name, record[property]]),
  );
}

function columnOf({ name: entity, prototype }: RowClass<object>, property: string) {
  const column = getMetadataArgsStorage().columns.find(
    ({ target, propertyName }) =>
      propertyName === property &&
      typeof target === "function" &&
      (target.prototype === prototype || prototype instanceof target),
  );
  if (!column) throw new Error(`${entity} has no column ${property}`);
  return { name: column.options.name ?? property, type: String(column.options.type) };
}
