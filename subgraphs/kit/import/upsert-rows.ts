import type { EntityManager } from "typeorm";
import { requireColumns } from "../database/require-columns";
import type { ImportRun } from "./import-run";
import { type TableShape, tableShape } from "./table-shape";
import { deleteSql, upsertSql } from "./upsert-sql";
import type { UpsertTable } from "./upsert-table";

/** What became of a row. */
export type RowOutcome = "inserted" | "changed" | "unchanged" | "removed";

/** A row of the database that was written, as it was noted in `change_record`. */
export interface WrittenRow {
  readonly outcome: Exclude<RowOutcome, "unchanged">;
  readonly recordId: string;
  /** The line of the file that it was written for. */
  readonly line: number;
  /** By column of the database; of a row that was removed, what it was. */
  readonly values: Readonly<Record<string, unknown>>;
  /** By name as noted: of a new row its values, else before and after. */
  readonly changes: Readonly<Record<string, unknown>>;
}

/** The outcomes of the rows, in their order; and of each distinct row once. */
export interface UpsertedRows {
  readonly ids: readonly string[];
  readonly outcomes: readonly RowOutcome[];
  readonly distinctOutcomes: readonly RowOutcome[];
  readonly written: readonly WrittenRow[];
  readonly shape: TableShape;
}

interface Answered {
  readonly id: string | null;
  readonly outcome: RowOutcome;
  readonly changes: WrittenRow["changes"] | null;
}

/** Writes rows by their natural key and notes what changed, with one statement (two with `parent.complete`). */
export async function upsertRows(
  manager: EntityManager,
  run: ImportRun,
  table: UpsertTable,
): Promise<UpsertedRows> {
  requireColumns(table.table, table.columns, table.rows);
  const shape = await tableShape(manager, table.table);
  const removed = await removeOthers(manager, run, table, shape);
  const { distinct, lines, places } = distinctRows(table);
  const answered: Answered[] =
    distinct.length === 0
      ? []
      : await manager.query(upsertSql(table, shape), [JSON.stringify(distinct), ...noted(run)]);
  const ids = answered.map(({ id }) => {
    if (id !== null) return id;
    throw new Error(`${table.table} was changed by others at the same moment. Import it again.`);
  });
  const written = answered.flatMap(({ outcome, changes }, index): WrittenRow[] =>
    outcome === "unchanged"
      ? []
      : [
          {
            outcome,
            recordId: ids[index] ?? "",
            line: lines[index] ?? 0,
            values: distinct[index] ?? {},
            changes: changes ?? {},
          },
        ],
  );
  const outcomes = answered.map(({ outcome }) => outcome);
  return {
    ids: places.map((place) => ids[place] ?? ""),
    outcomes: places.map((place) => outcomes[place] ?? "unchanged"),
    distinctOutcomes: [...outcomes, ...removed.map(({ outcome }) => outcome)],
    written: [...removed, ...written],
    shape,
  };
}

async function removeOthers(
  manager: EntityManager,
  run: ImportRun,
  table: UpsertTable,
  shape: TableShape,
): Promise<WrittenRow[]> {
  const { parent } = table;
  if (!parent?.complete) return [];
  const { ids, lines } = parent.complete;
  const gone: { id: string; changes: Readonly<Record<string, readonly unknown[]>> }[] =
    await manager.query(deleteSql(table, parent.column, shape), [
      ...[JSON.stringify(table.rows), ...noted(run), ids],
    ]);
  const lineOf = new Map(ids.map((id, index) => [id, lines[index] ?? 0]));
  return gone.map(({ id, changes }) => {
    const values = Object.fromEntries(
      Object.keys(table.columns).map((column) => [column, changes[shape.nameOf(column)]?.[0]]),
    );
    const line = lineOf.get(String(values[parent.column])) ?? 0;
    return { outcome: "removed", recordId: id, line, values, changes };
  });
}

/** What `change_record` says of a run. */
function noted({ at, actor, requestId }: ImportRun): readonly unknown[] {
  return [at, actor, requestId];
}

/** PostgreSQL writes no row twice in one statement, so that each key is given once. */
function distinctRows({ table, key, rows, lines: linesOfRows }: UpsertTable) {
  const placeOfKey = new Map<string, number>();
  const distinct: UpsertTable["rows"][number][] = [];
  const lines: number[] = [];
  const places = rows.map((row, index) => {
    const values = key.map((column) => row[column]);
    if (values.some((value) => value === null || value === undefined)) {
      throw new Error(`${table}: the key ${key.join(", ")} has no value in ${JSON.stringify(row)}`);
    }
    const text = JSON.stringify(values);
    const place = placeOfKey.get(text) ?? distinct.length;
    if (place === distinct.length) {
      placeOfKey.set(text, place);
      distinct.push(row);
      lines.push(linesOfRows[index] ?? 0);
    } else if (JSON.stringify(distinct[place]) !== JSON.stringify(row)) {
      throw new Error(`${table}: two different rows have the key ${text}`);
    }
    return place;
  });
  return { distinct, lines, places };
}
