import type { EntityManager } from "typeorm";
import { rowsBy } from "../../kit/import/rows-by";
import type { StartedPeriod } from "../rules/period";

/** A placement on record, as the rules on imported rows see it. */
export interface PlacementOnRecord extends StartedPeriod {
  readonly id: string;
  readonly fellowId: string;
  readonly endReason: string | null;
  readonly cancelledOn: string | null;
  readonly synthetic: boolean;
}

/**
 * Reads all placements of fellows, with one statement: by the fellow's id, earliest first. Whoever changes one locks
 * its fellow first, so that locked fellows keep theirs.
 */
export async function placementsOnRecord(
  manager: EntityManager,
  fellowIds: readonly string[],
): Promise<Map<string, PlacementOnRecord[]>> {
  const placements: PlacementOnRecord[] = await manager.query(
    `/* import.placements */ SELECT id, fellow_id AS "fellowId", from_date::text AS "from", to_date::text AS "to",
       end_reason AS "endReason", cancelled_on::text AS "cancelledOn", synthetic
     FROM placement WHERE fellow_id = ANY ($1::text[]) ORDER BY fellow_id, from_date, id`,
    [fellowIds],
  );
  return rowsBy(placements, ({ fellowId }) => fellowId);
}
