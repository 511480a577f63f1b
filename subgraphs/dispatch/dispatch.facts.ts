import { enumValue, upperCode } from "../catalog/cells/area-cells";
import { checkSources } from "../catalog/facts/check-catalog";
import { firstDay, lastDay } from "../catalog/dates/partial-date";
import { readFigures } from "../catalog/published-figure/published-figure.facts";
import { ours } from "../catalog/cells/language-cells";
import { checkTexts } from "../catalog/text/check-texts";
import { listOf, optional, partialDate, text, wholeNumber } from "../kit/facts/cell";
import { checkReferences, checkUnique } from "../kit/facts/checks";
import { readFactFile } from "../kit/facts/fact-file";
import { cellProblem, type Problem } from "../kit/facts/problem";
import type { FactTable } from "../kit/facts/write-facts";
import { columnsOf } from "../kit/record/columns";
import {
  DispatchLegalBasis,
  DispatchLegalBasisCode,
  LegalBasisOrganizationType,
} from "./classification/dispatch-legal-basis";
import {
  DispatchOrganizationType,
  DispatchOrganizationTypeCode,
} from "./classification/dispatch-organization-type";
import { DispatchRegion, DispatchRegionCode } from "./classification/dispatch-region";

const names = { ja: text, en: text, ours, order: wholeNumber(1) };
const source = { source_id: text, note: optional(text) };

const regionsFile = {
  name: "dispatch_regions.csv",
  columns: { code: enumValue(DispatchRegionCode), ...names, ...source },
};

const organizationTypesFile = {
  name: "dispatch_organization_types.csv",
  columns: {
    code: enumValue(DispatchOrganizationTypeCode),
    ...names,
    valid_from: optional(partialDate),
    valid_to: optional(partialDate),
    ...source,
  },
};

const legalBasesFile = {
  name: "dispatch_legal_bases.csv",
  columns: {
    class: wholeNumber(1, 3),
    code: enumValue(DispatchLegalBasisCode),
    article: text,
    ja: text,
    en: text,
    ours,
    organization_types: listOf(upperCode),
    ...source,
  },
};

/** Reads and checks the published facts on dispatch; the tables to write, in order. */
export function readDispatchFacts(directory: string, problems: Problem[]): FactTable[] {
  const organizationTypes = readOrganizationTypes(directory, problems);
  const regions = readFactFile(directory, regionsFile, problems);
  checkNamed(regions, problems);
  const typeCodes = codesOf(organizationTypes);
  const legalBases = readLegalBases(directory, typeCodes, problems);
  const figures = readFigures(
    directory,
    "dispatch",
    { organization_type: typeCodes, region: codesOf(regions) },
    problems,
  );
  return [
    namedTable(
      "dispatch_organization_type",
      columnsOf(DispatchOrganizationType),
      organizationTypes,
    ),
    namedTable("dispatch_region", columnsOf(DispatchRegion), regions),
    ...legalBases,
    ...figures,
  ];
}

interface NamedRow {
  readonly file: string;
  readonly line: number;
  readonly code: string;
  readonly ja: string;
  readonly en: string;
  readonly ours: string;
  readonly order: number;
  readonly source_id: string;
}

function checkNamed(rows: readonly NamedRow[], problems: Problem[]): void {
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["order"], problems);
  checkSources(rows, problems);
}

function codesOf(rows: readonly NamedRow[]): ReadonlySet<string> {
  return new Set(rows.map(({ code }) => code));
}

function namedTable(
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly NamedRow[],
): FactTable {
  const ofTable = ({ en, ja, order, ...row }: NamedRow) => ({
    ...row,
    position: order,
    name_en: en,
    name_ja: ja,
  });
  return { table, key: ["code"], columns, rows: rows.map(ofTable) };
}

function readOrganizationTypes(directory: string, problems: Problem[]) {
  const rows = readFactFile(directory, organizationTypesFile, problems);
  checkNamed(rows, problems);
  for (const row of rows) {
    const { valid_from: from, valid_to: to } = row;
    if (from !== null && to !== null && firstDay(from) > lastDay(to)) {
      problems.push(cellProblem(row, "valid_to", to, `a date not before ${from}`));
    }
  }
  return rows;
}

function readLegalBases(
  directory: string,
  organizationTypes: ReadonlySet<string>,
  problems: Problem[],
): FactTable[] {
  const rows = readFactFile(directory, legalBasesFile, problems);
  const expectedType = "codes of dispatch_organization_types.csv";
  checkUnique(rows, ["code"], problems);
  checkUnique(rows, ["class"], problems);
  checkSources(rows, problems);
  checkTexts(rows, ["article"], problems);
  checkReferences(rows, "organization_types", organizationTypes, expectedType, problems);
  return [
    {
      table: "dispatch_legal_basis",
      key: ["code"],
      columns: columnsOf(DispatchLegalBasis),
      rows: rows.map(({ en, ja, ...row }) => ({ ...row, text_en: en, text_ja: ja })),
    },
    {
      table: "dispatch_legal_basis_organization_type",
      key: ["legal_basis_code", "organization_type_code"],
      columns: columnsOf(LegalBasisOrganizationType),
      rows: rows.flatMap(({ code, organization_types }) =>
        organization_types.map((type) => ({
          legal_basis_code: code,
          organization_type_code: type,
        })),
      ),
    },
  ];
}
