import type { DataSource } from "typeorm";
import { SqlParameters } from "../database/sql-parameters";
import type { CountedCell } from "../disclosure/counted-cell";
import { type GroupsQuery, groupsSql } from "./groups-sql";
import type { NamedDimension } from "./statistics-request";

/** A group as it was counted. */
export interface CountedGroup extends CountedCell {
  /** The place of its period, from 0. */
  readonly period: number;
  /** One for each dimension of the query; `undefined` where it is summed over, `null` where it is unknown. */
  readonly keys: readonly (string | null | undefined)[];
  /** Whether it meets the filter's conditions on each dimension. */
  readonly meets: readonly boolean[];
}

/**
 * Counts groups with one statement.
 *
 * @param name - the statement's tag
 */
export async function readGroups(
  database: DataSource,
  name: string,
  query: GroupsQuery,
): Promise<readonly CountedGroup[]> {
  const parameters = new SqlParameters();
  const text = `/* ${name} */\n${groupsSql(query, parameters)}`;
  const rows: Record<string, unknown>[] = await database.query(text, parameters.values);
  return rows.map((row) => groupOf(row, query.grouped));
}

/** A row of {@link groupsSql} as a group. */
export function groupOf(
  row: Readonly<Record<string, unknown>>,
  grouped: readonly NamedDimension[],
): CountedGroup {
  const mask = Number(row["mask"]);
  const last = grouped.length - 1;
  return {
    period: Number(row["place"]) - 1,
    keys: grouped.map((_dimension, index) =>
      (mask >> (last - index)) & 1 ? undefined : (row[`k${index}`] as string | null),
    ),
    meets: grouped.map((_dimension, index) => row[`s${index}`] !== false),
    count: Number(row["n"]),
    persons: Number(row["p"] ?? 0),
  };
}
