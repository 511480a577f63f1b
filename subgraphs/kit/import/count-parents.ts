import { escapeIdentifier } from "pg";
import type { EntityManager } from "typeorm";
import type { ImportRun } from "./import-run";

/**
 * Increases the version of records to which something written belongs, and notes it, as mutations do: nobody must
 * change a version that they have not seen. Once in a run, also if the record itself was written. Returns their number.
 */
export async function countParents(
  manager: EntityManager,
  run: ImportRun,
  table: string,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const counted: unknown[] = await manager.query(
    `/* import.countParents */ WITH counted AS (
       UPDATE ${escapeIdentifier(table)} p SET version = p.version + 1
       WHERE p.id = ANY($1::text[]) AND NOT EXISTS (
         SELECT FROM change_record c
         WHERE c.record_type = $2 AND c.record_id = p.id AND c.request_id = $3 AND c.version IS NOT NULL)
       RETURNING p.id, p.version
     )
     INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
     SELECT $4::timestamptz, $5::text, $3, 'import', $2, id, version, '{}' FROM counted ORDER BY id RETURNING 1`,
    [ids, table, run.requestId, run.at, run.actor],
  );
  return counted.length;
}
