import { Any, type EntityManager } from "typeorm";
import { rowsBy } from "../../kit/rows-by";
import type { Cohort } from "./cohort";
import { type CohortFacts, factsOfCohort } from "./cohort.rules";
import { Fellow } from "./fellow";
import { Placement } from "./placement";

/** A cohort on record, with the countries of its program. */
export interface CohortOnRecord extends CohortFacts {
  readonly sendingCountry: string;
  readonly hostCountry: string;
  readonly synthetic: boolean;
}

type CohortRow = Pick<Cohort, "id" | "startsEarliest" | "endsLatest"> &
  Omit<CohortOnRecord, "period">;

/** Reads and locks fellows by number, with one statement; what is not on record is left out. */
export async function fellowsOnRecord(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<Map<string, Fellow>> {
  const fellows = await manager.find(Fellow, {
    where: { fellowNumber: Any([...new Set(numbers)]) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
    comment: "import.fellows",
  });
  return new Map(fellows.map((fellow) => [fellow.fellowNumber, fellow]));
}

/** Reads cohorts by id, with one statement, and keeps others from moving their days until the import ends. */
export async function cohortsOnRecord(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, CohortOnRecord>> {
  const rows: CohortRow[] = await manager.query(
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

/**
 * Reads all placements of fellows, with one statement: by the fellow's id, earliest first. Whoever changes one locks
 * its fellow first, so that locked fellows keep theirs.
 */
export async function placementsOnRecord(
  manager: EntityManager,
  fellowIds: readonly string[],
): Promise<Map<string, Placement[]>> {
  const placements = await manager.find(Placement, {
    where: { fellowId: Any([...fellowIds]) },
    order: { fellowId: "ASC", from: "ASC", id: "ASC" },
    comment: "import.placements",
  });
  return rowsBy(placements, ({ fellowId }) => fellowId);
}
