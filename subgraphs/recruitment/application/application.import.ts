import { today } from "../../kit/clock";
import { cellProblem } from "../../kit/facts/problem";
import { entityRows } from "../../kit/import/entity-rows";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
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
      batch.refuse(row, brokenRules(applicantRules(applicantOf(row))));
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
    ...entityRows(
      Applicant,
      ["applicantNumber", "name", "nameKana", "nameEn"],
      rows.map(applicantOf),
    ),
    key: ["applicant_number"],
    lines,
  });
  const newApplicants = rows.flatMap(({ applicant_number: number }, index) =>
    stored.applicants.has(number) ? [] : (applicants.ids[index] ?? []),
  );
  await refuseAppliedMeanwhile(batch.manager, newApplicants);
  const written = await batch.upsert({
    ...entityRows(
      Application,
      ["applicantId", "fiscalYear", "receivedAt", "stage", "synthetic"],
      rows.map((row, index) => ({
        applicantId: applicants.ids[index],
        ...applicationOf(row, stored),
      })),
    ),
    key: ["applicant_id", "fiscal_year"],
    lines,
    cells: { applicant_id: "applicant_number" },
  });
  const categories = rows.flatMap(({ categories, line }, index) =>
    categories.map((categoryCode) => ({
      line,
      row: { applicationId: written.ids[index], categoryCode },
    })),
  );
  await batch.upsert({
    ...entityRows(
      ApplicationCategory,
      ["applicationId", "categoryCode"],
      categories.map(({ row }) => row),
    ),
    key: ["application_id", "category_code"],
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
  const at = new Date();
  await batch.upsert({
    ...entityRows(
      StageTransition,
      ["applicationId", "number", "stage", "on", "at"],
      submitted.map(({ row, id }) => ({
        applicationId: id,
        number: 1,
        stage: ApplicationStage.SUBMITTED,
        on: today(instantOf(row.received_at)),
        at,
      })),
    ),
    key: ["application_id", "number"],
    lines: submitted.map(({ row }) => row.line),
    parent: { table: "application", column: "application_id" },
  });
}

function applicantOf(row: ApplicationRow) {
  const { applicant_number: applicantNumber, name, name_kana: nameKana, name_en: nameEn } = row;
  return { applicantNumber, name, nameKana, nameEn };
}

/** A new application is submitted, and made up where its parts are; a recorded one stays what it is. */
function applicationOf(row: ApplicationRow, { applicants, applications, solicitations }: Stored) {
  const { fiscal_year: fiscalYear } = row;
  const recorded = applications.get(applicationKey(row));
  const receivedAt = instantOf(row.received_at, recorded?.receivedAt);
  if (recorded) {
    const { stage, synthetic } = recorded;
    return { fiscalYear, receivedAt, stage, synthetic };
  }
  const parts = [applicants.get(row.applicant_number), solicitations.get(fiscalYear)];
  const synthetic = parts.some((part) => part?.synthetic === true);
  return { fiscalYear, receivedAt, stage: ApplicationStage.SUBMITTED, synthetic };
}
