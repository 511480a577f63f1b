import { checkSources } from "../../catalog/facts/check-catalog";
import { enumValue, upperCode } from "../../catalog/facts/area-cells";
import { listOf, optional, text, wholeNumber } from "../../kit/facts/cell";
import { checkReferences, checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { DispatchLegalBasisCode } from "./dispatch-legal-basis-code";

const legalBasesFile = {
  name: "dispatch_legal_bases.csv",
  columns: {
    class: wholeNumber(1, 3),
    code: enumValue(DispatchLegalBasisCode),
    article: text,
    ja: text,
    en: text,
    organization_types: listOf(upperCode),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the legal bases; the tables to write, behind that of the organization types. */
export function readLegalBases(
  directory: string,
  organizationTypes: ReadonlySet<string>,
  problems: Problem[],
): FactTable[] {
  const rows = readFactFile(directory, legalBasesFile, problems);
  const expectedType = "codes of dispatch_organization_types.csv";
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["class"], problems);
  checkSources(rows, problems);
  checkReferences(rows, "organization_types", organizationTypes, expectedType, problems);
  return [
    {
      table: "dispatch_legal_basis",
      key: ["code"],
      columns: {
        code: "text",
        class: "integer",
        article: "text",
        text_en: "text",
        text_ja: "text",
        source_id: "text",
        note: "text",
      },
      rows: rows.map(({ en, ja, ...row }) => ({ ...row, text_en: en, text_ja: ja })),
    },
    {
      table: "dispatch_legal_basis_organization_type",
      key: ["legal_basis_code", "organization_type_code"],
      columns: { legal_basis_code: "text", organization_type_code: "text" },
      rows: rows.flatMap(({ code, organization_types }) =>
        organization_types.map((type) => ({
          legal_basis_code: code,
          organization_type_code: type,
        })),
      ),
    },
  ];
}
