import { today } from "../../kit/clock";
import type { ImportBatch } from "../../kit/import/import-batch";
import { ApplicationStage } from "../application/application-stage";
import { instantOf } from "./application-cells";
import type { ApplicationRow } from "./application-columns";
import { countChangedCategories } from "./count-categories.service";
import { hasSameCategories } from "./recorded-application.rules";
import { applicationKey, refuseAppliedMeanwhile, type Stored } from "./stored-applications.service";

/** Writes rows that break no rule: applicants, applications, categories, and the first stage of what is new. */
export async function writeApplications(
  rows: readonly ApplicationRow[],
  batch: ImportBatch,
  stored: Stored,
): Promise<void> {
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
  });
  await batch.upsert({
    table: "application_category",
    key: ["application_id", "category_code"],
    columns: { application_id: "text", category_code: "text" },
    rows: rows.flatMap(({ categories }, index) =>
      categories.map((code) => ({ application_id: written.ids[index], category_code: code })),
    ),
    onlyRowsOf: { column: "application_id", values: written.ids },
  });
  const recategorized = rows.flatMap((row, index) => {
    const recorded = stored.applications.get(applicationKey(row));
    const isCounted = written.outcomes[index] !== "unchanged";
    if (!recorded || isCounted || hasSameCategories(row, recorded)) return [];
    return written.ids[index] ?? [];
  });
  await countChangedCategories(batch.manager, recategorized);
  const isRecategorized = new Set(recategorized);
  batch.changedAround += written.ids.filter(
    (id, index) =>
      written.outcomes[index] === "unchanged" &&
      (applicants.outcomes[index] === "changed" || isRecategorized.has(id)),
  ).length;
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
    rows: rows.flatMap((row, index) =>
      written.outcomes[index] === "inserted"
        ? [
            {
              application_id: written.ids[index],
              number: 1,
              stage: ApplicationStage.SUBMITTED,
              effective_on: today(instantOf(row.received_at)),
              recorded_at: recordedAt,
            },
          ]
        : [],
    ),
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
