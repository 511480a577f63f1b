import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { columnsOf } from "../../kit/record/columns";
import { brokenRules } from "../../kit/rules/rule";
import { Fellow } from "./fellow";
import { importedFellowRules, statusOf } from "./fellow.import-rules";
import { fellowSheet, type FellowSheetRow } from "./fellow.sheet";
import { cohortsOnRecord, fellowsOnRecord, placementsOnRecord } from "./on-record.service";

/** Spreadsheets of fellows. */
export const fellowImport = defineImport({
  name: "fellows",
  description: "Fellows of cohorts on record, from admission to completion or withdrawal.",
  columns: fellowSheet,
  naturalKey: ["fellow_number"],
  table: "fellow",
  prepare: async (rows, batch) => {
    const synthetic = await refuseBroken(rows, batch);
    const good = batch.accepted(rows);
    await batch.upsert({
      table: "fellow",
      key: ["fellow_number"],
      columns: columnsOf(Fellow, { without: ["id"] }),
      rows: good.map((row) => ({
        fellow_number: row.fellow_number,
        name: row.name,
        cohort_id: row.cohort,
        sending_agency_code: row.sending_agency,
        status: statusOf(row),
        admitted_on: row.admitted_on,
        completed_on: row.completed_on,
        withdrawn_on: row.withdrawn_on,
        withdrawal_reason: row.withdrawal_reason,
        synthetic: synthetic.has(row.fellow_number),
      })),
      lines: good.map(({ line }) => line),
      cells: { cohort_id: "cohort", sending_agency_code: "sending_agency" },
      derived: ["status", "synthetic"],
    });
  },
});

/**
 * Refuses the rows that break a rule. Locks as mutations do: fellows, then cohorts.
 * @returns the numbers of synthetic fellows: those of a synthetic cohort, and those who are on record as such
 */
async function refuseBroken(
  rows: readonly FellowSheetRow[],
  batch: ImportBatch,
): Promise<ReadonlySet<string>> {
  const { manager, today } = batch;
  const numbers = rows.map(({ fellow_number }) => fellow_number);
  const fellows = await fellowsOnRecord(manager, numbers);
  const cohortIds = rows.map(({ cohort }) => cohort);
  const cohorts = await cohortsOnRecord(manager, cohortIds);
  const ids = [...fellows.values()].map(({ id }) => id);
  const placements = await placementsOnRecord(manager, ids);
  const synthetic = new Set<string>();
  for (const row of rows) {
    const cohort = cohorts.get(row.cohort);
    if (!cohort) {
      batch.report(cellProblem(row, "cohort", row.cohort, "the id of a cohort on record"));
      continue;
    }
    const recorded = fellows.get(row.fellow_number);
    if (cohort.synthetic || recorded?.synthetic) synthetic.add(row.fellow_number);
    const own = placements.get(recorded?.id ?? "") ?? [];
    const standing = own.filter(({ cancelledOn }) => cancelledOn === null);
    const facts = { today, cohort, recorded, placements: standing };
    batch.refuse(row, brokenRules(importedFellowRules(row, facts)));
  }
  return synthetic;
}
