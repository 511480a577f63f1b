import { today } from "../../kit/clock";
import type { ImportBatch } from "../../kit/import/import-batch";
import { ApplicationStage } from "../application/application-stage";
import { instantOf } from "./application-cells";
import type { ApplicationRow } from "./application-columns";
import { applicationKey, refuseAppliedMeanwhile, type Stored } from "./stored-applications.service";

/** Writes rows that break no rule: applicants, applications, categories, and the first stage of what is new. */
export async function writeApplications(
  rows: readonly ApplicationRow[],
  batch: ImportBatch,
  stored: Stored,
): Promise<void> {
  const lines = rows.map(({ line }) => line);
  const applicants = await batch.upsert({
    table: "applicant",
    key: ["applicant_number"],
    columns: { applicant_number: "text", name: "text", name_kana: "text", name_en: "text" },
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
    columns: {
      applicant_id: "text",
      fiscal_year: "integer",
      received_at: "timestamptz",
      stage: "text",
      synthetic: "boolean",
    },
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
    columns: { application_id: "text", category_code: "text" },
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
    columns: {
      application_id: "text",
      number: "integer",
      stage: "text",
      effective_on: "date",
      recorded_at: "timestamptz",
    },
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
