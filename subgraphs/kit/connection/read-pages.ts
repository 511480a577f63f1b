import type { DataSource, ObjectLiteral } from "typeorm";
import { rowsBy } from "../rows-by";
import { afterCursorSql } from "./cursor";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { checkRequest, type PlacedRequest } from "./list-request";
import { orderBySql } from "./ordering";
import { hydrate, prepareList, where } from "./prepare-list";

/** The nodes of a page, each with its values of the ordering. */
export interface PlacedRows<Node> {
  readonly rows: readonly { readonly node: Node; readonly place: readonly string[] }[];
  /** The first node behind the page, if there is one. */
  readonly next: Node | undefined;
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
  const prepared = prepareList(database, list, parent, keys, request);
  const { parameters, columns, conditions, from, table, tag } = prepared;
  const { ordering, size } = checkRequest(list, request);
  const { behind } = request;
  if (behind) conditions.push(afterCursorSql(ordering, behind, parameters));
  const keyset = ordering.map(({ sql }, index) => `(${sql})::text AS "__order${index}"`);
  const orderSql = orderBySql(ordering);
  const rows: Record<string, unknown>[] = await database.query(
    `/* ${tag} */
SELECT p.place::integer AS "__place", n.* FROM ${from} CROSS JOIN LATERAL (
  SELECT ${[...columns, ...keyset].join(", ")}, row_number() OVER (ORDER BY ${orderSql}) AS "__row"
  FROM ${table} t ${where(conditions)}
  ORDER BY ${orderSql} LIMIT ${size + 1}
) n ORDER BY p.place, n."__row"`,
    parameters.values,
  );
  const byPlace = rowsBy(rows, (row) => row["__place"]);
  return keys.map((_key, index) => {
    const own = byPlace.get(index + 1) ?? [];
    const next = own[size];
    return {
      next: next && hydrate(list.entity, next),
      rows: own.slice(0, size).map((row) => ({
        node: hydrate(list.entity, row),
        place: ordering.map((_order, index) => String(row[`__order${index}`])),
      })),
    };
  });
}
