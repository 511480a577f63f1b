import type { EntityManager } from "typeorm";

/**
 * Checks what was written so far against the constraints that are usually checked at the end. Triggers that wait for the
 * commit go on waiting: that of its place among all commits would keep every other change waiting until then.
 */
export async function checkDeferred(manager: EntityManager): Promise<void> {
  await manager.query(`DO $$
DECLARE
  names text := (
    SELECT string_agg(quote_ident(conname), ', ') FROM pg_constraint
    WHERE condeferrable AND contype <> 't' AND connamespace = 'public'::regnamespace);
BEGIN
  IF names IS NOT NULL THEN
    EXECUTE 'SET CONSTRAINTS ' || names || ' IMMEDIATE';
    EXECUTE 'SET CONSTRAINTS ' || names || ' DEFERRED';
  END IF;
END $$`);
}
