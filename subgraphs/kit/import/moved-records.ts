import type { EntityManager } from "typeorm";
import type { ImportRun } from "./import-run";
import { isOwnWriting, type Writer, writerOf } from "./turned-back";

/** The natural key of a kind of record, by the names in `change_record`. */
export type RecordKey = Readonly<Record<string, string | null>>;

/** A row of the file without a record, and the records that it could be about. */
export interface NewRow {
  readonly line: number;
  readonly column: string;
  /** What the row says of a record's key. */
  readonly key: RecordKey;
  readonly candidates: readonly { readonly id: string; readonly key: RecordKey }[];
}

/** A row that is new only because somebody changed the record it was about. */
export interface MovedRecord {
  readonly row: NewRow;
  /** Who changed it, by what and when, fit to print. */
  readonly writer: string;
}

interface Note extends Writer {
  readonly id: string;
  readonly field: string;
  readonly was: string | null;
}

/**
 * Finds, with one statement, the rows that would be added although a record had their key until something other than a
 * spreadsheet of the same person changed it: moved it to another day, or cancelled it.
 */
export async function movedRecords(
  manager: EntityManager,
  run: ImportRun,
  recordType: string,
  rows: readonly NewRow[],
): Promise<MovedRecord[]> {
  const ids = new Set(rows.flatMap(({ candidates }) => candidates.map(({ id }) => id)));
  if (ids.size === 0) return [];
  const fields = new Set(rows.flatMap(({ key }) => Object.keys(key)));
  const notes: Note[] = await manager.query(
    `/* import.movedRecords */ SELECT c.record_id AS id, f.field, c.changes -> f.field ->> 0 AS was,
       c.actor, c.action, c.at
     FROM unnest($3::text[]) AS g(id)
     JOIN change_record c ON c.record_type = $1 AND c.record_id = g.id
     CROSS JOIN unnest($4::text[]) AS f(field)
     WHERE NOT (${isOwnWriting}) AND jsonb_typeof(c.changes -> f.field) = 'array' ORDER BY c.id DESC`,
    [recordType, run.actor, [...ids], [...fields]],
  );
  return rows.flatMap((row) => {
    const note = row.candidates
      .map(({ id, key }) =>
        changeFrom(
          row.key,
          key,
          notes.filter((one) => one.id === id),
        ),
      )
      .find((one) => one !== undefined);
    return note ? [{ row, writer: writerOf(note) }] : [];
  });
}

/** The last change of a record from one key to another; `undefined` if it never had the first. */
function changeFrom(from: RecordKey, to: RecordKey, notes: readonly Note[]): Note | undefined {
  const other = Object.keys(from).filter((field) => from[field] !== to[field]);
  const changes = other.map((field) =>
    notes.find((note) => note.field === field && note.was === from[field]),
  );
  return changes.includes(undefined) ? undefined : changes[0];
}
