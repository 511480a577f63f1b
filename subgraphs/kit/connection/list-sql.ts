import type { DataSource, ObjectLiteral } from "typeorm";
import { SqlParameters } from "../database/sql-parameters";
import { compileFilter, type FilterInput } from "../filter/compile-filter";
import { tableAsKnown } from "../history/table-as-known";
import { afterCursorSql, decodeCursor, encodeCursor } from "./cursor";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { type OrderTerm, orderBySql, resolveOrdering } from "./ordering";
import { type PageArguments, type PageRows, pageSize } from "./page";

/** What a caller asks of a list. */
export interface ListRequest extends PageArguments {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderTerm[] | null | undefined;
  /** Only what holds on this day. */
  readonly asOf?: string | null | undefined;
  /** Only what was on record at this moment. */
  readonly knownAt?: Date | null | undefined;
}

/**
 * Reads one page for each parent, or one of the whole list, with one statement. Keyset paging: page n costs what
 * page 1 does.
 *
 * @param keys - the parents' keys in order; `[null]` where there is no parent
 */
export async function readPages<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListDefinition<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: ListRequest,
): Promise<PageRows<Node>[]> {
  const prepared = prepare(database, list, parent, keys, request);
  const { metadata, parameters, conditions, from, table } = prepared;
  const { ordering, size, after } = checkRequest(list, request);
  if (after) conditions.push(afterCursorSql(ordering, after, parameters));
  const columns = metadata.columns.map(
    (column) => `t."${column.databaseName}" AS "${column.propertyName}"`,
  );
  const keyset = ordering.map(({ sql }, index) => `(${sql})::text AS "__order${index}"`);
  const orderSql = orderBySql(ordering);
  const rows: Record<string, unknown>[] = await database.query(
    `/* ${tag(list, parent)} */
SELECT p.place::integer AS "__place", n.* FROM ${from} CROSS JOIN LATERAL (
  SELECT ${[...columns, ...keyset].join(", ")}, row_number() OVER (ORDER BY ${orderSql}) AS "__row"
  FROM ${table} t ${where(conditions)}
  ORDER BY ${orderSql} LIMIT ${size + 1}
) n ORDER BY p.place, n."__row"`,
    parameters.values,
  );
  const byPlace = new Map<unknown, Record<string, unknown>[]>();
  for (const row of rows) {
    const own = byPlace.get(row["__place"]);
    if (own) own.push(row);
    else byPlace.set(row["__place"], [row]);
  }
  return keys.map((_key, index) => {
    const own = byPlace.get(index + 1) ?? [];
    return {
      hasNextPage: own.length > size,
      rows: own.slice(0, size).map((row) => ({
        node: hydrate(list.entity, row),
        cursor: encodeCursor(
          list.name,
          ordering,
          ordering.map((_order, place) => String(row[`__order${place}`])),
        ),
      })),
    };
  });
}

/**
 * What a request comes to: its full ordering, page size and the place it starts behind.
 * @throws ApiError INVALID_PAGE_SIZE, INVALID_ORDERING or INVALID_CURSOR
 */
export function checkRequest<Node extends ObjectLiteral>(
  list: ListDefinition<Node>,
  { first, after, orderBy }: ListRequest,
) {
  const ordering = resolveOrdering(orderBy, list.defaultOrder, list.orderings, list.unique);
  return {
    ordering,
    size: pageSize(first),
    after: after == null ? undefined : decodeCursor(list.name, ordering, after),
  };
}

/** Counts each parent's whole list, or the one list, with one statement. */
export async function countLists<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListDefinition<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: ListRequest,
): Promise<number[]> {
  const prepared = prepare(database, list, parent, keys, request);
  const { parameters, conditions, from, table } = prepared;
  const rows: { place: number; total: number }[] = await database.query(
    `/* ${tag(list, parent)}.count */
SELECT p.place::integer AS place, n.total FROM ${from} CROSS JOIN LATERAL (
  SELECT count(*)::integer AS total FROM ${table} t ${where(conditions)}
) n`,
    parameters.values,
  );
  const byPlace = new Map(rows.map(({ place, total }) => [place, total]));
  return keys.map((_key, index) => byPlace.get(index + 1) ?? 0);
}

function prepare<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListDefinition<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: ListRequest,
) {
  const metadata = database.getMetadata(list.entity);
  const parameters = new SqlParameters();
  const from = parent
    ? `unnest(${parameters.add(keys, `${parent.keyType}[]`)}) WITH ORDINALITY AS p(key, place)`
    : "(VALUES (NULL, 1)) AS p(key, place)";
  const knownAt =
    request.knownAt == null ? undefined : parameters.add(request.knownAt, "timestamptz");
  const conditions = [
    ...(parent ? [parent.condition("p.key")] : []),
    ...compileFilter(request.filter, list.filters, parameters),
    ...holdingOn(list, request.asOf, knownAt, parameters),
  ];
  const table = tableOf(list, metadata.tableName, knownAt);
  return { metadata, parameters, conditions, from, table };
}

function tableOf<Node extends ObjectLiteral>(
  { name, known }: ListDefinition<Node>,
  table: string,
  knownAt: string | undefined,
): string {
  if (knownAt === undefined) return `"${table}"`;
  if (!known) throw new Error(`the list ${name} takes no knownAt`);
  return known.table === table ? tableAsKnown(table, undefined, knownAt) : `"${table}"`;
}

function holdingOn<Node extends ObjectLiteral>(
  { name, asOf, known }: ListDefinition<Node>,
  day: string | null | undefined,
  knownAt: string | undefined,
  parameters: SqlParameters,
): string[] {
  if (day == null) return [];
  const holds = (knownAt === undefined ? undefined : known?.asOf) ?? asOf;
  if (!holds) throw new Error(`the list ${name} takes no asOf`);
  return [holds(parameters.add(day, "date"), knownAt ?? "")];
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}

function tag(list: { name: string }, parent: ParentDefinition | undefined): string {
  return parent ? `${list.name}.${parent.name}` : list.name;
}

function hydrate<Node extends object>(entity: new () => Node, row: Record<string, unknown>): Node {
  const own = Object.entries(row).filter(([name]) => !name.startsWith("__"));
  return Object.assign(new entity(), Object.fromEntries(own));
}
