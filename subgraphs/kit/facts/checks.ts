import { cellProblem, type Problem } from "./problem";

interface Placed {
  readonly file: string;
  readonly line: number;
}

/** Each combination of `columns` may stand once. */
export function checkUnique<Row extends Placed>(
  rows: readonly Row[],
  columns: readonly (keyof Row & string)[],
  problems: Problem[],
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const values = columns.map((column) => row[column]);
    const key = JSON.stringify(values);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row.line);
    else {
      problems.push(
        cellProblem(
          row,
          columns.join(", "),
          values.length === 1 ? values[0] : values,
          `a value that does not stand already on line ${first}`,
        ),
      );
    }
  }
}

/** Every row must have a name in both languages. */
export function checkNamed(
  rows: readonly (Placed & { readonly name_en: string | null; readonly name_ja: string | null })[],
  problems: Problem[],
): void {
  for (const row of rows) {
    for (const column of ["name_en", "name_ja"] as const) {
      if (row[column] === null) problems.push(cellProblem(row, column, "", bothLanguages));
    }
  }
}

const bothLanguages =
  "a name in this language too; where no source has one, ours, and `ours` says so";

/** Every value of `column` that is not null must be in `known`. */
export function checkReferences<Row extends Placed>(
  rows: readonly Row[],
  column: keyof Row & string,
  known: ReadonlySet<unknown>,
  expected: string,
  problems: Problem[],
): void {
  for (const row of rows) {
    const value = row[column];
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== null && !known.has(one)) problems.push(cellProblem(row, column, one, expected));
    }
  }
}
