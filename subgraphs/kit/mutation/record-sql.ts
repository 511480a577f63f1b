import type { EntityManager, EntityMetadata, ObjectLiteral } from "typeorm";
import type { EntityClass } from "./entity-class";

type Metadata = Pick<EntityMetadata, "columns" | "tableName" | "primaryColumns">;
type Column = Metadata["columns"][number];

/** Inserts a row and returns it whole, with what the database added. */
export async function insertRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  values: Partial<Entity>,
  tag: string,
): Promise<Entity> {
  const metadata = manager.dataSource.getMetadata(entity);
  const given = givenColumns(metadata, values);
  const names = given.map(({ databaseName }) => `"${databaseName}"`);
  const places = given.map((_column, index) => `$${index + 1}`);
  const rows: object[] = await manager.query(
    `/* ${tag} */ INSERT INTO "${metadata.tableName}" AS t (${names.join(", ")}) VALUES (${places.join(", ")})
     RETURNING ${selection(metadata)}`,
    given.map((column) => toDatabase(column, values)),
  );
  return Object.assign(new entity(), rows[0]);
}

/** Updates the row of a record, counting its version where it has one, and returns it whole. */
export async function updateRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  record: Entity,
  values: Partial<Entity>,
  tag: string,
): Promise<Entity> {
  const metadata = manager.dataSource.getMetadata(entity);
  const given = givenColumns(metadata, values);
  const assignments = given.map(({ databaseName }, index) => `"${databaseName}" = $${index + 1}`);
  if (metadata.columns.some(({ propertyName }) => propertyName === "version")) {
    assignments.push("version = version + 1");
  }
  const keys = metadata.primaryColumns.map(
    ({ databaseName }, index) => `"${databaseName}" = $${given.length + index + 1}`,
  );
  const [rows]: [object[], number] = await manager.query(
    `/* ${tag} */ UPDATE "${metadata.tableName}" t SET ${assignments.join(", ")}
     WHERE ${keys.join(" AND ")} RETURNING ${selection(metadata)}`,
    [
      ...given.map((column) => toDatabase(column, values)),
      ...metadata.primaryColumns.map((column) => toDatabase(column, record)),
    ],
  );
  return Object.assign(new entity(), rows[0]);
}

/** Deletes the row of a record. */
export async function deleteRow<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  record: Entity,
  tag: string,
): Promise<void> {
  const { tableName, primaryColumns } = manager.dataSource.getMetadata(entity);
  const keys = primaryColumns.map(({ databaseName }, index) => `"${databaseName}" = $${index + 1}`);
  await manager.query(
    `/* ${tag} */ DELETE FROM "${tableName}" WHERE ${keys.join(" AND ")}`,
    primaryColumns.map((column) => toDatabase(column, record)),
  );
}

/** Reads and locks the row with these values, in order of its key. */
export async function lockRows<Entity extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityClass<Entity>,
  where: Partial<Entity>,
  tag: string,
): Promise<Entity[]> {
  const metadata = manager.dataSource.getMetadata(entity);
  const given = givenColumns(metadata, where);
  const conditions = given.map(({ databaseName }, index) => `"${databaseName}" = $${index + 1}`);
  const order = metadata.primaryColumns.map(({ databaseName }) => `"${databaseName}"`);
  const rows: object[] = await manager.query(
    `/* ${tag} */ SELECT ${selection(metadata)} FROM "${metadata.tableName}" t
     WHERE ${conditions.join(" AND ")} ORDER BY ${order.join(", ")} FOR UPDATE`,
    given.map((column) => toDatabase(column, where)),
  );
  return rows.map((row) => Object.assign(new entity(), row));
}

/** A record's key as text; the parts of a composite one are joined by `/`. */
export function recordId({ primaryColumns }: Metadata, record: ObjectLiteral): string {
  return primaryColumns.map(({ propertyName }) => String(record[propertyName])).join("/");
}

function givenColumns(metadata: Metadata, values: ObjectLiteral): Column[] {
  const known = new Set(metadata.columns.map(({ propertyName }) => propertyName));
  const unknown = Object.keys(values).find((name) => !known.has(name));
  if (unknown !== undefined) throw new Error(`${metadata.tableName} has no column for ${unknown}`);
  return metadata.columns.filter(({ propertyName }) => values[propertyName] !== undefined);
}

function selection({ columns }: Metadata): string {
  return columns
    .map(({ databaseName, propertyName }) => `t."${databaseName}" AS "${propertyName}"`)
    .join(", ");
}

function toDatabase({ propertyName, type }: Column, values: ObjectLiteral): unknown {
  const value: unknown = values[propertyName];
  return type === "jsonb" && value !== null ? JSON.stringify(value) : value;
}
