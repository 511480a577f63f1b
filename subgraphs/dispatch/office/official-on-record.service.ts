import { type EntityManager, In } from "typeorm";
import { rowsBy } from "../../kit/rows-by";
import { Official } from "./official";
import { type Belonging, OfficialHomeAgency } from "./official-home-agency";

/** An official on record, with the agencies the official belongs to, earliest first. */
export type OfficialOnRecord = Pick<Official, "id" | "name" | "nameKana"> & {
  readonly agencies: readonly Belonging[];
};

/** Reads and locks officials by personnel number, with two statements; what is not on record is left out. */
export async function officialsOnRecord(
  manager: EntityManager,
  personnelNumbers: readonly string[],
): Promise<Map<string, OfficialOnRecord>> {
  const officials = await manager.find(Official, {
    where: { personnelNumber: In(personnelNumbers) },
    order: { id: "ASC" },
    lock: { mode: "pessimistic_write" },
    comment: "import.officials",
  });
  // Read behind the lock, so that whoever held it before has written all of it.
  const belongings = await manager.find(OfficialHomeAgency, {
    where: { officialId: In(officials.map(({ id }) => id)) },
    order: { officialId: "ASC", from: "ASC" },
    comment: "import.homeAgencies",
  });
  const byOfficial = rowsBy(belongings, ({ officialId }) => officialId);
  return new Map(
    officials.map(({ id, personnelNumber, name, nameKana }) => [
      personnelNumber,
      { id, name, nameKana, agencies: byOfficial.get(id) ?? [] },
    ]),
  );
}
