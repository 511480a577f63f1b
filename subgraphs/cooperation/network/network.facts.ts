import { upperCode } from "../../catalog/cells/area-cells";
import { ours } from "../../catalog/cells/language-cells";
import { optional, partialDate, text } from "../../kit/facts/cell";
import { checkNamed, checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { Network } from "./network";

const networksFile = {
  name: "networks.csv",
  columns: {
    code: upperCode,
    name_en: optional(text),
    name_ja: optional(text),
    ours,
    founded: optional(partialDate),
    note: optional(text),
    source_id: text,
  },
};

/** A row of networks.csv. */
export type NetworkRow = FactRow<(typeof networksFile)["columns"]>;

/** Reads networks.csv. */
export function readNetworks(directory: string, problems: Problem[]): NetworkRow[] {
  const rows = readFactFile(directory, networksFile, problems);
  checkUnique(rows, ["code"], problems);
  checkNamed(rows, problems);
  return rows;
}

/** What the table of networks shall hold. */
export function networkTable(rows: readonly NetworkRow[]): FactTable {
  return {
    table: "network",
    key: ["code"],
    columns: columnsOf(Network),
    rows: rows.map((row, position) => ({ ...row, position })),
  };
}
