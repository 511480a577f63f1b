import type { ObjectLiteral } from "typeorm";
import type { SqlParameters } from "../database/sql-parameters";
import { comparisonSql } from "./compile-filter";
import type { AllOf, Condition, Related } from "./condition";

/** What conditions are compiled with. */
export interface Compiling {
  readonly parameters: SqlParameters;
  /** The table of a class, quoted. */
  readonly tableOf: (entity: new () => ObjectLiteral) => string;
  /** The SQL of the day of the list; absent where there is none. */
  readonly day?: () => string;
}

/**
 * Turns a filter into SQL conditions on `t`, all of which must hold. A condition on what is unknown does not hold, so
 * `not` of it does. Related records are asked for by EXISTS: PostgreSQL can begin there, join both sides, or look into an
 * index for each row. By IN it would read them all again for each row where they do not fit into its memory for a hash.
 */
export function compileConditions({ parts }: AllOf, compiling: Compiling): string[] {
  return parts.map((part) => sqlOf(part, compiling));
}

function sqlOf(condition: Condition, compiling: Compiling): string {
  switch (condition.kind) {
    case "comparison": {
      const { column, operator, operand } = condition;
      return comparisonSql(column, operator, operand, compiling.parameters, compiling.day);
    }
    case "all":
      return allOf(compileConditions(condition, compiling));
    case "any":
      return `(${condition.parts.map((part) => sqlOf(part, compiling)).join(" OR ")})`;
    case "not":
      return untrue(sqlOf(condition.part, compiling));
    case "counts":
      return condition.only(dayOf(compiling));
    case "related":
      return relatedSql(condition, compiling);
  }
}

function relatedSql({ relation, quantifier, part }: Related, compiling: Compiling): string {
  const { key, toKey, to, only } = relation;
  const inner = compileConditions(part, compiling);
  const wanted = quantifier === "every" ? [untrue(allOf(inner))] : inner;
  const conditions = [...(only ? [only(dayOf(compiling))] : []), ...wanted];
  const where = conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
  const related = `SELECT ${toKey} AS key FROM ${compiling.tableOf(to.entity)} t${where}`;
  const isThere = `EXISTS (SELECT FROM (${related}) related WHERE related.key = ${key})`;
  return quantifier === "none" || quantifier === "every" ? `NOT ${isThere}` : isThere;
}

function allOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? "TRUE" : `(${conditions.join(" AND ")})`;
}

/** True where it does not hold, also if that is because of something unknown. */
function untrue(condition: string): string {
  return `(${condition}) IS NOT TRUE`;
}

function dayOf({ day }: Compiling): () => string {
  return () => {
    if (!day) throw new Error("a condition on records of a day needs one");
    return day();
  };
}
