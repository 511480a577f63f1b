import { parse } from "csv-parse/sync";
import type { Table } from "../table/table";
import { csvOfTable } from "./csv-of-table";

const table: Table = {
  caption: "Officials",
  columns: [
    { id: "group", name: "地域", kind: "text" },
    { id: "count", name: "Counted", kind: "number" },
    { id: "note", name: 'A "note", long', kind: "text" },
  ],
  rows: [
    ["アジア", 188, null],
    ["中東", null, "suppressed"],
    ["=1+1", -2, " @cmd\nof two lines"],
  ],
};

describe("csvOfTable", () => {
  it("is read back by another library as it was, with numbers as numbers and nothing as nothing", () => {
    const text = csvOfTable({ ...table, rows: table.rows.slice(0, 2) });
    expect(text.startsWith("\uFEFF")).toBe(true);
    expect(parse(text, { bom: true })).toEqual([
      ["地域", "Counted", 'A "note", long'],
      ["アジア", "188", ""],
      ["中東", "", "suppressed"],
    ]);
  });

  it("makes texts harmless that a spreadsheet would run, and leaves negative numbers as they are", () => {
    const [, , , line] = parse(csvOfTable(table), { bom: true });
    expect(line).toEqual(["'=1+1", "-2", "' @cmd\nof two lines"]);
  });
});
