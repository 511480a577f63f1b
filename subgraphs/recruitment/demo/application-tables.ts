import { everyCopy, syntheticId } from "../../kit/demo/copies";
import type { DemoTable } from "../../kit/demo/demo-records";
import { japaneseNames } from "../../kit/demo/japanese-names";
import type { BaseSet } from "./applications";
import { stepsOf } from "./stages";

/** Applicants, their applications with categories, and every stage these reached. */
export function applicationTables(
  { applications, applicants }: BaseSet,
  copies: number,
): DemoTable[] {
  const everyApplication = () => everyCopy(applications.entries(), copies);
  return [
    {
      table: "applicant",
      columns: ["id", "synthetic", "applicant_number", "name", "name_kana", "name_en"],
      *rows() {
        const nextName = japaneseNames(37);
        for (const { base: index, copy } of everyCopy(Array(applicants).keys(), copies)) {
          const { name, kana, english } = nextName();
          const id = syntheticId("applicant", index, copy);
          yield [id, true, `SYN-${index + 1}-${copy}`, name, kana, english];
        }
      },
    },
    {
      table: "application",
      columns: [
        ...["id", "synthetic", "applicant_id", "fiscal_year", "received_at", "stage"],
        "decided_on",
      ],
      *rows() {
        for (const { base: entry, copy } of everyApplication()) {
          const [index, one] = entry;
          const { applicant, receivedAt, outcome, round } = one;
          const id = syntheticId("application", index, copy);
          const applicantId = syntheticId("applicant", applicant, copy);
          const decidedOn = outcome === "WITHDRAWN" ? null : round.decidedOn;
          yield [id, true, applicantId, round.fiscalYear, receivedAt, outcome, decidedOn];
        }
      },
    },
    {
      table: "application_category",
      columns: ["application_id", "category_code"],
      *rows() {
        for (const { base: entry, copy } of everyApplication()) {
          const [index, { categories }] = entry;
          for (const code of categories) yield [syntheticId("application", index, copy), code];
        }
      },
    },
    {
      table: "selected_category",
      columns: ["application_id", "category_code"],
      *rows() {
        for (const { base: entry, copy } of everyApplication()) {
          const [index, { selected }] = entry;
          for (const code of selected) yield [syntheticId("application", index, copy), code];
        }
      },
    },
    {
      table: "stage_transition",
      columns: ["application_id", "number", "stage", "effective_on", "recorded_at", "reason"],
      *rows() {
        for (const { base: entry, copy } of everyApplication()) {
          const [index, one] = entry;
          const id = syntheticId("application", index, copy);
          for (const [place, { stage, on, reason }] of stepsOf(one, index).entries()) {
            const recordedAt = place === 0 ? one.receivedAt : `${on}T18:00:00+09:00`;
            yield [id, place + 1, stage, on, recordedAt, reason];
          }
        }
      },
    },
  ];
}
