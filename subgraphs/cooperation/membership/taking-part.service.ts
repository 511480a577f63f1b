import type { EntityManager } from "typeorm";
import type { StartedPeriod } from "../../kit/rules/period";

/** A country's days in a network. */
export interface CountryTime extends StartedPeriod {
  readonly networkCode: string;
  readonly countryCode: string;
}

/** Days that need a membership, because of something that has been recorded. */
export interface TimeTakingPart extends CountryTime {
  /** Whether the country chairs the network, which observers do not. */
  readonly asChair: boolean;
}

/**
 * The days among these that need a membership, of what has been recorded: the country chairs the network, takes part in
 * an event other than as a guest, or leads a project, from its proposal until it is completed; one that was cancelled
 * counts on the day of its proposal. Earliest first, with one statement.
 */
export async function timesTakingPart(
  manager: EntityManager,
  times: readonly CountryTime[],
): Promise<TimeTakingPart[]> {
  if (times.length === 0) return [];
  return manager.query(
    `/* timesTakingPart */ WITH given AS (
       SELECT network_code, country_code, daterange(first_day, end_day) AS days
       FROM unnest($1::text[], $2::text[], $3::date[], $4::date[]) AS g(network_code, country_code, first_day, end_day)
     )
     SELECT DISTINCT g.network_code AS "networkCode", g.country_code AS "countryCode",
       lower(needed.days * g.days) AS "from", upper(needed.days * g.days) AS "to", needed.chairs AS "asChair"
     FROM given g CROSS JOIN LATERAL (
       SELECT daterange(c.first_day, c.end_day) AS days, true AS chairs FROM network_chair c
       WHERE c.network_code = g.network_code AND c.country_code = g.country_code AND c.source_id IS NULL
       UNION ALL
       SELECT daterange(e.starts_latest, e.starts_latest, '[]'), false
       FROM network_event_participation p JOIN network_event e ON e.id = p.event_id
       WHERE e.network_code = g.network_code AND p.country_code = g.country_code AND e.source_id IS NULL
         AND e.starts_latest IS NOT NULL AND e.state <> 'CANCELLED' AND p.removed_on IS NULL AND NOT p.as_guest
       UNION ALL
       SELECT daterange(p.proposed_on, CASE p.state WHEN 'CANCELLED' THEN p.proposed_on WHEN 'COMPLETED' THEN p.state_since END, '[]'), false
       FROM project p JOIN work_plan w ON w.id = p.work_plan_id
       WHERE w.network_code = g.network_code AND p.lead_country_code = g.country_code
     ) needed
     WHERE needed.days && g.days
     ORDER BY 3, 4, 1, 2, 5`,
    [
      times.map(({ networkCode }) => networkCode),
      times.map(({ countryCode }) => countryCode),
      times.map(({ from }) => from),
      times.map(({ to }) => to),
    ],
  );
}
