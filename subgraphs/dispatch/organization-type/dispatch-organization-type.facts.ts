import { checkSources } from "../../catalog/facts/check-catalog";
import { enumValue } from "../../catalog/facts/area-cells";
import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { optional, partialDate, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { DispatchOrganizationTypeCode } from "./dispatch-organization-type-code";

const organizationTypesFile = {
  name: "dispatch_organization_types.csv",
  columns: {
    code: enumValue(DispatchOrganizationTypeCode),
    ja: optional(text),
    en: text,
    order: wholeNumber(1),
    valid_from: optional(partialDate),
    valid_to: optional(partialDate),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the organization types: their codes, and the table to write. */
export function readOrganizationTypes(
  directory: string,
  problems: Problem[],
): { codes: ReadonlySet<string>; table: FactTable } {
  const rows = readFactFile(directory, organizationTypesFile, problems);
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["order"], problems);
  checkSources(rows, problems);
  for (const row of rows) {
    const { valid_from: from, valid_to: to } = row;
    if (from !== null && to !== null && firstDay(from) > lastDay(to)) {
      problems.push(cellProblem(row, "valid_to", to, `a date not before ${from}`));
    }
  }
  return {
    codes: new Set(rows.map(({ code }) => code)),
    table: {
      table: "dispatch_organization_type",
      key: ["code"],
      columns: {
        code: "text",
        position: "integer",
        name_en: "text",
        name_ja: "text",
        valid_from: "text",
        valid_to: "text",
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
