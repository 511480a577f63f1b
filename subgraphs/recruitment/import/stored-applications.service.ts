import type { EntityManager } from "typeorm";
import type { SolicitationFacts } from "../application/application.rules";
import type { SkillCategoryCode } from "../skill-standard/skill-category-code";
import { solicitedCategoriesSql } from "../skill-standard/skill-category.loader";
import type { ApplicationRow } from "./application-columns";
import type { RecordedApplication } from "./recorded-application.rules";

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

/** What tells applications apart: fiscal year and applicant number. */
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
  const applicants: ({ id: string; number: string } & Marked)[] = await manager.query(
    `/* import.lockApplicants */ SELECT id, applicant_number AS number, synthetic FROM applicant
     WHERE applicant_number = ANY($1::text[]) ORDER BY id FOR UPDATE`,
    [rows.map((row) => row.applicant_number)],
  );
  return {
    solicitations,
    applicants: new Map(applicants.map((one) => [one.number, one])),
    applications: await lockApplications(manager, rows),
  };
}

/**
 * Keeps the solicitations of a batch as they are until the import ends, as `submitApplication` does: applications are
 * received beside it, while closing waits. Nobody who locks a solicitation asks for another thing that an import keeps
 * before that lock, so the years may come in any order.
 */
async function lockSolicitations(
  manager: EntityManager,
  years: readonly number[],
): Promise<Stored["solicitations"]> {
  const found: ({ year: number } & SolicitationFacts["window"] & Marked)[] = await manager.query(
    `/* import.lockSolicitations */ SELECT fiscal_year AS year, opens_on AS "opensOn",
       closes_on AS "closesOn", closed_on AS "closedOn", synthetic
     FROM solicitation WHERE fiscal_year = ANY($1::integer[]) ORDER BY fiscal_year FOR SHARE`,
    [years],
  );
  const solicited: { year: number; code: SkillCategoryCode }[] = await manager.query(
    `/* import.solicited */ ${solicitedCategoriesSql}`,
    [years],
  );
  return new Map(
    found.map(({ year, synthetic, ...window }) => {
      const own = solicited.filter((one) => one.year === year);
      return [year, { window, categories: own.map(({ code }) => code), synthetic }];
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
