import type { Client } from "pg";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Vacuums and analyzes `tables` until every page of theirs is known to be visible to all. Whatever reads the database at that
 * moment keeps pages from it, PostgreSQL's own ANALYZE in the background as well, and the planner would then rather not go by
 * an index alone.
 */
export async function vacuum(owner: Client, tables: readonly string[]): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    await owner.query(`VACUUM (ANALYZE, INDEX_CLEANUP ON) ${tables.join(", ")}`);
    const { rows } = await owner.query<{ seen: boolean }>(
      "SELECT bool_and(relallvisible = relpages) AS seen FROM pg_class WHERE oid = ANY($1::regclass[])",
      [tables],
    );
    if (rows[0]?.seen === true) return;
    await wait(100);
  }
  throw new Error(
    `Something goes on reading the database: pages of ${tables.join(", ")} stay unseen.`,
  );
}
