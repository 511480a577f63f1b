import {
  eventRules,
  heldRules,
  type EventValues,
} from "../../subgraphs/cooperation/event/network-event.rules";
import {
  invitationRules,
  type InvitationValues,
} from "../../subgraphs/cooperation/invitation/invitation.rules";
import {
  projectRules,
  withinPlanRules,
  type ProjectValues,
} from "../../subgraphs/cooperation/work-plan/project.rules";
import {
  trainingEditionRules,
  type TrainingEditionValues,
} from "../../subgraphs/cooperation/training-edition/training-edition.rules";
import {
  type ExtensionFacts,
  extensionRules,
  type ExtensionValues,
} from "../../subgraphs/dispatch/office/dispatch-step.rules";
import {
  type DispatchFacts,
  dispatchRules,
  type DispatchValues,
} from "../../subgraphs/dispatch/office/dispatch.rules";
import {
  homeAgencyRules,
  officialRules,
  type OfficialValues,
} from "../../subgraphs/dispatch/office/official.rules";
import {
  organizationRules,
  type OrganizationValues,
} from "../../subgraphs/dispatch/office/organization.rules";
import { factsOfCohort } from "../../subgraphs/fellowship/cohort/cohort.rules";
import { admissionRules, type FellowValues } from "../../subgraphs/fellowship/cohort/fellow.rules";
import {
  hostRules,
  type HostValues,
  type PlacementFacts,
  placementPeriodRules,
} from "../../subgraphs/fellowship/cohort/placement.rules";
import { brokenRules } from "../../subgraphs/kit/rules/rule";
import type { StartedPeriod } from "../../subgraphs/kit/rules/period";
import type { SubgraphName } from "../../gateway/local/programs";
import { type DemoDatabase, filledDemoDatabase } from "./support/demo-database";

/** The day on which the synthetic records end. */
const today = "2026-03-31";

let database: DemoDatabase;
afterEach(() => database.drop());

async function filled(name: SubgraphName): Promise<DemoDatabase> {
  database = await filledDemoDatabase(name);
  return database;
}

/** A statement that finds rows that break a rule finds none. */
async function expectNone(sql: string): Promise<void> {
  await expect(database.rows(sql)).resolves.toEqual([]);
}

it("synthetic dispatches keep the rules of dispatch", async () => {
  await filled("dispatch");
  const organizations = await database.rows<OrganizationValues>(
    `SELECT code, name_en AS "nameEn", name_ja AS "nameJa", type_code AS "typeCode", country_code AS "countryCode" FROM organization`,
  );
  expect(organizations.flatMap((one) => brokenRules(organizationRules(one)))).toEqual([]);
  const officials = await database.rows<OfficialValues>(
    `SELECT personnel_number AS "personnelNumber", name, name_kana AS "nameKana" FROM official`,
  );
  expect(officials.flatMap((one) => brokenRules(officialRules(one)))).toEqual([]);
  const belongings = await database.rows<{ agency: string; from: string }>(
    `SELECT agency_code AS agency, from_date::text AS "from" FROM official_home_agency`,
  );
  const at = { agency: "agency", from: "from" };
  expect(
    belongings.flatMap(({ agency, from }) => brokenRules(homeAgencyRules(agency, from, at))),
  ).toEqual([]);
  const dispatches = await database.rows<DispatchValues & Omit<DispatchFacts, "today">>(`
SELECT d.planned_from::text AS "plannedFrom", d.planned_to::text AS "plannedTo", d.started_on::text AS "startedOn",
  d.returned_on::text AS "returnedOn", d.consent_on::text AS "consentOn", d.cancelled_on::text AS "cancelledOn",
  d.post, d.legal_basis_code AS "legalBasisCode", d.country_code AS "countryCode", d.pay_ratio AS "payRatio",
  d.npa_consulted_on::text AS "npaConsultedOn", d.cancellation_reason AS "cancellationReason",
  d.organization_type_code AS "organizationType", d.home_agency_code AS "homeAgency",
  ARRAY(SELECT t.organization_type_code FROM dispatch_legal_basis_organization_type t
        WHERE t.legal_basis_code = d.legal_basis_code) AS "typesOfLegalBasis",
  coalesce((SELECT jsonb_agg(jsonb_build_object('plannedFrom', o.planned_from, 'plannedTo', o.planned_to,
            'startedOn', o.started_on, 'returnedOn', o.returned_on))
    FROM dispatch o WHERE o.official_id = d.official_id AND o.id <> d.id AND o.cancelled_on IS NULL), '[]') AS others
FROM dispatch d`);
  expect(dispatches.flatMap((one) => brokenRules(dispatchRules(one, { ...one, today })))).toEqual(
    [],
  );
  expect(dispatches.filter(({ others }) => others.length > 0).length).toBeGreaterThan(100);
});

it("synthetic extensions keep the rules, follow each other and end with the dispatch's term", async () => {
  await filled("dispatch");
  const extensions = await database.rows<ExtensionValues & Omit<ExtensionFacts, "today">>(`
SELECT e.new_to::text AS "newTo", e.consent_on::text AS "consentOn", e.npa_consulted_on::text AS "npaConsultedOn",
  d.started_on::text AS "startedOn", e.previous_to::text AS "previousTo"
FROM dispatch_extension e JOIN dispatch d ON d.id = e.dispatch_id`);
  expect(extensions.length).toBeGreaterThan(100);
  expect(extensions.flatMap((one) => brokenRules(extensionRules(one, { ...one, today })))).toEqual(
    [],
  );
  await expectNone(`
SELECT d.id FROM dispatch d JOIN dispatch_extension e ON e.dispatch_id = d.id
GROUP BY d.id HAVING max(e.new_to) <> d.planned_to`);
  // The published terms are those at the time of the order.
  await expectNone(`
SELECT d.id FROM dispatch d JOIN dispatch_extension e ON e.dispatch_id = d.id
WHERE d.started_on BETWEEN '2023-04-01' AND '2024-03-31'`);
});

it("nothing synthetic happens after the records end", async () => {
  await filled("dispatch");
  await expectNone(
    `SELECT id FROM dispatch WHERE greatest(started_on, returned_on, consent_on, cancelled_on, npa_consulted_on) > '${today}'`,
  );
});

it("synthetic applications come in the window of their solicitation, one a person, for what it asks for", async () => {
  await filled("recruitment");
  await expectNone(`
SELECT a.id FROM application a JOIN solicitation s USING (fiscal_year)
WHERE a.received_on < s.opens_on OR a.received_on > s.closes_on`);
  await expectNone(`
SELECT a.id FROM application a JOIN application_category o ON o.application_id = a.id
JOIN skill_category c ON c.code = o.category_code
WHERE c.solicited_from IS NULL OR c.solicited_from > a.fiscal_year`);
  const [edges] = await database.rows<{ first: string; last: string }>(`
SELECT min(received_at AT TIME ZONE 'Asia/Tokyo')::text AS first, max(received_at AT TIME ZONE 'Asia/Tokyo')::text AS last
FROM application WHERE fiscal_year = 2023`);
  expect(edges).toEqual({ first: "2023-11-29 00:00:00", last: "2023-12-28 23:59:59" });
});

it("synthetic applications go through their stages in order, each for a reason on record", async () => {
  await filled("recruitment");
  const paths = await database.rows<{ path: string; applications: number }>(`
SELECT path, count(*)::integer AS applications
FROM (SELECT string_agg(stage, ' ' ORDER BY number) AS path FROM stage_transition GROUP BY application_id) t
GROUP BY path ORDER BY path`);
  expect(paths).toEqual([
    { path: "SUBMITTED EVALUATED REJECTED", applications: 14 + 26 + 3 },
    { path: "SUBMITTED EVALUATED SELECTED TRAINED REGISTERED", applications: 13 + 24 + 14 },
    { path: "SUBMITTED EVALUATED SELECTED TRAINING_FAILED", applications: 1 },
    { path: "SUBMITTED WITHDRAWN", applications: 2 + 2 + 1 },
  ]);
  await expectNone(`
SELECT t.application_id FROM (
  SELECT *, lag(effective_on) OVER w AS before, lead(stage) OVER w AS next, row_number() OVER w AS place
  FROM stage_transition WINDOW w AS (PARTITION BY application_id ORDER BY number)) t
JOIN application a ON a.id = t.application_id
WHERE t.effective_on < t.before OR t.place <> t.number OR (t.next IS NULL AND t.stage <> a.stage)
  OR (t.number = 1 AND t.effective_on <> a.received_on)
  OR (t.stage IN ('SELECTED', 'REJECTED') AND t.effective_on <> a.decided_on)
  OR (t.recorded_at AT TIME ZONE 'Asia/Tokyo')::date < t.effective_on`);
  // EVALUATED: each category was judged, the last one on that day.
  await expectNone(`
SELECT t.application_id FROM stage_transition t WHERE t.stage = 'EVALUATED' AND (
  EXISTS (SELECT FROM application_category c WHERE c.application_id = t.application_id AND NOT EXISTS (
    SELECT FROM evaluation e WHERE (e.application_id, e.category_code) = (c.application_id, c.category_code)))
  OR t.effective_on <> (SELECT max(e.evaluated_on) FROM evaluation e WHERE e.application_id = t.application_id))`);
  await expectNone(`
SELECT e.id FROM evaluation e JOIN application a ON a.id = e.application_id
WHERE e.evaluated_on < a.received_on OR e.evaluated_on > a.decided_on
  OR NOT EXISTS (SELECT FROM evaluation_score s WHERE s.evaluation_id = e.id)`);
  // TRAINED: a course of each subject was completed, the later one on that day.
  await expectNone(`
SELECT t.application_id FROM stage_transition t
LEFT JOIN candidate_enrolment n ON n.application_id = t.application_id AND n.state = 'COMPLETED'
LEFT JOIN recruitment_training_course c ON c.id = n.course_id
WHERE t.stage = 'TRAINED' GROUP BY t.application_id, t.effective_on
HAVING count(DISTINCT c.subject) < 2 OR max(n.ended_on) <> t.effective_on`);
  await expectNone(`
SELECT n.id FROM candidate_enrolment n JOIN application a ON a.id = n.application_id
JOIN recruitment_training_course c ON c.id = n.course_id
WHERE n.enrolled_on < a.decided_on OR n.enrolled_on > c.ends_on OR n.ended_on < c.starts_on`);
});

it("synthetic registrations follow from training, and engagements from the list that a municipality was granted", async () => {
  await filled("recruitment");
  await expectNone(`
SELECT s.application_id FROM selected_category s JOIN application a ON a.id = s.application_id
LEFT JOIN registration r ON (r.application_id, r.category_code) = (s.application_id, s.category_code)
LEFT JOIN stage_transition t ON t.application_id = a.id AND t.stage = 'REGISTERED'
WHERE (a.stage = 'REGISTERED') <> (r.id IS NOT NULL) OR r.from_date <> t.effective_on`);
  await expectNone(`
SELECT e.id FROM engagement e JOIN registration r ON r.id = e.registration_id
JOIN municipality m ON m.code = e.municipality_code
LEFT JOIN list_request q ON q.municipality_code = e.municipality_code AND q.state = 'GRANTED'
WHERE NOT r.valid @> e.from_date OR q.decided_on IS NULL OR q.decided_on > e.from_date
  OR m.kind = 'WARD' OR NOT m.valid @> e.from_date`);
  await expectNone(`
SELECT q.id FROM list_request q JOIN municipality m ON m.code = q.municipality_code
WHERE m.kind = 'WARD' OR NOT m.valid @> q.requested_on OR EXISTS (
  SELECT FROM list_request o WHERE o.municipality_code = q.municipality_code AND o.id <> q.id
    AND o.requested_on < q.requested_on AND (o.state <> 'REFUSED' OR o.decided_on > q.requested_on))`);
  const states = await database.rows(
    "SELECT state, count(*)::integer AS requests FROM list_request GROUP BY 1 ORDER BY 1",
  );
  expect(states).toEqual([
    { state: "GRANTED", requests: 24 },
    { state: "REFUSED", requests: 8 },
    { state: "REQUESTED", requests: 8 },
  ]);
});

interface CohortRow {
  readonly cohortId: string;
  readonly startsEarliest: string | null;
  readonly endsLatest: string | null;
}

const cohortColumns = `c.id AS "cohortId", c.starts_earliest::text AS "startsEarliest", c.ends_latest::text AS "endsLatest"`;
const cohortOf = (row: CohortRow) => factsOfCohort({ ...row, id: row.cohortId });

it("synthetic fellows and placements keep the rules of fellowship, in cohorts of the published sizes", async () => {
  await filled("fellowship");
  const fellows = await database.rows<FellowValues & CohortRow>(`
SELECT f.fellow_number AS "fellowNumber", f.name, f.sending_agency_code AS "sendingAgency",
  f.admitted_on::text AS "admittedOn", ${cohortColumns}
FROM fellow f JOIN cohort c ON c.id = f.cohort_id`);
  const admissions = fellows.flatMap((one) =>
    brokenRules(
      admissionRules(one, {
        ...{ today, sendingCountry: "US", cohort: cohortOf(one), isNumberTaken: false },
      }),
    ),
  );
  expect(admissions).toEqual([]);
  await expectNone(`
SELECT c.id FROM cohort c LEFT JOIN fellow f ON f.cohort_id = c.id
WHERE c.published_fellows IS NOT NULL AND c.number <= 28
GROUP BY c.id, c.published_fellows HAVING count(f.id) <> c.published_fellows`);
  await expectNone(`
SELECT f.id FROM fellow f JOIN cohort c ON c.id = f.cohort_id
WHERE f.status <> 'COMPLETED' OR f.completed_on > c.ends_latest OR c.number > 28`);
  type Row = HostValues & StartedPeriod & CohortRow & Pick<PlacementFacts, "fellow" | "others">;
  const placements = await database.rows<Row>(`
SELECT p.host_kind AS "hostKind", p.host_agency_code AS "hostAgency", p.host_name AS "hostName",
  p.from_date::text AS "from", p.to_date::text AS "to", ${cohortColumns},
  jsonb_build_object('fellowNumber', f.fellow_number, 'status', f.status, 'admittedOn', f.admitted_on,
    'completedOn', f.completed_on, 'withdrawnOn', f.withdrawn_on) AS fellow,
  (SELECT jsonb_agg(jsonb_build_object('from', o.from_date, 'to', o.to_date))
   FROM placement o WHERE o.fellow_id = f.id AND o.id <> p.id) AS others
FROM placement p JOIN fellow f ON f.id = p.fellow_id JOIN cohort c ON c.id = f.cohort_id`);
  expect(placements).toHaveLength(624);
  expect(placements.flatMap((one) => brokenRules(hostRules(one, "JP")))).toEqual([]);
  expect(
    placements.flatMap((one) =>
      brokenRules(placementPeriodRules(one, { ...one, cohort: cohortOf(one) })),
    ),
  ).toEqual([]);
});

it("synthetic records of cooperation keep its rules", async () => {
  await filled("cooperation");
  const editions = await database.rows<TrainingEditionValues>(`
SELECT fiscal_year AS "fiscalYear", edition, starts_on::text AS "startsOn", ends_on::text AS "endsOn", place, note
FROM training_edition`);
  expect(editions.flatMap((one) => brokenRules(trainingEditionRules(one)))).toEqual([]);
  const events = await database.rows<EventValues & { state: string }>(`
SELECT edition, title, theme, starts_on AS "startsOn", ends_on AS "endsOn", city, country_code AS country,
  host_agency_code AS "hostAgency", note, state
FROM network_event WHERE synthetic`);
  expect(events.flatMap((one) => brokenRules(eventRules(one)))).toEqual([]);
  expect(
    events
      .filter(({ state }) => state === "HELD")
      .flatMap((one) => brokenRules(heldRules(one, today))),
  ).toEqual([]);
  await expectNone(`
SELECT p.id FROM network_event_participation p JOIN network_event e ON e.id = p.event_id
WHERE p.synthetic AND p.as_guest = EXISTS (
  SELECT FROM network_membership m WHERE m.network_code = e.network_code AND m.country_code = p.country_code
    AND m.valid @> e.starts_earliest)`);
  const projects = await database.rows<
    ProjectValues & { plan: { from: string; to: string | null } }
  >(`
SELECT p.title, p.lead_country_code AS "leadCountry", p.lead_agency_code AS "leadAgency",
  p.proposed_on::text AS "proposedOn", p.from_date::text AS "from", p.to_date::text AS "to", p.note,
  jsonb_build_object('from', w.from_date, 'to', w.to_date) AS plan
FROM project p JOIN work_plan w ON w.id = p.work_plan_id`);
  expect(projects.flatMap((one) => brokenRules(projectRules(one, today)))).toEqual([]);
  expect(
    projects.flatMap((one) =>
      brokenRules(withinPlanRules(one, one.plan as Parameters<typeof withinPlanRules>[1])),
    ),
  ).toEqual([]);
  await expectNone(`
SELECT c.project_id FROM (
  SELECT *, lag(to_state) OVER w AS before, lag(changed_on) OVER w AS earlier, lead(to_state) OVER w AS next
  FROM project_state_change WINDOW w AS (PARTITION BY project_id ORDER BY position)) c
JOIN project p ON p.id = c.project_id
WHERE c.from_state IS DISTINCT FROM c.before OR c.changed_on < c.earlier
  OR (c.next IS NULL AND (c.to_state, c.changed_on) <> (p.state, p.state_since))`);
  const invitations = await database.rows<InvitationValues>(`
SELECT fiscal_year AS "fiscalYear", country_code AS country, agency_code AS agency, persons,
  invited_on::text AS "invitedOn", purpose, note
FROM invitation WHERE synthetic`);
  expect(invitations.flatMap((one) => brokenRules(invitationRules(one, today)))).toEqual([]);
  await expectNone(
    "SELECT id FROM invitation WHERE synthetic AND (visit_starts_on < answered_on OR answered_on < invited_on)",
  );
});
