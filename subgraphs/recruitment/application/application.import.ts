import { today } from "../../kit/clock";
import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { columnsOf } from "../../kit/record/columns";
import { brokenRules } from "../../kit/rules/rule";
import { Applicant } from "../applicant/applicant";
import { applicantRules } from "../applicant/applicant.rules";
import { Application, ApplicationCategory, StageTransition } from "./application";
import { fixedValues } from "./application.import-rules";
import { applicationRules } from "./application.rules";
import { applicationColumns, type ApplicationRow, instantOf } from "./application.sheet";
import {
  applicationKey,
  readStored,
  refuseAppliedMeanwhile,
  type Stored,
  withFirstNames,
} from "./application-import.service";
import { ApplicationStage } from "./application-stage";
import { noSolicitationRule } from "./solicitation.rules";

/** Spreadsheets of applications, each with its applicant. */
export const applicationImport = defineImport({
  name: "applications",
  description: "Applications to the ministry's solicitations, each with who applies.",
  columns: applicationColumns,
  naturalKey: ["fiscal_year", "applicant_number"],
  table: "application",
  prepare: async (rows, batch) => {
    for (const row of rows) {
      const { applicant_number: applicantNumber, name, name_kana: nameKana, name_en: nameEn } = row;
      const values = { applicantNumber, name, nameKana, nameEn };
      batch.refuse(row, brokenRules(applicantRules(values)));
    }
    const named = await withFirstNames(batch.accepted(rows), batch);
    const stored = await readStored(batch.manager, rows);
    const now = new Date();
    for (const row of rows) refuseBroken(row, batch, stored, now);
    await writeApplications(batch.accepted(named), batch, stored);
  },
});

function refuseBroken(row: ApplicationRow, batch: ImportBatch, stored: Stored, now: Date): void {
  const recorded = stored.applications.get(applicationKey(row));
  const receivedAt = instantOf(row.received_at, recorded?.receivedAt);
  const values = { receivedAt, categories: row.categories };
  const solicitation = stored.solicitations.get(row.fiscal_year);
  const rules = solicitation
    ? applicationRules(values, solicitation, now)
    : [noSolicitationRule(row.fiscal_year)];
  const cells = { ...row, categories: row.categories.join(";") };
  batch.refuse(cells, brokenRules(rules));
  if (!recorded) return;
  for (const { column, expected } of fixedValues(values, recorded)) {
    batch.report(cellProblem(row, column, cells[column], expected));
  }
}

/** Writes rows that break no rule: applicants, applications, categories, and the first stage of what is new. */
async function writeApplications(
  rows: readonly ApplicationRow[],
  batch: ImportBatch,
  stored: Stored,
): Promise<void> {
  const lines = rows.map(({ line }) => line);
  const applicants = await batch.upsert({
    table: "applicant",
    key: ["applicant_number"],
    columns: columnsOf(Applicant, { without: ["id", "synthetic"] }),
    rows: rows.map(({ applicant_number, name, name_kana, name_en }) => ({
      applicant_number,
      name,
      name_kana,
      name_en,
    })),
    lines,
  });
  const newApplicants = rows.flatMap(({ applicant_number: number }, index) =>
    stored.applicants.has(number) ? [] : (applicants.ids[index] ?? []),
  );
  await refuseAppliedMeanwhile(batch.manager, newApplicants);
  const written = await batch.upsert({
    table: "application",
    key: ["applicant_id", "fiscal_year"],
    columns: columnsOf(Application, { without: ["id", "receivedOn", "decidedOn"] }),
    rows: rows.map((row, index) => ({
      applicant_id: applicants.ids[index],
      ...applicationValues(row, stored),
    })),
    lines,
    cells: { applicant_id: "applicant_number" },
  });
  const categories = rows.flatMap(({ categories, line }, index) =>
    categories.map((category_code) => ({
      line,
      row: { application_id: written.ids[index], category_code },
    })),
  );
  await batch.upsert({
    table: "application_category",
    key: ["application_id", "category_code"],
    columns: columnsOf(ApplicationCategory),
    rows: categories.map(({ row }) => row),
    lines: categories.map(({ line }) => line),
    cells: "categories",
    parent: {
      table: "application",
      column: "application_id",
      complete: { ids: written.ids, lines },
    },
  });
  const submitted = rows.flatMap((row, index) =>
    written.outcomes[index] === "inserted" ? [{ row, id: written.ids[index] }] : [],
  );
  const recordedAt = new Date();
  await batch.upsert({
    table: "stage_transition",
    key: ["application_id", "number"],
    columns: columnsOf(StageTransition, { without: ["reason"] }),
    rows: submitted.map(({ row, id }) => ({
      application_id: id,
      number: 1,
      stage: ApplicationStage.SUBMITTED,
      effective_on: today(instantOf(row.received_at)),
      recorded_at: recordedAt,
    })),
    lines: submitted.map(({ row }) => row.line),
    parent: { table: "application", column: "application_id" },
  });
}

/** A new application is submitted, and made up where its parts are; a recorded one stays what it is. */
function applicationValues(row: ApplicationRow, stored: Stored) {
  const recorded = stored.applications.get(applicationKey(row));
  const { fiscal_year } = row;
  const received_at = instantOf(row.received_at, recorded?.receivedAt);
  if (recorded) {
    return { fiscal_year, received_at, stage: recorded.stage, synthetic: recorded.synthetic };
  }
  const parts = [
    stored.applicants.get(row.applicant_number),
    stored.solicitations.get(fiscal_year),
  ];
  const synthetic = parts.some((part) => part?.synthetic === true);
  return { fiscal_year, received_at, stage: ApplicationStage.SUBMITTED, synthetic };
}
