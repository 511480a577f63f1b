import type { EntityManager } from "typeorm";
import { shown } from "../errors";
import type { Difference } from "./difference";
import type { ImportRun } from "./import-run";

/** A difference with which the spreadsheet would revert a change by somebody else. */
export interface TurnedBack {
  readonly difference: Difference;
  /** Who wrote what is on record, by what and when, fit to print. */
  readonly writer: string;
}

/** What `change_record` says of who wrote something. */
export interface Writer {
  readonly actor: string;
  readonly action: string;
  readonly at: Date;
}

/**
 * What the same user has written before for the same name, by spreadsheet: a run is permitted to revert only that. `$2`
 * is its actor.
 */
export const isOwnWriting = "c.action = 'import' AND c.actor = $2";

/**
 * Finds, with one statement, the differences from what was last written by anything other than spreadsheets of the same
 * person: the spreadsheet can be older. Columns that follow from others do not count.
 */
export async function turnedBack(
  manager: EntityManager,
  run: ImportRun,
  differences: readonly Difference[],
): Promise<TurnedBack[]> {
  const said = differences.filter(({ isDerived }) => !isDerived);
  if (said.length === 0) return [];
  const writers: (Writer & { ordinal: string })[] = await manager.query(
    `/* import.lastWriters */ SELECT g.ordinal, c.actor, c.action, c.at
     FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (type text, id text, field text))
       WITH ORDINALITY AS g(type, id, field, ordinal)
     CROSS JOIN LATERAL (
       SELECT * FROM change_record c
       WHERE c.record_type = g.type AND c.record_id = g.id AND c.request_id <> $3
         AND (g.field IS NULL OR c.changes ? g.field)
       ORDER BY c.id DESC LIMIT 1
     ) c
     WHERE NOT (${isOwnWriting}) ORDER BY g.ordinal`,
    [
      JSON.stringify(
        said.map(({ recordType: type, recordId: id, field }) => ({ type, id, field })),
      ),
      run.actor,
      run.requestId,
    ],
  );
  return writers.flatMap((note) => {
    const difference = said[Number(note.ordinal) - 1];
    return difference ? [{ difference, writer: writerOf(note) }] : [];
  });
}

/** Who wrote something, by what and when, fit to print. */
export function writerOf({ action, actor, at }: Writer): string {
  const writer = action === "import" ? shown(actor) : `${action} by ${shown(actor)}`;
  return `${writer} since ${at.toISOString()}`;
}
