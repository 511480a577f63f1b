import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { defineImport } from "../../kit/import/import-definition";
import { checkApplicant } from "../applicant/applicant.rules";
import { checkApplication } from "../application/application.rules";
import { noSolicitation } from "../solicitation/solicitation.rules";
import { instantOf } from "./application-cells";
import { applicationColumns, type ApplicationRow } from "./application-columns";
import { withFirstNames } from "./one-name.service";
import { fixedValues } from "./recorded-application.rules";
import { applicationKey, readStored, type Stored } from "./stored-applications.service";
import { writeApplications } from "./write-applications.service";

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
      batch.refuse(row, checkApplicant({ applicantNumber, name, nameKana, nameEn }));
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
  const refusals = solicitation
    ? checkApplication(values, solicitation, now)
    : [noSolicitation(row.fiscal_year)];
  const cells = { ...row, categories: row.categories.join(";") };
  batch.refuse(cells, refusals);
  if (!recorded) return;
  for (const { column, expected } of fixedValues(values, recorded)) {
    batch.report(cellProblem(row, column, cells[column], expected));
  }
}
