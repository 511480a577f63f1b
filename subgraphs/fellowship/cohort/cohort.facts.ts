import { checkSources } from "../../catalog/facts/check-catalog";
import { firstDay, lastDay } from "../../catalog/facts/partial-date";
import { fiscalYearOfPartialDate } from "../../catalog/fiscal-year/fiscal-year-of-partial-date";
import { optional, partialDate, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import { cellProblem, type Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { mansfieldProgram } from "../program/fellowship-program";
import { Cohort, cohortId } from "./cohort";

const cohortsFile = {
  name: "mansfield_cohorts.csv",
  columns: {
    cohort: wholeNumber(1),
    starts_on: optional(partialDate),
    ends_on: optional(partialDate),
    fellows: optional(wholeNumber(0)),
    source_id: text,
    note: optional(text),
  },
};

/** Reads and checks the cohorts of the Mansfield program: their numbers as text, and the table to write. */
export function readCohorts(
  directory: string,
  problems: Problem[],
): { numbers: ReadonlySet<string>; table: FactTable } {
  const rows = readFactFile(directory, cohortsFile, problems);
  checkUnique(rows, ["cohort"], problems);
  checkSources(rows, problems);
  for (const row of rows) {
    const { starts_on: start, ends_on: end } = row;
    if (start !== null && end !== null && firstDay(start) > lastDay(end)) {
      problems.push(cellProblem(row, "ends_on", end, `a date not before ${start}`));
    }
  }
  return { numbers: new Set(rows.map(({ cohort }) => String(cohort))), table: tableOf(rows) };
}

function tableOf(rows: readonly FactRow<(typeof cohortsFile)["columns"]>[]): FactTable {
  return {
    table: "cohort",
    key: ["id"],
    columns: columnsOf(Cohort),
    // What the office opened is not of these files, and stays.
    ownRows: "t.source_id IS NOT NULL",
    rows: rows.map(({ cohort, fellows, ...row }) => ({
      ...row,
      id: cohortId(mansfieldProgram, cohort),
      program_code: mansfieldProgram,
      number: cohort,
      starts_earliest: row.starts_on && firstDay(row.starts_on),
      starts_latest: row.starts_on && lastDay(row.starts_on),
      ends_latest: row.ends_on && lastDay(row.ends_on),
      fiscal_year: row.starts_on && fiscalYearOfPartialDate(row.starts_on),
      published_fellows: fellows,
      synthetic: false,
    })),
  };
}
