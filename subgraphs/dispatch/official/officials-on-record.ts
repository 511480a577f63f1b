import type { EntityManager } from "typeorm";
import { rowsBy } from "../../kit/import/rows-by";
import type { Belonging } from "./home-agency-timeline";

/** An official on record, with the agencies the official belongs to, earliest first. */
export interface OfficialOnRecord {
  readonly id: string;
  readonly name: string;
  readonly nameKana: string | null;
  readonly agencies: readonly Belonging[];
}

/** Reads and locks officials by personnel number, with two statements; what is not on record is left out. */
export async function officialsOnRecord(
  manager: EntityManager,
  personnelNumbers: readonly string[],
): Promise<Map<string, OfficialOnRecord>> {
  const officials: (Omit<OfficialOnRecord, "agencies"> & { personnelNumber: string })[] =
    await manager.query(
      `/* import.officials */ SELECT id, personnel_number AS "personnelNumber", name, name_kana AS "nameKana"
       FROM official WHERE personnel_number = ANY ($1::text[]) ORDER BY id FOR UPDATE`,
      [personnelNumbers],
    );
  // Read behind the lock, so that whoever held it before has written all of it.
  const belongings: (Belonging & { officialId: string })[] = await manager.query(
    `/* import.homeAgencies */ SELECT official_id AS "officialId", agency_code AS "agencyCode",
       from_date::text AS "from", to_date::text AS "to"
     FROM official_home_agency WHERE official_id = ANY ($1::text[]) ORDER BY official_id, from_date`,
    [officials.map(({ id }) => id)],
  );
  const byOfficial = rowsBy(belongings, ({ officialId }) => officialId);
  return new Map(
    officials.map(({ personnelNumber, ...official }) => [
      personnelNumber,
      { ...official, agencies: byOfficial.get(official.id) ?? [] },
    ]),
  );
}
