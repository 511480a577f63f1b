import type { DataSource } from "typeorm";
import { SqlParameters } from "../database/sql-parameters";
import { type CountedGroup, countedGroups } from "./counted-groups";
import { groupsSql } from "./groups-sql";
import type { FigureQuestion } from "./figure-definition";
import type { Measure } from "./measure";
import { type NamedDimension, protectedDimensions } from "./statistics-request";

/** A table that figures are parts of. */
export interface FigureTable {
  readonly measure: Measure;
  readonly dimensions: readonly NamedDimension[];
  readonly groups: readonly CountedGroup[];
  /** The day that the records begin on; `null` where there are none. */
  readonly begins: string | null;
}

/** A question and what it is about. */
export interface AskedFigure {
  readonly measure: Measure;
  readonly question: FigureQuestion;
}

/** Counts the tables of many questions with one statement: each table once, however many figures are parts of it. */
export async function readFigureTables(
  database: DataSource,
  asked: readonly AskedFigure[],
): Promise<ReadonlyMap<AskedFigure, FigureTable>> {
  const parameters = new SqlParameters();
  const tables = new Map<string, { measure: Measure; dimensions: NamedDimension[]; sql: string }>();
  for (const figure of asked) {
    const key = keyOf(figure);
    if (tables.has(key)) continue;
    const { measure, question } = figure;
    const dimensions = protectedDimensions(
      measure,
      question.parts.map(({ dimension }) => dimension),
    );
    const sql = groupsSql(
      {
        measure,
        periods: [question.period],
        grouped: dimensions,
        isProtected: true,
        everySum: true,
      },
      parameters,
    );
    tables.set(key, { measure, dimensions, sql });
  }
  const listed = [...tables];
  const statements = listed.map(([, { dimensions, sql }], index) => {
    const keys = [0, 1].map((at) => (at < dimensions.length ? `q.k${at}` : `NULL AS k${at}`));
    return `SELECT ${index} AS "table", q.begins, q.place, q.mask, ${keys.join(", ")}, q.n, q.r, q.p FROM (
${sql}) q`;
  });
  const rows: (Record<string, unknown> & { table: number })[] =
    listed.length === 0
      ? []
      : await database.query(
          `/* computedFigures */\n${statements.join("\nUNION ALL\n")}`,
          parameters.values,
        );
  const read = new Map(
    listed.map(([key, { measure, dimensions }], index) => {
      const own = rows.filter(({ table }) => table === index);
      return [key, { measure, dimensions, ...countedGroups(own, dimensions) }] as const;
    }),
  );
  return new Map(
    asked.flatMap((figure) => {
      const table = read.get(keyOf(figure));
      return table ? [[figure, table] as const] : [];
    }),
  );
}

/** Figures with the same key are parts of the same table. */
function keyOf({ question: { measure, period, parts } }: AskedFigure): string {
  return JSON.stringify([measure, period, parts.map(({ dimension }) => dimension)]);
}
