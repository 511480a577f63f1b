import type { EntityManager } from "typeorm";
import { type NetworkMembership } from "./network-membership";

/**
 * The first day from `from` on that needs a membership, of what has been recorded: the country begins to chair the
 * network, takes part in an event other than as a guest, or proposes a project. `null` where there is none before `to`.
 */
export async function nextDayTakingPart(
  manager: EntityManager,
  { networkCode, countryCode }: NetworkMembership,
  from: string,
  to: string | null,
): Promise<string | null> {
  const rows: { day: string | null }[] = await manager.query(
    `/* nextDayTakingPart */ SELECT min(day) AS day FROM (
       SELECT first_day AS day FROM network_chair
       WHERE network_code = $1 AND country_code = $2 AND source_id IS NULL
       UNION ALL
       SELECT e.starts_latest FROM network_event e JOIN network_event_participation p ON p.event_id = e.id
       WHERE e.network_code = $1 AND p.country_code = $2 AND e.source_id IS NULL AND e.state <> 'CANCELLED'
         AND p.removed_on IS NULL AND NOT p.as_guest
       UNION ALL
       SELECT p.proposed_on FROM project p JOIN work_plan w ON w.id = p.work_plan_id
       WHERE w.network_code = $1 AND p.lead_country_code = $2
     ) needed WHERE day >= $3::date AND ($4::date IS NULL OR day < $4::date)`,
    [networkCode, countryCode, from, to],
  );
  return rows[0]?.day ?? null;
}
