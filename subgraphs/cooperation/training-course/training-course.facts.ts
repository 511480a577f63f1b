import { fiscalYear, upperCode } from "../../catalog/cells/area-cells";
import { ours } from "../../catalog/cells/language-cells";
import { optional, text } from "../../kit/facts/cell";
import { checkNamed, checkUnique } from "../../kit/facts/checks";
import { type FactRow, readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { TrainingCourse } from "./training-course";

const coursesFile = {
  name: "training_courses.csv",
  columns: {
    code: upperCode,
    name_ja: optional(text),
    name_en: optional(text),
    ours,
    first_fiscal_year: optional(fiscalYear),
    source_id: text,
    note: optional(text),
  },
};

/** A row of training_courses.csv. */
export type CourseRow = FactRow<(typeof coursesFile)["columns"]>;

/** Reads training_courses.csv. */
export function readCourses(directory: string, problems: Problem[]): CourseRow[] {
  const rows = readFactFile(directory, coursesFile, problems);
  checkUnique(rows, ["code"], problems);
  checkNamed(rows, problems);
  return rows;
}

/** What the table of training courses shall hold. */
export function courseTable(rows: readonly CourseRow[]): FactTable {
  return {
    table: "training_course",
    key: ["code"],
    columns: columnsOf(TrainingCourse),
    rows: rows.map((row, position) => ({ ...row, position })),
  };
}
