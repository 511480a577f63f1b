import type { DataSource, ObjectLiteral } from "typeorm";
import type { ListedNodes, ParentDefinition } from "./list-definition";
import type { PlacedRequest } from "./list-request";
import { veryShort } from "../access/persons-counted";
import { readRows } from "../database/read-rows";
import { StatementNames } from "../database/statement-names";
import { mostNodes } from "./page";
import { isOfOnePlan, prepareList, where } from "./prepare-list";

/** What is asked of a list that is counted. */
export interface CountRequest extends PlacedRequest {
  /** The property of the nodes whose values are wanted too, as far as they are few. */
  readonly keyedBy?: string | undefined;
  /** Of how many nodes at most, all lists together; as many as a page can hold by default. */
  readonly mostKeyed?: number;
}

/** How many nodes a list has. */
export interface CountedNodes {
  readonly total: number;
  /** Each value of the property that was asked for; `null` where they are too many, or none was. */
  readonly keys: readonly string[] | null;
}

const usualCounts = new StatementNames("count", 100);

/**
 * Counts each parent's whole list, or the one list, with one statement. The values of a property are read of so many
 * nodes at most, all lists together, the shortest lists first, and of lists that are very short in any case; of the
 * others none is read.
 */
export async function countLists<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListedNodes<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: CountRequest,
): Promise<CountedNodes[]> {
  const { keyedBy, mostKeyed = mostNodes } = request;
  const isKeyed = `(p.up_to <= ${mostKeyed} OR p.total <= ${veryShort})`;
  const prepared = prepareList(database, list, parent, keys, request);
  const { parameters, rows: read, conditions, from, table, tag } = prepared;
  const upTo =
    keyedBy === undefined ? "" : ", p.key, sum(n.total) OVER (ORDER BY n.total, p.place) AS up_to";
  const counts = `
SELECT p.place, n.total${upTo} FROM ${from} CROSS JOIN LATERAL (
  SELECT count(*)::integer AS total FROM ${table} t ${where(conditions)}
) n`;
  // Of too many none is read: the condition is on what is known before.
  const keyed = (property: string) => `
SELECT p.place, p.total, CASE WHEN ${isKeyed} THEN coalesce(r.keys, '{}') END AS keys
FROM (${counts}) p LEFT JOIN LATERAL (
  SELECT array_agg(DISTINCT ${read.columnOf(property)}::text) AS keys
  FROM ${table} t ${where([isKeyed, ...conditions])}
) r ON true`;
  const rows = await readRows(database, {
    tag: `${tag}.count`,
    sql: keyedBy === undefined ? counts : keyed(keyedBy),
    values: parameters.values,
    kept: isOfOnePlan(request) ? usualCounts : undefined,
  });
  const byPlace = new Map(
    rows.map(([place, total, few]) => [
      Number(place),
      { total: total as number, keys: (few ?? null) as string[] | null },
    ]),
  );
  return keys.map((_key, index) => byPlace.get(index + 1) ?? { total: 0, keys: [] });
}
