import { type EntityManager, In } from "typeorm";
import { shown } from "../../kit/errors";
import { cellProblem } from "../../kit/facts/problem";
import type { ImportBatch } from "../../kit/import/import-batch";
import { isSameText } from "../../kit/normal-form";
import { Applicant } from "../applicant/applicant";
import type { RecordedApplication } from "./application.import-rules";
import type { SolicitationFacts } from "./application.rules";
import type { ApplicationRow } from "./application.sheet";
import { Solicitation } from "./solicitation";
import { solicitedCategories } from "./solicitation.loader";

/** A record, and whether it is made up. */
interface Marked {
  readonly synthetic: boolean;
}

/** What is stored of the things that rows are about, locked until the import ends. */
export interface Stored {
  /** By fiscal year. */
  readonly solicitations: ReadonlyMap<number, SolicitationFacts & Marked>;
  /** By applicant number. */
  readonly applicants: ReadonlyMap<string, Marked>;
  /** By {@link applicationKey}. */
  readonly applications: ReadonlyMap<string, RecordedApplication & Marked>;
}

/** What distinguishes applications: fiscal year and applicant number. */
export function applicationKey(
  row: Pick<ApplicationRow, "fiscal_year" | "applicant_number">,
): string {
  return `${row.fiscal_year}/${row.applicant_number}`;
}

/**
 * Reads and locks in the order of all changes of recruitment: solicitations, applicants, applications. What is judged
 * is read when the applications are locked. Five statements. An applicant who is not there cannot be locked: that
 * nobody applied in the name of one meanwhile is looked at by {@link refuseAppliedMeanwhile}.
 */
export async function readStored(
  manager: EntityManager,
  rows: readonly ApplicationRow[],
): Promise<Stored> {
  const years = [...new Set(rows.map((row) => row.fiscal_year))];
  const solicitations = await lockSolicitations(manager, years);
  const applicants = await manager.find(Applicant, {
    where: { applicantNumber: In(rows.map((row) => row.applicant_number)) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
    comment: "import.lockApplicants",
  });
  return {
    solicitations,
    applicants: new Map(applicants.map((one) => [one.applicantNumber, one])),
    applications: await lockApplications(manager, rows),
  };
}

/**
 * Keeps the solicitations of a batch as they are until the import ends, as `submitApplication` does: applications are
 * received beside it, while closing waits. Nobody who locks a solicitation asks for another thing that an import keeps
 * before that lock, so the years can come in any order.
 */
async function lockSolicitations(
  manager: EntityManager,
  years: readonly number[],
): Promise<Stored["solicitations"]> {
  const found = await manager.find(Solicitation, {
    where: { fiscalYearNumber: In(years) },
    order: { fiscalYearNumber: "ASC" },
    lock: { mode: "pessimistic_read" },
    comment: "import.lockSolicitations",
  });
  const solicited = await solicitedCategories(manager, "import.solicited", years);
  return new Map(
    found.map((window) => {
      const { fiscalYearNumber: year, synthetic } = window;
      const categories = solicited[years.indexOf(year)] ?? [];
      return [year, { window, categories, synthetic }];
    }),
  );
}

/**
 * Ends the import where somebody was registered and applied between {@link readStored} and the writing of the
 * applicants: what they applied with was not looked at.
 */
export async function refuseAppliedMeanwhile(
  manager: EntityManager,
  newApplicants: readonly string[],
): Promise<void> {
  const applied: { number: string }[] = await manager.query(
    `/* import.appliedMeanwhile */ SELECT p.applicant_number AS number FROM applicant p
     WHERE p.id = ANY($1::text[]) AND EXISTS (SELECT FROM application a WHERE a.applicant_id = p.id)
     ORDER BY p.applicant_number LIMIT 1`,
    [newApplicants],
  );
  const [first] = applied;
  if (!first) return;
  throw new Error(`${first.number} was recorded by others at the same moment. Import it again.`);
}

async function lockApplications(
  manager: EntityManager,
  rows: readonly ApplicationRow[],
): Promise<Stored["applications"]> {
  const found: ({ id: string; year: number; number: string } & Pick<
    RecordedApplication,
    "stage" | "receivedAt"
  > &
    Marked)[] = await manager.query(
    `/* import.lockApplications */ SELECT a.id, a.fiscal_year AS year, p.applicant_number AS number,
       a.stage, a.received_at AS "receivedAt", a.synthetic
     FROM unnest($1::integer[], $2::text[]) AS g(year, number)
     JOIN applicant p ON p.applicant_number = g.number
     JOIN application a ON a.applicant_id = p.id AND a.fiscal_year = g.year
     ORDER BY a.id FOR UPDATE OF a`,
    [rows.map((row) => row.fiscal_year), rows.map((row) => row.applicant_number)],
  );
  const parts: ({ id: string } & Pick<RecordedApplication, "categories" | "isJudged">)[] =
    await manager.query(
      `/* import.judged */ SELECT c.application_id AS id,
         array_agg(c.category_code ORDER BY s.position) AS categories,
         EXISTS (SELECT FROM evaluation e WHERE e.application_id = c.application_id) AS "isJudged"
       FROM application_category c JOIN skill_category s ON s.code = c.category_code
       WHERE c.application_id = ANY($1::text[]) GROUP BY c.application_id`,
      [found.map(({ id }) => id)],
    );
  const partsOf = new Map(parts.map((one) => [one.id, one]));
  return new Map(
    found.map(({ id, year, number, ...application }) => {
      const { categories = [], isJudged = false } = partsOf.get(id) ?? {};
      const key = applicationKey({ fiscal_year: year, applicant_number: number });
      return [key, { ...application, categories, isJudged }];
    }),
  );
}

const nameColumns = ["name", "name_kana", "name_en"] as const;

type Mention = Pick<ApplicationRow, (typeof nameColumns)[number] | "applicant_number" | "line">;

/**
 * The rows with the names of their applicants as the file has them first. Refuses rows that name an applicant otherwise
 * than that: which name is right, the file does not say. The same name in another form of writing counts as the same. The first
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
