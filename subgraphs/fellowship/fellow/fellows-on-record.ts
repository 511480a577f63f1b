import type { EntityManager } from "typeorm";
import type { FellowFacts } from "./fellow.rules";

/** A fellow on record, as the rules on imported rows see one. */
export interface FellowOnRecord extends FellowFacts {
  readonly id: string;
  readonly cohortId: string;
  readonly synthetic: boolean;
}

/** Reads and locks fellows by number, with one statement; what is not on record is left out. */
export async function fellowsOnRecord(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<Map<string, FellowOnRecord>> {
  const fellows: FellowOnRecord[] = await manager.query(
    `/* import.fellows */ SELECT id, fellow_number AS "fellowNumber", cohort_id AS "cohortId", status, synthetic,
       admitted_on::text AS "admittedOn", completed_on::text AS "completedOn", withdrawn_on::text AS "withdrawnOn"
     FROM fellow WHERE fellow_number = ANY ($1::text[]) ORDER BY id FOR UPDATE`,
    [[...new Set(numbers)]],
  );
  return new Map(fellows.map((fellow) => [fellow.fellowNumber, fellow]));
}
