import type { EntityManager } from "typeorm";

/** A country's days in a network `[from, to)`; open where `to` is null. */
export interface CountryTime {
  readonly networkCode: string;
  readonly countryCode: string;
  readonly from: string;
  readonly to: string | null;
}

/** A day that needs a membership, because of something that has been recorded. */
export interface DayTakingPart {
  readonly networkCode: string;
  readonly countryCode: string;
  readonly day: string;
  /** Whether the country begins to chair the network, which observers do not. */
  readonly asChair: boolean;
}

/**
 * The days among these that need a membership, of what has been recorded: the country begins to chair the network,
 * takes part in an event other than as a guest, or proposes a project. Earliest first, with one statement.
 */
export async function daysTakingPart(
  manager: EntityManager,
  times: readonly CountryTime[],
): Promise<DayTakingPart[]> {
  if (times.length === 0) return [];
  return manager.query(
    `/* daysTakingPart */ WITH given AS (
       SELECT DISTINCT * FROM unnest($1::text[], $2::text[], $3::date[], $4::date[])
         AS g(network_code, country_code, first_day, end_day)
     )
     SELECT DISTINCT g.network_code AS "networkCode", g.country_code AS "countryCode", needed.day, needed.chairs AS "asChair"
     FROM given g CROSS JOIN LATERAL (
       SELECT c.first_day AS day, true AS chairs FROM network_chair c
       WHERE c.network_code = g.network_code AND c.country_code = g.country_code AND c.source_id IS NULL
       UNION ALL
       SELECT e.starts_latest, false FROM network_event_participation p JOIN network_event e ON e.id = p.event_id
       WHERE e.network_code = g.network_code AND p.country_code = g.country_code AND e.source_id IS NULL
         AND e.state <> 'CANCELLED' AND p.removed_on IS NULL AND NOT p.as_guest
       UNION ALL
       SELECT p.proposed_on, false FROM project p JOIN work_plan w ON w.id = p.work_plan_id
       WHERE w.network_code = g.network_code AND p.lead_country_code = g.country_code
     ) needed
     WHERE needed.day >= g.first_day AND (g.end_day IS NULL OR needed.day < g.end_day)
     ORDER BY needed.day, 1, 2`,
    [
      times.map(({ networkCode }) => networkCode),
      times.map(({ countryCode }) => countryCode),
      times.map(({ from }) => from),
      times.map(({ to }) => to),
    ],
  );
}
