import type { EntityManager } from "typeorm";

/**
 * Counts the versions of applications of which nothing but the categories was put right, so that nobody decides on
 * what they have not seen; noted as the change of their categories was.
 */
export async function countChangedCategories(
  manager: EntityManager,
  applicationIds: readonly string[],
): Promise<void> {
  await manager.query(
    `/* import.countCategories */ WITH counted AS (
       UPDATE application SET version = version + 1 WHERE id = ANY($1::text[]) RETURNING id, version
     )
     INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
     SELECT noted.at, noted.actor, noted.request_id, noted.action, 'application', counted.id, counted.version, '{}'
     FROM counted CROSS JOIN LATERAL (
       SELECT c.* FROM change_record c
       WHERE c.record_type = 'application_category'
         AND c.record_id IN (SELECT counted.id || '/' || s.code FROM skill_category s)
       ORDER BY c.id DESC LIMIT 1
     ) noted ORDER BY counted.id`,
    [applicationIds],
  );
}
