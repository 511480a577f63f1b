import type { DataSource, ObjectLiteral } from "typeorm";
import { readRows } from "../database/read-rows";
import { StatementNames } from "../database/statement-names";
import { type RowClass, rowClass } from "../database/row-class";
import { rowsOfKeys } from "../loaders";
import { lowerFirst, upperFirst } from "../name-form";
import type { EntityClass } from "../mutation/entity-class";
import type { DatabaseLoader, LoadingContext } from "../loaders";
import { keyColumn } from "./columns";
import { withoutKind } from "./marked-fields";

const loaders = new WeakMap<object, DatabaseLoader<string | number, unknown>>();

/**
 * The loader of a class's rows by their key, as `engagementById`; `null` for a key without one.
 *
 * @param name - what it is called from the first time on, where not after the class
 */
export function byKey<Entity extends ObjectLiteral>(
  entity: EntityClass<Entity>,
  name?: string,
): DatabaseLoader<string | number, Entity | null> {
  const made = (loaders.get(entity) ??
    rowBy(entity, keyColumn(entity).propertyName, name)) as DatabaseLoader<
    string | number,
    Entity | null
  >;
  loaders.set(entity, made);
  return made;
}

/** Makes the loader of a class's rows by a value that no two of them share, as `organizationByCode`. */
export function rowBy<Entity extends ObjectLiteral>(
  entity: EntityClass<Entity>,
  key: keyof Entity & string,
  given?: string,
): DatabaseLoader<string | number, Entity | null> {
  const name = given ?? `${lowerFirst(entity.name)}By${upperFirst(withoutKind(key))}`;
  return {
    name,
    batch: async (keys, database) => {
      const rows = await readAll(database, name, entity, { keys: [key, keys] });
      const rowOf = new Map<unknown, Entity>(rows.map((row) => [row[key], row]));
      return keys.map((one) => rowOf.get(one) ?? null);
    },
  };
}

/** Properties to order rows by, the first first. */
export type RowOrder<Entity> = { readonly [Property in keyof Entity]?: "ASC" | "DESC" };

/** How rows of a class that have a value in common are loaded. */
export interface RowsByDefinition<Entity, Arguments> {
  readonly order: RowOrder<Entity>;
  /** The condition on those that are read, in SQL whose table is `t`; all where it is absent. */
  readonly where?: string;
  /** Which of those read, by the loader's arguments. */
  readonly only?: (row: Entity, args: Arguments) => boolean;
}

/** Makes the loader of the rows of a class by a value they have in common, in order. */
export function rowsBy<Entity extends ObjectLiteral, Arguments = undefined>(
  name: string,
  entity: EntityClass<Entity>,
  property: keyof Entity & string,
  { order, where, only }: RowsByDefinition<Entity, Arguments>,
): DatabaseLoader<string | number, Entity[], Arguments> {
  return {
    name,
    batch: async (keys, database, args) => {
      const rows = await readAll(database, name, entity, { keys: [property, keys], where, order });
      const wanted = only ? rows.filter((row) => only(row, args)) : rows;
      return rowsOfKeys(keys, wanted, (row) => row[property] as unknown);
    },
  };
}

/** Which rows are read, and in which order. */
interface Reading<Entity> {
  /** The property that has one of these values. */
  readonly keys?: readonly [property: keyof Entity & string, keys: readonly (string | number)[]];
  readonly where?: string | undefined;
  readonly order?: RowOrder<Entity>;
}

const kept = new StatementNames("rows", 200);

/** Reads rows of a class. There are few such statements, and each has one best plan: connections keep them. */
async function readAll<Entity extends ObjectLiteral>(
  database: DataSource,
  tag: string,
  entity: EntityClass<Entity>,
  { keys, where, order = {} }: Reading<Entity>,
): Promise<Entity[]> {
  const { table, columns, columnOf, make }: RowClass<Entity> = rowClass(database, entity);
  const [property, given = []] = keys ?? [];
  // Of one key the plan knows that it is one.
  const isOne = given.length === 1 && given[0] != null;
  const sought = isOne ? "$1" : "ANY($1)";
  const conditions = [property && `${columnOf(property)} = ${sought}`, where].filter(Boolean);
  const terms = Object.entries(order).map(([property, way]) => `${columnOf(property)} ${way}`);
  const sql = [
    `SELECT ${columns} FROM ${table} t`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(" AND ")}`] : []),
    ...(terms.length > 0 ? [`ORDER BY ${terms.join(", ")}`] : []),
  ].join(" ");
  const values = keys ? [isOne ? given[0] : given] : [];
  return (await readRows(database, { tag, sql, values, kept })).map(make);
}

/** Makes the loader of all rows of a short table, in order. */
export function allRows<Entity extends ObjectLiteral>(
  name: string,
  entity: EntityClass<Entity>,
  order: RowOrder<Entity>,
): DatabaseLoader<"all", Entity[]> {
  return {
    name,
    batch: async (keys, database) => {
      const rows = await readAll(database, name, entity, { order });
      return keys.map(() => rows);
    },
  };
}

/** All rows of a short table that only published facts fill. */
export interface FactRows<Row> extends DatabaseLoader<"all", Row[]> {
  /** The rows at once, where another request has read them lately. */
  lately(database: DataSource): Row[] | undefined;
}

/** For how long requests share the rows of {@link factRows}, in milliseconds. */
const sharedFor = 10_000;

/** Makes the loader of {@link FactRows}, in order. */
export function factRows<Entity extends ObjectLiteral>(
  name: string,
  entity: EntityClass<Entity>,
  order: RowOrder<Entity>,
): FactRows<Entity> {
  const all = allRows(name, entity, order);
  const last = new WeakMap<DataSource, { readonly at: number; readonly rows: Entity[] }>();
  const lately = (database: DataSource) => {
    const read = last.get(database);
    return read && performance.now() - read.at < sharedFor ? read.rows : undefined;
  };
  return {
    name,
    lately,
    batch: async (keys, database, args) => {
      const known = lately(database);
      if (known) return keys.map(() => known);
      const at = performance.now();
      const read = await all.batch(keys, database, args);
      const [rows] = read;
      if (rows) last.set(database, { at, rows });
      return read;
    },
  };
}

/** Finds the row with a code among all of a short table; at once where they have been read lately. */
export function among<Row extends { readonly code: string }>(
  all: FactRows<Row>,
): (code: string, context: LoadingContext) => Row | undefined | Promise<Row | undefined> {
  return (code, context) => {
    const within = (rows: readonly Row[]) => rows.find((row) => row.code === code);
    const lately = all.lately(context.database);
    return lately ? within(lately) : context.load(all, "all").then(within);
  };
}

/**
 * What a stored key points at, at once where it has been read. It is there: a foreign key says so.
 *
 * @param last - finds what it was where it has been taken back since: what is shown as of an earlier moment still points at it
 */
export function found<Key extends string | number, Value>(
  context: LoadingContext,
  loader: DatabaseLoader<Key, Value | null>,
  key: Key,
  last?: () => DatabaseLoader<Key, Value | null>,
): Value | Promise<Value> {
  const outcome = context.outcomeOf(loader, key);
  const required = (value: Value | null): Value => {
    if (value === null) throw new Error(`${loader.name} found nothing for ${key}`);
    return value;
  };
  const orLast = (value: Value | null): Value | Promise<Value> =>
    value === null && last ? context.load(last(), key).then(required) : required(value);
  return outcome && "value" in outcome
    ? orLast(outcome.value)
    : context.load(loader, key).then(orLast);
}
