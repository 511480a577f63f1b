import type { DataSource, ObjectLiteral } from "typeorm";
import type { ListDefinition, ParentDefinition } from "./list-definition";
import type { PlacedRequest } from "./list-request";
import { mostNodes } from "./page";
import { hydrate, prepareList, where } from "./prepare-list";

/** What is asked of a list that is counted. */
export interface CountRequest extends PlacedRequest {
  /** Whether the nodes are wanted too, where a page can hold them all. */
  readonly withNodes?: boolean;
}

/** How many nodes a list has. */
export interface CountedNodes<Node> {
  readonly total: number;
  /** All of them, where they were wanted and a page can hold them; else none. */
  readonly nodes: readonly Node[];
}

/** Counts each parent's whole list, or the one list, with one statement. */
export async function countLists<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListDefinition<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: CountRequest,
): Promise<CountedNodes<Node>[]> {
  const prepared = prepareList(database, list, parent, keys, request);
  const { parameters, columns, conditions, from, table, tag } = prepared;
  // Of more than a page none is read: the condition is on what is known before.
  const few = where([`n.total <= ${mostNodes}`, ...conditions]);
  const nodes = `
LEFT JOIN LATERAL (
  SELECT true AS "__named", ${columns.join(", ")} FROM ${table} t ${few}
) r ON true`;
  const rows: Record<string, unknown>[] = await database.query(
    `/* ${tag}.count */
SELECT p.place::integer AS "__place", n.total AS "__total"${request.withNodes ? ", r.*" : ""}
FROM ${from} CROSS JOIN LATERAL (
  SELECT count(*)::integer AS total FROM ${table} t ${where(conditions)}
) n${request.withNodes ? nodes : ""}`,
    parameters.values,
  );
  const byPlace = new Map<unknown, { total: number; nodes: Node[] }>();
  for (const row of rows) {
    const counted = byPlace.get(row["__place"]) ?? { total: Number(row["__total"]), nodes: [] };
    byPlace.set(row["__place"], counted);
    if (row["__named"]) counted.nodes.push(hydrate(list.entity, row));
  }
  return keys.map((_key, index) => byPlace.get(index + 1) ?? { total: 0, nodes: [] });
}
