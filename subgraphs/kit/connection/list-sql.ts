import type { DataSource, ObjectLiteral } from "typeorm";
import { SqlParameters } from "../database/sql-parameters";
import { compileFilter, type FilterInput } from "../filter/compile-filter";
import { tableAsKnown } from "../history/table-as-known";
import { afterCursorSql } from "./cursor";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { type OrderTerm, orderBySql, resolveOrdering } from "./ordering";
import { type PageArguments, pageSize } from "./page";

/** What a caller asks of a list. */
export interface ListRequest extends PageArguments {
  readonly filter?: FilterInput | null | undefined;
  readonly orderBy?: readonly OrderTerm[] | null | undefined;
  /** Only what holds on this day. */
  readonly asOf?: string | null | undefined;
  /** Only what was on record at this moment. */
  readonly knownAt?: Date | null | undefined;
}

/** What is asked of a list, its cursor read. */
export interface PlacedRequest extends Omit<ListRequest, "after"> {
  /** The values of the ordering that the page starts behind. */
  readonly behind?: readonly string[] | undefined;
}

/** The nodes of a page, each with its values of the ordering. */
export interface PlacedRows<Node> {
  readonly rows: readonly { readonly node: Node; readonly place: readonly string[] }[];
  readonly hasNextPage: boolean;
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
  request: PlacedRequest,
): Promise<PlacedRows<Node>[]> {
  const prepared = prepare(database, list, parent, keys, request);
  const { metadata, parameters, conditions, from, table } = prepared;
  const { ordering, size } = checkRequest(list, request);
  const { behind } = request;
  if (behind) conditions.push(afterCursorSql(ordering, behind, parameters));
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
        place: ordering.map((_order, index) => String(row[`__order${index}`])),
      })),
    };
  });
}

/**
 * What a request comes to: its full ordering and page size.
 * @throws ApiError INVALID_PAGE_SIZE or INVALID_ORDERING
 */
export function checkRequest<Node extends ObjectLiteral>(
  list: ListDefinition<Node>,
  { first, orderBy }: PlacedRequest,
) {
  const ordering = resolveOrdering(orderBy, list.defaultOrder, list.orderings, list.unique);
  return { ordering, size: pageSize(first) };
}

/** Counts each parent's whole list, or the one list, with one statement. */
export async function countLists<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListDefinition<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: PlacedRequest,
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
  request: PlacedRequest,
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
