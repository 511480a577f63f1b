import type { EntityManager } from "typeorm";

/**
 * Where the kind or region of an organization changes, the database changes those of its dispatches: each counts its
 * version, and `change_record` says so. One statement for all, after organizations with these codes were changed and
 * noted; the notes of the dispatches name the same person, moment and change as theirs.
 */
export async function noteDispatches(
  manager: EntityManager,
  change: string,
  codes: readonly string[],
): Promise<void> {
  await manager.query(
    `/* ${change}.noteDispatches */ WITH handed_on AS (
       SELECT o.code, c.at, c.actor, c.request_id, c.action, jsonb_strip_nulls(jsonb_build_object(
         'organizationTypeCode', c.changes -> 'typeCode', 'regionCode', c.changes -> 'regionCode')) AS changes
       FROM organization o
       JOIN change_record c ON c.record_type = 'organization' AND c.record_id = o.id AND c.version = o.version
       WHERE o.code = ANY ($1::text[]) AND c.changes ?| ARRAY['typeCode', 'regionCode']
     ), dispatches AS (
       UPDATE dispatch d SET version = d.version + 1 FROM handed_on h WHERE d.organization_code = h.code
       RETURNING d.id, d.version, h.at, h.actor, h.request_id, h.action, h.changes
     )
     INSERT INTO change_record (at, actor, request_id, action, record_type, record_id, version, changes)
     SELECT at, actor, request_id, action, 'dispatch', id, version, changes FROM dispatches ORDER BY id`,
    [codes],
  );
}
