import { checkSources } from "../../catalog/facts/check-catalog";
import { enumValue } from "../../catalog/facts/area-cells";
import { optional, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { DispatchRegionCode } from "./dispatch-region-code";

const regionsFile = {
  name: "dispatch_regions.csv",
  columns: {
    code: enumValue(DispatchRegionCode),
    ja: optional(text),
    en: text,
    order: wholeNumber(1),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the regions: their codes, and the table to write. */
export function readRegions(
  directory: string,
  problems: Problem[],
): { codes: ReadonlySet<string>; table: FactTable } {
  const rows = readFactFile(directory, regionsFile, problems);
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["order"], problems);
  checkSources(rows, problems);
  return {
    codes: new Set(rows.map(({ code }) => code)),
    table: {
      table: "dispatch_region",
      key: ["code"],
      columns: {
        code: "text",
        position: "integer",
        name_en: "text",
        name_ja: "text",
        source_id: "text",
        note: "text",
      },
      rows: rows.map(({ en, ja, order, ...row }) => ({
        ...row,
        position: order,
        name_en: en,
        name_ja: ja,
      })),
    },
  };
}
