import { ApiError } from "../../../subgraphs/kit/errors";
import type { Cell, Column } from "../tables/table";
import { xmlHead } from "./workbook-parts";

/** The styles of styles.xml, in their order there. */
const style = { plain: 0, heading: 1, date: 2 } as const;

/** Characters that XML cannot have, and those with which it writes others. */
const unwritable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The text of a cell can be no longer (Excel's specifications and limits). */
const longestText = 32_767;

/** The beginning of a sheet: its first row has the headings, and stays in view. */
export function sheetHead(columns: readonly Column[]): string {
  const headings = columns.map(({ heading }) => textCell(heading, style.heading)).join("");
  return `${xmlHead}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row>${headings}</row>`;
}

/** Where a row is: the name of its sheet, and its number there, that of the headings being 1. */
export interface RowPlace {
  readonly sheet: string;
  readonly row: number;
}

/**
 * One row of a sheet.
 * @throws ApiError INVALID_FORMAT for a text that is longer than a cell can hold
 */
export function sheetRow(
  columns: readonly Column[],
  cells: readonly Cell[],
  place: RowPlace,
): string {
  let row = "<row>";
  for (const [index, { heading, kind }] of columns.entries()) {
    const cell = cells[index] ?? null;
    if (typeof cell === "string" && cell.length > longestText) {
      throw tooLong(cell, heading, place);
    }
    row += cellXml(cell, kind);
  }
  return `${row}</row>`;
}

function tooLong({ length }: string, heading: string, { sheet, row }: RowPlace): ApiError {
  return new ApiError(
    "INVALID_FORMAT",
    `Expected texts of at most ${longestText} characters for a cell of Excel, received one of ${length} in the column ${heading}, row ${row} of ${sheet}. The formats csv and ndjson hold it.`,
    400,
  );
}

/** The end of a sheet. */
export const sheetTail = "</sheetData></worksheet>";

function cellXml(cell: Cell, kind: Column["kind"]): string {
  switch (typeof cell) {
    case "number":
      return Number.isFinite(cell) ? `<c><v>${cell}</v></c>` : textCell(String(cell));
    case "boolean":
      return `<c t="b"><v>${cell ? 1 : 0}</v></c>`;
    case "string": {
      const day = kind === "date" ? serialDay(cell) : undefined;
      return day === undefined ? textCell(cell) : `<c s="${style.date}"><v>${day}</v></c>`;
    }
    default:
      return "<c/>";
  }
}

/** What no plain text has: signs that XML or Excel reads as something else, and blanks at an end, which have to be kept. */
const special = /[&<>\u0000-\u001f\ud800-\udfff\ufffe\uffff]|_x|^\s|\s$/;

/** A text, which is never a formula, a number or a date, whatever it looks like. */
function textCell(text: string, styled: number = style.plain): string {
  if (!styled && !special.test(text)) return `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const kept = /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : "";
  return `<c t="inlineStr"${styled ? ` s="${styled}"` : ""}><is><t${kept}>${escaped(text)}</t></is></c>`;
}

function escaped(text: string): string {
  return (
    text
      // What ends one mark of this form can begin the next, and a line end is written as one.
      .replace(/_(?=x[0-9A-Fa-f]{4}[_\r])/g, "_x005F_")
      .replace(unwritable, "\ufffd")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/\r/g, "_x000D_")
  );
}

const millisecondsOfDay = 86_400_000;
/** The day 0 of spreadsheets, for days after February 1900: they count a 29 February 1900 that there was not. */
const dayZero = Date.UTC(1899, 11, 30);
const firstDay = 61;

/** The number by which spreadsheets know a day; none for one that they have not. */
function serialDay(date: string): number | undefined {
  const day = (Date.parse(`${date}T00:00:00Z`) - dayZero) / millisecondsOfDay;
  return Number.isInteger(day) && day >= firstDay ? day : undefined;
}
