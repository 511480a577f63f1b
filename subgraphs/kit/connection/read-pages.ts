import type { DataSource, ObjectLiteral } from "typeorm";
import { StatementNames } from "../database/statement-names";
import type { RowValues } from "../database/read-query";
import { readRows } from "../database/read-rows";
import { rowsBy } from "../rows-by";
import { afterCursorSql } from "./cursor";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import { checkRequest, type PlacedRequest } from "./list-request";
import { orderBySql } from "./ordering";
import { isOfOnePlan, prepareList, where } from "./prepare-list";

/** The nodes of a page. */
export interface PlacedRows<Node> {
  readonly nodes: readonly Node[];
  /** The values of the ordering of the node at this place of the page, from 0. */
  readonly valuesAt: (place: number) => readonly string[];
  /** The first node behind the page, if there is one. */
  readonly next: Node | undefined;
}

/** The size is in the text of a statement: one for each size would be too many to keep. */
const usualSize = 50;
const usualPages = new StatementNames("page", 100);

/** Sizes of the short lists within records, and round ones. */
const otherSizes = new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 100, 200, 500]);
const otherPages = new StatementNames("sized", 100);

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
  const { parameters, rows, conditions, from, table, tag } = prepared;
  const { ordering, size } = checkRequest(list, request);
  const { behind } = request;
  if (behind) conditions.push(afterCursorSql(ordering, behind, parameters));
  const orderSql = orderBySql(ordering);
  const places = ordering.map(({ sql }, index) => `(${sql})::text AS "__order${index}"`);
  const page = `FROM ${table} t ${where(conditions)} ORDER BY ${orderSql} LIMIT ${size + 1}`;
  const sql = parent
    ? `SELECT n.*, p.place::integer FROM ${from} CROSS JOIN LATERAL (
  SELECT ${[rows.columns, ...places].join(", ")}, row_number() OVER (ORDER BY ${orderSql}) AS "__row" ${page}
) n ORDER BY p.place, n."__row"`
    : `SELECT ${[rows.columns, ...places].join(", ")} ${page}`;
  // One caller could use up the names with orders of his own.
  const isUsual = isOfOnePlan(request) && !request.orderBy?.length;
  const kept = isUsual ? keptOf(size) : undefined;
  const read = await readRows(database, { tag, sql, values: parameters.values, kept });
  const orderOf = (values: RowValues) => values.slice(rows.width, rows.width + ordering.length);
  const byParent = parent ? rowsBy(read, (values) => values.at(-1)) : new Map([[1, read]]);
  return keys.map((_key, index) => {
    const own = byParent.get(index + 1) ?? [];
    const next = own[size];
    return {
      next: next && rows.make(next),
      nodes: own.slice(0, size).map((values) => rows.make(values)),
      valuesAt: (place) => orderOf(own[place] ?? []).map(String),
    };
  });
}

function keptOf(size: number): StatementNames | undefined {
  if (size === usualSize) return usualPages;
  return otherSizes.has(size) ? otherPages : undefined;
}
