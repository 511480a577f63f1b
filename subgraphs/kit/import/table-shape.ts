import type { EntityManager } from "typeorm";

/** What the import must know of a table. */
export interface TableShape {
  readonly primaryKey: readonly string[];
  readonly columns: ReadonlySet<string>;
  /** The name under which `change_record` shows a column: the entity's property where there is one. */
  readonly nameOf: (column: string) => string;
}

const shapes = new WeakMap<object, Map<string, TableShape>>();

/** Reads the shape of a table, once a connection pool. */
export async function tableShape(manager: EntityManager, table: string): Promise<TableShape> {
  const { dataSource } = manager;
  const known = shapes.get(dataSource) ?? new Map<string, TableShape>();
  shapes.set(dataSource, known);
  const read = known.get(table) ?? (await readShape(manager, table));
  known.set(table, read);
  return read;
}

async function readShape(manager: EntityManager, table: string): Promise<TableShape> {
  const rows: { name: string; place: number | null }[] = await manager.query(
    `/* import.shape */ SELECT a.attname::text AS name, array_position(i.indkey::int2[], a.attnum) AS place
     FROM pg_attribute a LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
     WHERE a.attrelid = $1::regclass AND a.attnum > 0 AND NOT a.attisdropped ORDER BY place, a.attnum`,
    [`"${table}"`],
  );
  const entity = manager.dataSource.entityMetadatas.find(({ tableName }) => tableName === table);
  const properties = new Map(
    entity?.columns.map(({ databaseName, propertyName }) => [databaseName, propertyName]),
  );
  return {
    primaryKey: rows.filter(({ place }) => place !== null).map(({ name }) => name),
    columns: new Set(rows.map(({ name }) => name)),
    nameOf: (column) => properties.get(column) ?? column,
  };
}
