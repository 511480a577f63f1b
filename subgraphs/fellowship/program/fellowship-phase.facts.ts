import { checkSources } from "../../catalog/facts/check-catalog";
import { checkTexts } from "../../catalog/text/check-texts";
import { enumValue } from "../../catalog/cells/area-cells";
import { matching, optional, text, wholeNumber } from "../../kit/facts/cell";
import { checkUnique } from "../../kit/facts/checks";
import { readFactFile } from "../../kit/facts/fact-file";
import type { Problem } from "../../kit/facts/problem";
import type { FactTable } from "../../kit/facts/write-facts";
import { columnsOf } from "../../kit/record/columns";
import { FellowshipPhase, FellowshipPhaseCode } from "./fellowship-phase";
import { mansfieldProgram } from "./fellowship-program";

/** Whole years, months and days, or weeks (ISO 8601-1, 5.5.2). */
const duration = matching(
  /^P(?=\d)(\d+W|(\d+Y)?(\d+M)?(\d+D)?)$/,
  "an ISO 8601 duration such as P7W or P1Y",
);

const phasesFile = {
  name: "mansfield_phases.csv",
  columns: {
    phase: enumValue(FellowshipPhaseCode),
    order: wholeNumber(1),
    place: text,
    duration: optional(duration),
    note: optional(text),
    source_id: text,
  },
};

/** Reads and checks the parts of the Mansfield program; the table to write. */
export function readPhases(directory: string, problems: Problem[]): FactTable {
  const rows = readFactFile(directory, phasesFile, problems);
  checkUnique(rows, ["phase"], problems);
  checkUnique(rows, ["order"], problems);
  checkSources(rows, problems);
  checkTexts(rows, ["place"], problems);
  return {
    table: "fellowship_phase",
    key: ["program_code", "code"],
    columns: columnsOf(FellowshipPhase),
    rows: rows.map(({ phase, order, ...row }) => ({
      ...row,
      program_code: mansfieldProgram,
      code: phase,
      position: order,
    })),
  };
}
