import { canBeSuppressed } from "./can-be-suppressed";
import type { PlannedColumn } from "./planned-object";
import type { Cell, Column, Sheet } from "./table";

/** What the second table of statistics is called, after the name of the first. */
const suffix = "cross";

/** Where the cells of a row are that a cross table is made of. */
interface Crossing {
  /** The column that names the rows, and the one that names the columns. */
  readonly down: number;
  readonly across: number;
  /** The columns of the number, of which each becomes one for each name across. */
  readonly numbers: readonly { readonly index: number; readonly name: string }[];
}

/**
 * Statistics by two dimensions once more, as people print them: the first goes down, the second across. Each number has a
 * column beside it that says whether it is suppressed, and those of its bounds if they are asked for.
 *
 * @param planned - the columns of the rows, of which `sheet` has the values
 * @returns nothing where the rows are no numbers by two dimensions
 */
export function crossTable(planned: readonly PlannedColumn[], sheet: Sheet): Sheet | undefined {
  const crossing = crossingOf(planned, sheet);
  if (!crossing) return undefined;
  const { down, across, numbers } = crossing;
  const byRow = new Map<string, { key: Cell; cells: Map<string, readonly Cell[]> }>();
  const headings = new Set<string>();
  for (const row of sheet.rows) {
    const heading = String(row[across] ?? "");
    headings.add(heading);
    const key = row[down] ?? null;
    const { cells } = byRow.get(String(key)) ?? { cells: new Map<string, readonly Cell[]>() };
    // Two groups of one name are told apart in the long form alone.
    if (cells.has(heading)) return undefined;
    byRow.set(String(key), { key, cells: cells.set(heading, row) });
  }
  const first = sheet.columns[down];
  if (!first) return undefined;
  const columns: Column[] = [
    first,
    ...[...headings].flatMap((heading) =>
      numbers.map(({ index, name }) => ({
        heading: name === "value" ? heading : `${heading} ${name}`,
        kind: sheet.columns[index]?.kind ?? "text",
      })),
    ),
  ];
  const rows = [...byRow.values()].map(({ key, cells }) => [
    key,
    ...[...headings].flatMap((heading) =>
      numbers.map(({ index }) => cells.get(heading)?.[index] ?? null),
    ),
  ]);
  return { name: `${sheet.name}.${suffix}`, columns, rows };
}

function crossingOf(planned: readonly PlannedColumn[], sheet: Sheet): Crossing | undefined {
  const counts = new Map<string, { index: number; name: string }[]>();
  const dimensions = new Map<string, number>();
  for (const column of planned) {
    const [key = ""] = column.path;
    const index = sheet.columns.findIndex(({ heading }) => heading === column.name.join("."));
    if (canBeSuppressed(column)) {
      const numbers = counts.get(key) ?? [];
      if (column.field.name !== "reason") numbers.push({ index, name: column.field.name });
      counts.set(key, numbers);
    } else if (column.field.name !== "share") {
      // A name says more to a reader than a code does.
      if (!dimensions.has(key) || column.field.name === "name") dimensions.set(key, index);
    }
  }
  const [down, across, more] = dimensions.values();
  const [numbers, others] = counts.values();
  if (down === undefined || across === undefined || more !== undefined) return undefined;
  return numbers && !others ? { down, across, numbers } : undefined;
}
