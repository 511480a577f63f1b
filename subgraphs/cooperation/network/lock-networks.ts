import type { EntityManager } from "typeorm";

/**
 * Locks all networks until the transaction ends, as mutations lock the one they change: a spreadsheet may be about any
 * of them, and whoever locks several does so in order of their codes. Gives the codes.
 */
export async function lockNetworks(manager: EntityManager): Promise<ReadonlySet<string>> {
  const networks: { code: string }[] = await manager.query(
    `/* import.networks */ SELECT code, pg_advisory_xact_lock(hashtextextended('network ' || code, 0))
     FROM (SELECT code FROM network ORDER BY code) ordered`,
  );
  return new Set(networks.map(({ code }) => code));
}
