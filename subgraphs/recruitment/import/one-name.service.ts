import { shown } from "../../kit/errors";
import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { isSameText } from "../../kit/normal-form";
import type { ApplicationRow } from "./application-columns";

const nameColumns = ["name", "name_kana", "name_en"] as const;

type Mention = Pick<ApplicationRow, (typeof nameColumns)[number] | "applicant_number" | "line">;

/**
 * The rows with the names of their applicants as the file has them first. Refuses rows that name an applicant otherwise
 * than that: which name is right, the file does not say. One that is only typed otherwise is no other. The first
 * mentions of the file lie in a temporary table, so that memory does not grow with it.
 */
export async function withFirstNames(
  rows: readonly ApplicationRow[],
  batch: ImportBatch,
): Promise<ApplicationRow[]> {
  const first = await firstMentions(rows, batch);
  return rows.map((row) => {
    const mention = first.get(row.applicant_number);
    if (!mention) return row;
    for (const column of nameColumns.filter((one) => !isSameText(mention[one], row[one]))) {
      const name = mention[column] === null ? "nothing" : shown(mention[column]);
      const expected = `${name}, as the same applicant has on line ${mention.line}`;
      batch.report(cellProblem(row, column, row[column], expected));
    }
    const { name, name_kana, name_en } = mention;
    return { ...row, name, name_kana, name_en };
  });
}

async function firstMentions(
  rows: readonly ApplicationRow[],
  { manager }: ImportBatch,
): Promise<Map<string, Mention>> {
  await manager.query(
    `/* import.mentions */ CREATE TEMPORARY TABLE IF NOT EXISTS import_mention (
       applicant_number text COLLATE "C" PRIMARY KEY, line integer NOT NULL,
       name text NOT NULL, name_kana text NOT NULL, name_en text) ON COMMIT DROP`,
  );
  const columns = ["applicant_number", "line", ...nameColumns] as const;
  await manager.query(
    `/* import.addMentions */ INSERT INTO import_mention (${columns.join(", ")})
     SELECT DISTINCT ON (applicant_number) ${columns.join(", ")}
     FROM jsonb_to_recordset($1::jsonb)
       AS g(applicant_number text, line integer, name text, name_kana text, name_en text)
     ORDER BY applicant_number, line ON CONFLICT DO NOTHING`,
    [JSON.stringify(rows.map((row) => Object.fromEntries(columns.map((one) => [one, row[one]]))))],
  );
  const mentions: Mention[] = await manager.query(
    `/* import.firstMentions */ SELECT ${columns.join(", ")} FROM import_mention
     WHERE applicant_number = ANY($1::text[])`,
    [rows.map((row) => row.applicant_number)],
  );
  return new Map(mentions.map((one) => [one.applicant_number, one]));
}
