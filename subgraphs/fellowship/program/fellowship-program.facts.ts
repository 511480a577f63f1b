import { checkAgencies, checkSources } from "../../catalog/facts/check-catalog";
import { checkTexts } from "../../catalog/text/check-texts";
import { agencyCode, countryCode, upperCode } from "../../catalog/cells/area-cells";
import { ours } from "../../catalog/cells/language-cells";
import { optional, partialDate, text } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { FellowshipProgram, mansfieldProgram, ProgramSendingAgency } from "./fellowship-program";

const programsFile = {
  name: "fellowship_programs.csv",
  columns: {
    code: upperCode,
    name_en: text,
    name_ja: text,
    ours,
    sending_country: countryCode,
    host_country: countryCode,
    host_agency: optional(agencyCode),
    started_on: optional(partialDate),
    description_en: optional(text),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the programs, among which must be the one the other files are about; the table to write. */
export function readPrograms(directory: string, problems: Problem[]): FactTable {
  const rows = readFactFile(directory, programsFile, problems);
  checkUnique(rows, ["code"], problems);
  checkSources(rows, problems);
  checkTexts(rows, ["description_en"], problems);
  checkAgencies(rows, "host_agency", problems);
  if (!rows.some(({ code }) => code === mansfieldProgram)) {
    problems.push({
      file: programsFile.name,
      line: 0,
      column: "code",
      received: JSON.stringify(rows.map(({ code }) => code)),
      expected: `a row for ${mansfieldProgram}, which phases, cohorts and figures belong to`,
    });
  }
  return {
    table: "fellowship_program",
    key: ["code"],
    columns: columnsOf(FellowshipProgram),
    rows: rows.map((row, position) => ({
      ...row,
      position,
      sending_country_code: row.sending_country,
      host_country_code: row.host_country,
      host_agency_code: row.host_agency,
    })),
  };
}

/** The agencies that published figures name as senders, in the order of the figures; the table to write. */
export function sendingAgencies(figures: readonly FactTable[]): FactTable {
  const published = figures.find(({ table }) => table === "published_figure");
  const agencies = (published?.rows ?? []).flatMap(({ agency_code: code }) => code ?? []);
  return {
    table: "fellowship_program_sending_agency",
    key: ["program_code", "agency_code"],
    columns: columnsOf(ProgramSendingAgency),
    rows: [...new Set(agencies)].map((code, position) => ({
      program_code: mansfieldProgram,
      agency_code: code,
      position,
    })),
  };
}
