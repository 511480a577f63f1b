import type { EntityManager } from "typeorm";
import type { CohortFacts } from "../rules/common.rules";
import { type CohortDays, factsOfCohort } from "./cohort-period";

/** A cohort on record, with the countries of its program. */
export interface CohortOnRecord extends CohortFacts {
  readonly sendingCountry: string;
  readonly hostCountry: string;
  readonly synthetic: boolean;
}

type Row = CohortDays & Omit<CohortOnRecord, "period">;

/** Reads cohorts by id, with one statement, and keeps others from moving their days until the import ends. */
export async function cohortsOnRecord(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, CohortOnRecord>> {
  const rows: Row[] = await manager.query(
    `/* import.cohorts */ SELECT c.id, c.starts_earliest::text AS "startsEarliest", c.ends_latest::text AS "endsLatest",
       p.sending_country_code AS "sendingCountry", p.host_country_code AS "hostCountry", c.synthetic
     FROM cohort c JOIN fellowship_program p ON p.code = c.program_code
     WHERE c.id = ANY ($1::text[]) ORDER BY c.id FOR SHARE OF c`,
    [[...new Set(ids)]],
  );
  return new Map(
    rows.map(({ sendingCountry, hostCountry, synthetic, ...cohort }) => [
      cohort.id,
      { ...factsOfCohort(cohort), sendingCountry, hostCountry, synthetic },
    ]),
  );
}
