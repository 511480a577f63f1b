import { agencyCode, fiscalYear, lowerCaseOf, upperCode } from "../catalog/cells/area-cells";
import { checkAgencies, checkSources } from "../catalog/facts/check-catalog";
import { readFigures } from "../catalog/published-figure/published-figure.facts";
import { ours } from "../catalog/cells/language-cells";
import { checkTexts } from "../catalog/text/check-texts";
import { date, oneOf, optional, partialDate, text } from "../kit/facts/cell";
import { checkNamed, checkUnique } from "../kit/facts/checks";
import { readFactFile } from "../kit/facts/fact-file";
import { cellProblem, type Problem } from "../kit/facts/problem";
import type { FactTable } from "../kit/facts/write-facts";
import { columnsOf } from "../kit/record/columns";
import { Solicitation } from "./application/solicitation";
import { readMunicipalities } from "./municipality/municipality.facts";
import { SkillCategory } from "./skill-standard/skill-category";
import { SkillCategoryCode, StandardMembership } from "./skill-standard/skill-category-code";
import { SkillStandard } from "./skill-standard/skill-standard";

const standardsFile = {
  name: "skill_standards.csv",
  columns: {
    code: upperCode,
    name_en: optional(text),
    name_ja: optional(text),
    ours,
    agency: agencyCode,
    formulated_on: optional(partialDate),
    source_id: text,
    note: optional(text),
  },
};

const categoriesFile = {
  name: "skill_categories.csv",
  columns: {
    code: oneOf(Object.values(SkillCategoryCode)),
    name_ja: optional(text),
    name_en: optional(text),
    ours,
    role_en: optional(text),
    in_standard: lowerCaseOf(Object.values(StandardMembership)),
    solicited_from_fy: optional(fiscalYear),
    source_id: text,
    note: optional(text),
  },
};

const solicitationsFile = {
  name: "solicitations.csv",
  columns: {
    fiscal_year: fiscalYear,
    agency: agencyCode,
    opens_on: date,
    closes_on: date,
    results_announced_on: optional(partialDate),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the published facts on recruitment; the tables to write, in order. */
export function readRecruitmentFacts(directory: string, problems: Problem[]): FactTable[] {
  const standards = readFactFile(directory, standardsFile, problems);
  const categories = readFactFile(directory, categoriesFile, problems);
  const solicitations = readFactFile(directory, solicitationsFile, problems);
  checkUnique(standards, ["code"], problems);
  checkUnique(categories, ["code"], problems);
  checkUnique(solicitations, ["fiscal_year"], problems);
  checkNamed(standards, problems);
  checkNamed(categories, problems);
  if (standards.length !== 1 && problems.length === 0) {
    problems.push({
      file: standardsFile.name,
      line: 1,
      column: "rows",
      received: String(standards.length),
      expected: "1, the standard that the categories belong to",
    });
  }
  for (const rows of [standards, categories, solicitations]) checkSources(rows, problems);
  checkTexts(categories, ["role_en"], problems);
  checkAgencies(standards, "agency", problems);
  checkAgencies(solicitations, "agency", problems);
  for (const row of solicitations) {
    if (row.closes_on < row.opens_on) {
      problems.push(
        cellProblem(row, "closes_on", row.closes_on, `a day not before ${row.opens_on}`),
      );
    }
  }
  const figures = readFigures(directory, "recruitment", {}, problems);
  return [
    {
      table: "skill_standard",
      key: ["code"],
      columns: columnsOf(SkillStandard),
      rows: standards.map(({ agency, ...row }) => ({ ...row, agency_code: agency })),
    },
    {
      table: "skill_category",
      key: ["code"],
      columns: columnsOf(SkillCategory),
      rows: categories.map(({ solicited_from_fy, ...row }, position) => ({
        ...row,
        position,
        standard_code: standards[0]?.code,
        solicited_from: solicited_from_fy,
      })),
    },
    {
      table: "solicitation",
      key: ["fiscal_year"],
      columns: columnsOf(Solicitation, { without: ["synthetic"] }),
      // What a source states was not closed early, even where the office had recorded that.
      rows: solicitations.map(({ agency, ...row }) => ({
        ...row,
        agency_code: agency,
        closed_on: null,
      })),
      ownRows: "t.source_id IS NOT NULL",
    },
    readMunicipalities(directory, problems),
    ...figures,
  ];
}
