import type { DataSource, ObjectLiteral } from "typeorm";
import { SqlParameters } from "../database/sql-parameters";
import { compileConditions } from "../filter/compile-conditions";
import { readFilter } from "../filter/read-filter";
import { type RowClass, rowClass } from "../database/row-class";
import { tableAsKnown } from "../history/table-as-known";
import type { ListedNodes, ParentDefinition } from "./list-definition";
import type { PlacedRequest } from "./list-request";

/** The parts of a statement about a list: which rows, under which conditions, for which parents. */
export function prepareList<Node extends ObjectLiteral>(
  database: DataSource,
  list: ListedNodes<Node>,
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  request: PlacedRequest,
) {
  const rows: RowClass<Node> = rowClass(database, list.entity);
  const parameters = new SqlParameters();
  const from = parents(parent, keys, parameters);
  const knownAt =
    request.knownAt == null ? undefined : parameters.add(request.knownAt, "timestamptz");
  const conditions = [
    ...(parent ? [belongs(parent, knownAt)] : []),
    ...compileConditions(request.condition ?? readFilter(request.filter, list), {
      parameters,
      tableOf: (entity) => rowClass(database, entity).table,
      ...filterDay(request, parameters),
    }),
    ...holdingOn(list, request.asOf, knownAt, parameters),
    ...recordedSince(list, rows.tableName, request.updatedSince, parameters),
  ];
  const table = tableOf(list, rows.tableName, knownAt);
  const tag = parent ? `${list.name}.${parent.name}` : list.name;
  return { parameters, rows, conditions, from, table, tag };
}

/**
 * The keys of the parents and their places. Of one parent the key is a value, as a plan does not know how long an array is;
 * it is selected, so that the plan does not depend on which one it is.
 */
function parents(
  parent: ParentDefinition | undefined,
  keys: readonly unknown[],
  parameters: SqlParameters,
): string {
  if (!parent || keys.length === 1) {
    const key = parent ? `(SELECT ${parameters.add(keys[0], parent.keyType)})` : "NULL";
    return `(VALUES (${key}, 1)) AS p(key, place)`;
  }
  return `unnest(${parameters.add(keys, `${parent.keyType}[]`)}) WITH ORDINALITY AS p(key, place)`;
}

/** The day of the conditions in a filter, which becomes a value of the statement only if one of them is about it. */
function filterDay({ filterDay: day }: PlacedRequest, parameters: SqlParameters) {
  let added: string | undefined;
  return day === undefined ? {} : { day: () => (added ??= parameters.add(day, "date")) };
}

function tableOf<Node extends ObjectLiteral>(
  { name, known }: ListedNodes<Node>,
  table: string,
  knownAt: string | undefined,
): string {
  if (knownAt === undefined) return `"${table}"`;
  if (!known) throw new Error(`the list ${name} takes no knownAt`);
  return known.table === table ? tableAsKnown(table, undefined, knownAt) : `"${table}"`;
}

function holdingOn<Node extends ObjectLiteral>(
  { name, asOf, known }: ListedNodes<Node>,
  day: string | null | undefined,
  knownAt: string | undefined,
  parameters: SqlParameters,
): string[] {
  if (day == null) return [];
  const holds = (knownAt === undefined ? undefined : known?.asOf) ?? asOf;
  if (!holds) throw new Error(`the list ${name} takes no asOf`);
  return [holds(parameters.add(day, "date"), knownAt ?? "")];
}

function belongs({ condition, known }: ParentDefinition, knownAt: string | undefined): string {
  return knownAt !== undefined && known ? known("p.key", knownAt) : condition("p.key");
}

function recordedSince<Node extends ObjectLiteral>(
  { name, known }: ListedNodes<Node>,
  table: string,
  moment: Date | null | undefined,
  parameters: SqlParameters,
): string[] {
  if (moment == null) return [];
  if (known?.table !== table) throw new Error(`the list ${name} takes no updatedSince`);
  return [`t.recorded_at >= ${parameters.add(moment, "timestamptz")}`];
}

/** True if one plan is the best for all such requests: what a filter finds, few or many, decides which one is. */
export function isOfOnePlan({ filter, condition, knownAt, updatedSince }: PlacedRequest): boolean {
  return filter == null && condition === undefined && knownAt == null && updatedSince == null;
}

/** The conditions as a clause of SQL. */
export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`;
}
