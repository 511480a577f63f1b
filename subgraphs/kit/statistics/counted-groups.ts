import type { DataSource } from "typeorm";
import type { CountedCell } from "../disclosure/counted-cell";
import type { StatisticsSql } from "./statistics-sql";

/** A group as it was counted. */
export interface CountedGroup extends CountedCell {
  /** The place of its period, from 0. */
  readonly period: number;
  /** One for each dimension of the statement; `undefined` where it is summed over, `null` where it is unknown. */
  readonly keys: readonly (string | null | undefined)[];
  /** Whether it meets the filter's conditions on each dimension. */
  readonly meets: readonly boolean[];
}

/** Runs the statement of a statistics field. */
export async function readGroups(
  database: DataSource,
  { text, values, dimensions }: StatisticsSql,
): Promise<readonly CountedGroup[]> {
  const rows: Record<string, unknown>[] = await database.query(text, [...values]);
  const last = dimensions.length - 1;
  return rows.map((row) => {
    const mask = Number(row["mask"]);
    return {
      period: Number(row["place"]) - 1,
      keys: dimensions.map((_dimension, index) =>
        (mask >> (last - index)) & 1 ? undefined : (row[`k${index}`] as string | null),
      ),
      meets: dimensions.map((_dimension, index) => row[`s${index}`] !== false),
      count: Number(row["n"]),
      persons: Number(row["p"] ?? 0),
    };
  });
}
