import fc from "fast-check";
import { type CountedCell } from "./counted-cell";
import { type CountedLine, type CountedTable } from "./counted-table";
import { type DisclosureRule, disclosureRule } from "./disclosure-rule";

/** A cell in which each thing counted is one person. */
export function people(count: number): CountedCell {
  return { count, persons: count };
}

/** A line of cells named `a`, `b` and so on, with their sum as total unless another is given. */
export function lineOf(counts: readonly number[], total?: number): CountedLine {
  const cells = new Map(counts.map((count, i) => [name("a", i), people(count)]));
  return { total: people(total ?? counts.reduce((a, b) => a + b, 0)), cells };
}

/** A table of rows `r0`, `r1` and so on, columns `c0`, `c1` and so on, with sums as margins. */
export function tableOf(cells: readonly (readonly (number | CountedCell)[])[]): CountedTable {
  const rows = new Map<string, CountedCell>();
  const columns = new Map<string, CountedCell>();
  let total = people(0);
  const inner = cells.map((line, i) => {
    const row = line.map((given, j) => {
      const cell = typeof given === "number" ? people(given) : given;
      total = plus(total, cell);
      rows.set(name("r", i), plus(rows.get(name("r", i)), cell));
      columns.set(name("c", j), plus(columns.get(name("c", j)), cell));
      return [name("c", j), cell] as const;
    });
    return [name("r", i), new Map(row)] as const;
  });
  return { total, rows, columns, cells: new Map(inner) };
}

/** The sum of two cells. */
export function plus(a: CountedCell = people(0), b: CountedCell): CountedCell {
  return { count: a.count + b.count, persons: a.persons + b.persons };
}

function name(letter: string, i: number): string {
  return `${letter}${String(i)}`;
}

/** Cells as statistics of few people have them: many zeros, many small, some large; some persons are counted often. */
export const cell = cellOf(3);

function cellOf(zeros: number): fc.Arbitrary<CountedCell> {
  return fc
    .tuple(
      fc.oneof(
        { weight: zeros, arbitrary: fc.constant(0) },
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) },
        { weight: 3, arbitrary: fc.integer({ min: 5, max: 40 }) },
        { weight: 1, arbitrary: fc.integer({ min: 41, max: 5_000 }) },
      ),
      fc.constantFrom(1, 1, 1, 2, 6),
    )
    .map(([count, times]) => ({ count, persons: Math.ceil(count / times) }));
}

/** A large table, two thirds of whose cells are not zero, and half of these small. Always the same. */
export function randomTable(height: number, width: number): CountedTable {
  const count = fc.oneof(
    { weight: 7, arbitrary: fc.constant(0) },
    { weight: 7, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 6, arbitrary: fc.integer({ min: 6, max: 200 }) },
  );
  const [counts = []] = fc.sample(ofLength(ofLength(count, width), height), {
    numRuns: 1,
    seed: 7,
  });
  return tableOf(counts);
}

/** Rules, the usual width among them. */
export const rules: fc.Arbitrary<DisclosureRule> = fc.oneof(
  fc.constantFrom(3, 4, 5, 10).map((threshold) => disclosureRule(threshold)),
  fc
    .tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 1, max: 12 }))
    .map(([threshold, width]) => disclosureRule(threshold, width)),
);

/** Tables whose cells add up to their margins, of no more than `size` rows and columns. */
export function additiveTables(size: number): fc.Arbitrary<CountedTable> {
  return tablesOf(cell, size);
}

/** The same with half of the cells zero, so that presence alone often discloses too much. */
export function sparseTables(size: number): fc.Arbitrary<CountedTable> {
  return tablesOf(cellOf(8), size);
}

function tablesOf(each: fc.Arbitrary<CountedCell>, size: number): fc.Arbitrary<CountedTable> {
  const length = fc.integer({ min: 1, max: size });
  return fc
    .tuple(length, length)
    .chain(([height, width]) => fc.array(ofLength(each, width), exactly(height)))
    .map(tableOf);
}

/** Lines whose cells add up to their total. */
export const additiveLines: fc.Arbitrary<CountedLine> = additiveTables(7).map((table) => ({
  total: table.total,
  cells: table.rows,
}));

/** Tables whose margins are less than the sums of their cells, as of things that are in several groups. */
export function overlappingTables(
  size: number,
  tables = additiveTables(size),
): fc.Arbitrary<CountedTable> {
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.tuple(tables, share, share, share).map(([table, ...shares]) => {
    const rows = overlapping(table.rows, shares[0], (key) => [
      ...(table.cells.get(key)?.values() ?? []),
    ]);
    const columns = overlapping(table.columns, shares[1], (key) =>
      [...table.cells.values()].flatMap((cells) => cells.get(key) ?? []),
    );
    const total = lessThanSum([[...rows.values()], [...columns.values()]], shares[2]);
    return { total, rows, columns, cells: table.cells };
  });
}

function overlapping(
  margins: ReadonlyMap<string, CountedCell>,
  share: number,
  partsOf: (key: string) => readonly CountedCell[],
): ReadonlyMap<string, CountedCell> {
  return new Map([...margins.keys()].map((key) => [key, lessThanSum([partsOf(key)], share)]));
}

/** Between the greatest of the parts and their sum, whichever way the whole is parted. */
export function lessThanSum(
  partings: readonly (readonly CountedCell[])[],
  share: number,
): CountedCell {
  const between = (numbers: readonly (readonly number[])[]): number => {
    const greatest = Math.max(0, ...numbers.flat());
    const least = Math.min(...numbers.map((parts) => parts.reduce((a, b) => a + b, 0)));
    return greatest + Math.round(share * (least - greatest));
  };
  return {
    count: between(partings.map((parts) => parts.map(({ count }) => count))),
    persons: between(partings.map((parts) => parts.map(({ persons }) => persons))),
  };
}

function ofLength<T>(arbitrary: fc.Arbitrary<T>, length: number): fc.Arbitrary<T[]> {
  return fc.array(arbitrary, exactly(length));
}

function exactly(length: number): fc.ArrayConstraints {
  return { minLength: length, maxLength: length };
}
