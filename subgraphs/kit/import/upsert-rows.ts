import type { EntityManager } from "typeorm";
import type { ImportRun } from "./import-run";
import { type TableShape, tableShape } from "./table-shape";
import { deleteSql, upsertSql } from "./upsert-sql";

/** Rows to write into one table. All have the same columns. */
export interface UpsertTable {
  readonly table: string;
  /** Columns of a UNIQUE constraint, none of them null. */
  readonly key: readonly string[];
  /** Database column → PostgreSQL type. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  /** Child rows of these parents that are not among the rows are removed. */
  readonly onlyRowsOf?: { readonly column: string; readonly values: readonly string[] };
}

/** What became of a row. */
export type RowOutcome = "inserted" | "changed" | "unchanged" | "removed";

/** What became of the rows, in their order; and of each row once, however often it was given. */
export interface UpsertedRows {
  readonly ids: readonly string[];
  readonly outcomes: readonly RowOutcome[];
  readonly distinctOutcomes: readonly RowOutcome[];
  readonly removed: number;
}

/** Writes rows by their natural key and notes what changed, with one statement (two with `onlyRowsOf`). */
export async function upsertRows(
  manager: EntityManager,
  run: ImportRun,
  table: UpsertTable,
): Promise<UpsertedRows> {
  const shape = await tableShape(manager, table.table);
  const removed = await removeOthers(manager, run, table, shape);
  const { distinct, places } = distinctRows(table);
  if (distinct.length === 0) return { ids: [], outcomes: [], distinctOutcomes: [], removed };
  const written: { id: string | null; outcome: RowOutcome }[] = await manager.query(
    upsertSql(table, shape),
    [JSON.stringify(distinct), run.at, run.actor, run.requestId],
  );
  const outcomes = written.map(({ outcome }) => outcome);
  const ids = written.map(({ id }) => {
    if (id !== null) return id;
    throw new Error(`${table.table} was changed by others at the same moment. Import it again.`);
  });
  return {
    ids: places.map((place) => ids[place] ?? ""),
    outcomes: places.map((place) => outcomes[place] ?? "unchanged"),
    distinctOutcomes: outcomes,
    removed,
  };
}

async function removeOthers(
  manager: EntityManager,
  run: ImportRun,
  table: UpsertTable,
  shape: TableShape,
): Promise<number> {
  if (!table.onlyRowsOf) return 0;
  const gone: unknown[] = await manager.query(deleteSql(table, table.onlyRowsOf.column, shape), [
    JSON.stringify(table.rows),
    run.at,
    run.actor,
    run.requestId,
    table.onlyRowsOf.values,
  ]);
  return gone.length;
}

/** PostgreSQL writes no row twice in one statement, so that each key is given once. */
function distinctRows({ table, key, rows }: UpsertTable) {
  const placeOfKey = new Map<string, number>();
  const distinct: UpsertTable["rows"][number][] = [];
  const places = rows.map((row) => {
    const values = key.map((column) => row[column]);
    if (values.some((value) => value === null || value === undefined)) {
      throw new Error(`${table}: the key ${key.join(", ")} has no value in ${JSON.stringify(row)}`);
    }
    const text = JSON.stringify(values);
    const place = placeOfKey.get(text) ?? distinct.length;
    if (place === distinct.length) {
      placeOfKey.set(text, place);
      distinct.push(row);
    } else if (JSON.stringify(distinct[place]) !== JSON.stringify(row)) {
      throw new Error(`${table}: two different rows have the key ${text}`);
    }
    return place;
  });
  return { distinct, places };
}
