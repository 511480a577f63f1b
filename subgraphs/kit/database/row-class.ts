import type { DataSource, ObjectLiteral } from "typeorm";
import type { RowValues } from "./read-query";

/** How rows of a class are read by hand-written statements, in which their table is `t`. */
export interface RowClass<Row> {
  /** The table, quoted. */
  readonly table: string;
  readonly tableName: string;
  /** The columns, in the order in which {@link make} takes their values. */
  readonly columns: string;
  /** How many they are: what is selected besides stands behind them. */
  readonly width: number;
  /**
   * The SQL of a property's column.
   * @throws Error where the class has no such property
   */
  readonly columnOf: (property: string) => string;
  /** Makes a row of its values. */
  readonly make: (values: RowValues) => Row;
}

const made = new WeakMap<object, RowClass<unknown>>();

/** How rows of a class are read. The same for all pools of a subgraph. */
export function rowClass<Row extends ObjectLiteral>(
  database: DataSource,
  entity: new () => Row,
): RowClass<Row> {
  const known = made.get(entity) as RowClass<Row> | undefined;
  if (known) return known;
  const { columns, tableName } = database.getMetadata(entity);
  const sqlOf = new Map(
    columns.map(({ propertyName, databaseName }) => [propertyName, `t."${databaseName}"`]),
  );
  const properties = [...sqlOf.keys()] as (keyof Row)[];
  const described: RowClass<Row> = {
    table: `"${tableName}"`,
    tableName,
    columns: [...sqlOf.values()].join(", "),
    width: properties.length,
    columnOf: (property) => {
      const sql = sqlOf.get(property);
      if (sql === undefined) throw new Error(`${entity.name} has no column for ${property}`);
      return sql;
    },
    make: (values) => {
      const row = new entity();
      let place = 0;
      for (const property of properties) row[property] = values[place++] as never;
      return row;
    },
  };
  made.set(entity, described);
  return described;
}
