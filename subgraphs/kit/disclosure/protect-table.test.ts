import fc from "fast-check";
import { type CountedTable } from "./counted-table";
import { disclosureRule } from "./disclosure-rule";
import { protectLine } from "./protect-line";
import { protectTable } from "./protect-table";
import { suppressedCell } from "./released-cell";
import { type ReleasedTable } from "./released-table";
import {
  additiveTables,
  overlappingTables,
  people,
  randomTable,
  rules,
  tableOf,
} from "./tables.fixture";

const rule = disclosureRule(3);

const anyTables = fc.oneof(additiveTables(6), overlappingTables(6));

/** Rows of values, null where suppressed. */
function values({ cells }: ReleasedTable): (number | null)[][] {
  return [...cells.values()].map((row) => [...row.values()].map(({ value }) => value));
}

function reversed<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].reverse());
}

function turned(table: CountedTable): CountedTable {
  const cells = [...reversed(table.cells)].map(([key, row]) => [key, reversed(row)] as const);
  return {
    total: table.total,
    rows: reversed(table.rows),
    columns: reversed(table.columns),
    cells: new Map(cells),
  };
}

/** The same table with a few rows of five persons. */
function withSparseRows({ cells }: CountedTable): CountedTable {
  const rows = [...cells.values()].map((row, i) => {
    return i % 50 === 0
      ? [...row.values()].map((_, j) => (j === i / 10 ? 2 : j === 40 ? 3 : 0))
      : [...row.values()];
  });
  return tableOf(rows);
}

/** Regions and kinds of few people: 22 cells that are not zero, 11 of them small. */
const sparse = [
  [2, 3, 0, 0, 0, 0, 0],
  [0, 12, 0, 7, 0, 1, 0],
  [0, 0, 25, 0, 4, 0, 0],
  [6, 0, 9, 31, 0, 2, 1],
  [0, 4, 0, 0, 8, 0, 0],
  [0, 0, 1, 14, 0, 0, 9],
  [11, 0, 3, 0, 0, 2, 5],
];

describe("a table", () => {
  it("is shown as it is if no cell is about few persons", () => {
    const released = protectTable(
      tableOf([
        [3, 0],
        [4, 5],
      ]),
      rule,
    );
    expect(values(released)).toEqual([[3], [4, 5]]);
    expect(released).toMatchObject({ withheld: false });
  });

  it("hides a rectangle around a small cell", () => {
    const released = protectTable(
      tableOf([
        [1, 20, 6],
        [30, 40, 50],
        [5, 60, 7],
      ]),
      rule,
    );
    expect(values(released)).toEqual([
      [null, 20, null],
      [30, 40, 50],
      [null, 60, null],
    ]);
    expect(released.cells.get("r0")?.get("c0")).toEqual(suppressedCell(1, 5));
  });

  it("depends on persons, not on what is counted of them", () => {
    const few = { count: 12, persons: 2 };
    const released = protectTable(
      tableOf([
        [few, 20],
        [30, 40],
      ]),
      rule,
    );
    expect(released.cells.get("r0")?.get("c0")).toMatchObject({ suppressed: true });
    expect(released.cells.get("r0")?.get("c0")?.upper).toBeGreaterThanOrEqual(12);
  });

  it("hides cells of a hidden margin that would give it away", () => {
    const released = protectTable(
      tableOf([
        [1, 0, 0],
        [10, 20, 30],
        [40, 50, 60],
      ]),
      rule,
    );
    expect(released.rows.get("r0")?.suppressed).toBe(true);
    expect(released.rows.get("r1")?.suppressed).toBe(true);
    expect([...(released.cells.get("r1")?.values() ?? [])].some((cell) => cell.suppressed)).toBe(
      true,
    );
    expect(released.withheld).toBe(false);
  });

  it("does not show which cells are zero where that would disclose too much", () => {
    const released = protectTable(
      tableOf([
        [2, 3, 0],
        [20, 30, 40],
        [10, 10, 10],
      ]),
      disclosureRule(5),
    );
    expect(values(released)).toEqual([
      [null, null],
      [20, 30, 40],
      [null, null, 10],
    ]);
    expect(released.rows.get("r0")?.value).toBe(5);
    expect(released.cells.get("r0")?.get("c0")).toEqual(suppressedCell(0, 5));
  });

  it("of many zeros is released", () => {
    const released = protectTable(tableOf(sparse), disclosureRule(5));
    expect(released).toMatchObject({ withheld: false });
  });

  it("hides zeros like any other cell where their presence would disclose too much", () => {
    const counts = [
      [2, 3, 0, 0],
      [9, 0, 8, 7],
      [6, 8, 9, 0],
    ];
    const released = protectTable(tableOf(counts), disclosureRule(5));
    const zeros = counts.flatMap((row, i) =>
      row.flatMap((count, j) => {
        const cell = released.cells.get(`r${String(i)}`)?.get(`c${String(j)}`);
        return count === 0 && cell ? [cell] : [];
      }),
    );
    expect(released).toMatchObject({ withheld: false });
    expect(zeros).not.toHaveLength(0);
    for (const zero of zeros)
      expect(zero).toMatchObject({ suppressed: true, value: null, lower: 0 });
  });

  it("withholds its inner cells alone if only they cannot be protected", () => {
    const released = protectTable(
      tableOf([
        [1, 1, 1],
        [9, 9, 9],
      ]),
      disclosureRule(3, 4),
    );
    expect(released).toMatchObject({ withheld: true, rowsWithheld: false, columnsWithheld: false });
    expect(released.cells.size).toBe(0);
    expect(released.rows.get("r0")?.value).toBe(3);
  });

  it("withholds its inner cells if a margin is withheld", () => {
    const released = protectTable(
      tableOf([
        [1, 8],
        [0, 1],
      ]),
      disclosureRule(3, 20),
    );
    expect(released).toMatchObject({ withheld: true, rowsWithheld: true, columnsWithheld: true });
    expect([released.rows.size, released.columns.size, released.cells.size]).toEqual([0, 0, 0]);
  });

  it("is withheld if the total is about few persons", () => {
    const released = protectTable(
      tableOf([
        [1, 0],
        [0, 1],
      ]),
      rule,
    );
    expect(released.cells.size).toBe(0);
    expect(released).toMatchObject({ rowsWithheld: true, columnsWithheld: true, withheld: true });
  });

  it("of nothing is empty", () => {
    const released = protectTable(tableOf([[0, 0]]), rule);
    expect(released).toMatchObject({ withheld: false, total: { value: 0 } });
    expect(released.cells.size).toBe(0);
  });

  it("of overlapping groups shows true margins", () => {
    const table = tableOf([
      [9, 8],
      [7, 6],
    ]);
    const rows = new Map([
      ["r0", people(12)],
      ["r1", people(13)],
    ]);
    const released = protectTable({ ...table, rows, total: people(25) }, rule);
    expect(released.rows.get("r0")?.value).toBe(12);
    expect(values(released)).toEqual([
      [9, 8],
      [7, 6],
    ]);
  });

  it("of overlapping groups hides a cell that few of its row are outside of", () => {
    const table = tableOf([
      [29, 8, 9],
      [7, 6, 9],
    ]);
    const rows = new Map([
      ["r0", people(30)],
      ["r1", people(22)],
    ]);
    const released = protectTable({ ...table, rows, total: people(52) }, rule);
    expect(released.rows.get("r0")?.value).toBe(30);
    expect(released.cells.get("r0")?.get("c0")).toMatchObject({ value: null, suppressed: true });
  });

  it("of overlapping groups discloses few in all of them neither by the whole nor by twice the whole", () => {
    const table = tableOf([
      [20, 20, 20],
      [14, 14, 13],
    ]);
    const margins = {
      rows: new Map([
        ["r0", people(60)],
        ["r1", people(20)],
      ]),
      columns: new Map([
        ["c0", people(34)],
        ["c1", people(34)],
        ["c2", people(33)],
      ]),
    };
    // Who is in r1 is in two columns or three: 41 less twice 20 is one in three.
    const released = protectTable({ ...table, ...margins, total: people(80) }, disclosureRule(5));
    expect(values(released)[1]).toContain(null);
  });

  it("of overlapping groups hides a cell that discloses how few are in neither its row nor its column", () => {
    const table = tableOf([
      [50, 54],
      [18, 18],
      [18, 18],
    ]);
    const margins = {
      rows: new Map([
        ["r0", people(60)],
        ["r1", people(20)],
        ["r2", people(20)],
      ]),
      columns: new Map([
        ["c0", people(86)],
        ["c1", people(90)],
      ]),
    };
    // 100 less 60 and 86, and 50 that are in both.
    const released = protectTable({ ...table, ...margins, total: people(100) }, disclosureRule(5));
    expect(released.columns.get("c0")?.value).toBe(86);
    expect(values(released)[0]).toEqual([null, null]);
  });

  it("with a cell that is in no row is refused", () => {
    const table = tableOf([[9, 8]]);
    expect(() => protectTable({ ...table, rows: new Map() }, rule)).toThrow(RangeError);
  });

  it("has margins as each line has them by itself", () => {
    fc.assert(
      fc.property(anyTables, rules, (table, anyRule) => {
        const released = protectTable(table, anyRule);
        const rows = protectLine({ total: table.total, cells: table.rows }, anyRule);
        const columns = protectLine({ total: table.total, cells: table.columns }, anyRule);
        expect(released.rows).toEqual(rows.cells);
        expect(released.columns).toEqual(columns.cells);
        expect(released.total).toEqual(rows.total);
      }),
    );
  });

  it("has intervals that hold the truth and are wide enough", () => {
    fc.assert(
      fc.property(anyTables, rules, (table, anyRule) => {
        for (const [row, cells] of protectTable(table, anyRule).cells) {
          for (const [column, { suppressed, lower, upper }] of cells) {
            const truth = table.cells.get(row)?.get(column)?.count ?? 0;
            expect(lower).toBeLessThanOrEqual(truth);
            expect(upper ?? Infinity).toBeGreaterThanOrEqual(truth);
            if (!suppressed) continue;
            expect((upper ?? Infinity) - (lower ?? 0)).toBeGreaterThanOrEqual(anyRule.width);
          }
        }
      }),
    );
  });

  it("shows no cell about few persons", () => {
    fc.assert(
      fc.property(anyTables, rules, (table, anyRule) => {
        for (const [row, cells] of protectTable(table, anyRule).cells) {
          for (const [column, { suppressed }] of cells) {
            const persons = table.cells.get(row)?.get(column)?.persons ?? 0;
            if (!suppressed) expect(persons).toBeGreaterThanOrEqual(anyRule.threshold);
          }
        }
      }),
    );
  });

  it("depends on no order of rows, columns or cells", () => {
    fc.assert(
      fc.property(anyTables, rules, (table, anyRule) => {
        const [one, other] = [protectTable(table, anyRule), protectTable(turned(table), anyRule)];
        expect(JSON.stringify([...other.cells].map(([key, row]) => [key, [...row]]))).toBe(
          JSON.stringify([...one.cells].map(([key, row]) => [key, [...row]])),
        );
        expect(other).toEqual(one);
      }),
    );
  });

  it.each([
    ["3", 3, randomTable(260, 60)],
    ["10", 10, randomTable(260, 60)],
    ["5, its zeros hidden,", 5, withSparseRows(randomTable(260, 60))],
  ])("of 260 rows and 60 columns at threshold %s is protected in seconds", (_what, k, table) => {
    const before = process.cpuUsage();
    const released = protectTable(table, disclosureRule(k));
    const { user, system } = process.cpuUsage(before);
    expect(released.withheld).toBe(false);
    expect((user + system) / 1e6).toBeLessThan(3);
  });
});
