import { shown } from "../errors";
import type { WrittenRow } from "./upsert-rows";
import type { TableShape } from "./table-shape";
import type { UpsertTable } from "./upsert-table";

/** A difference between the spreadsheet and the record, as it is shown. */
export interface ShownDifference {
  readonly line: number;
  /** The column of the spreadsheet. */
  readonly column: string;
  /** Which of several records that the column names, and which field of it; empty if there is one. */
  readonly what: string;
  /** On record, fit to print. */
  readonly before: string;
  /** In the spreadsheet, fit to print. */
  readonly after: string;
}

/** What the spreadsheet says otherwise than the record. */
export interface Difference extends ShownDifference {
  readonly recordType: string;
  readonly recordId: string;
  /** The name under which `change_record` notes the field; `undefined` where it is about the whole row. */
  readonly field: string | undefined;
  /** Whether it follows from other differences. */
  readonly isDerived: boolean;
}

/**
 * The differences between what was written of a table and what was on record, field by field; a row that a cell adds or
 * removes is one difference.
 */
export function differencesOf(
  table: UpsertTable,
  shape: TableShape,
  written: readonly WrittenRow[],
): Difference[] {
  return written.flatMap((row) =>
    row.outcome === "changed" ? fieldsOf(table, shape, row) : wholeRow(table, row),
  );
}

/** A difference on one line, with the natural key of its row: `file:line: column: key: on record …, in the sheet …`. */
export function formatDifference(
  file: string,
  key: readonly unknown[],
  { line, column, what, before, after }: ShownDifference,
): string {
  const name = what === "" ? "" : ` ${what}:`;
  return `${file}:${line}: ${column}: ${shown(oneOrAll(key))}:${name} on record ${before}, in the sheet ${after}`;
}

/** A key as it is shown: the value of its only column, or all of them. */
export function oneOrAll(key: readonly unknown[]): unknown {
  return key.length === 1 ? key[0] : key;
}

function fieldsOf(table: UpsertTable, shape: TableShape, row: WrittenRow): Difference[] {
  const { table: recordType, cells, derived = [] } = table;
  return Object.keys(table.columns).flatMap((column) => {
    const field = shape.nameOf(column);
    const change = row.changes[field];
    if (!Array.isArray(change)) return [];
    const isMember = typeof cells === "string";
    return {
      line: row.line,
      column: isMember ? cells : (cells?.[column] ?? column),
      recordType,
      recordId: row.recordId,
      field,
      what: isMember ? `${memberId(table, row)} ${field}` : "",
      before: printed(change[0]),
      after: printed(change[1]),
      isDerived: derived.includes(column),
    };
  });
}

/** A row that is added or removed as a whole is a difference if a cell of the spreadsheet lists the rows. */
function wholeRow(table: UpsertTable, row: WrittenRow): Difference[] {
  const { table: recordType, cells } = table;
  if (typeof cells !== "string") return [];
  const member = printed(memberId(table, row));
  const isGone = row.outcome === "removed";
  return [
    {
      line: row.line,
      column: cells,
      recordType,
      recordId: row.recordId,
      field: undefined,
      what: "",
      before: isGone ? member : printed(null),
      after: isGone ? printed(null) : member,
      isDerived: false,
    },
  ];
}

/** The key of a row within its parent. */
function memberId({ key, parent }: UpsertTable, { values }: WrittenRow): string {
  const own = key.filter((column) => column !== parent?.column);
  return own.map((column) => String(values[column])).join(" ");
}

/** A value, fit to print. */
export function printed(value: unknown): string {
  return value === null || value === undefined ? "nothing" : shown(value);
}
