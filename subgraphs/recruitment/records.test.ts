import { Client } from "pg";
import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { addMunicipalities, Candidates, municipalities } from "./candidates.fixture";
import { Ministry, type MinistryRecord } from "./ministry.fixture";
import { recruitment } from "./recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
let both: MinistryRecord[];
let one: MinistryRecord[];
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
  await addMunicipalities(ministry);
  both = await candidates.registered(["PRODUCER", "SERVICE_DESIGNER"]);
  one = await candidates.registered(["PRODUCER"]);
  await candidates.submitted();
  const removal = { id: one[0]?.id, on: "2024-07-01", reason: "Asked for it." };
  await ministry.make("startEngagement", {
    ...(await candidates.engagement(one[0]?.id ?? "")),
    to: "2024-10-01",
  });
  await ministry.make("removeFromList", removal);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

describe("the external personnel list", () => {
  const query = `query ($asOf: Date) {
    persons: externalPersonnelList(asOf: $asOf) { totalCount nodes { nameKana registrations { category { code } } } }
    producers: externalPersonnelList(asOf: $asOf, category: PRODUCER) { totalCount }
    designers: externalPersonnelList(asOf: $asOf, category: SERVICE_DESIGNER) { totalCount }
    places: registrations(asOf: $asOf) { totalCount }
    skillStandard { categories { code registrations(asOf: $asOf) { totalCount } } } }`;
  const counted = async (asOf: string) => {
    const { data } = await subgraph.execute<Record<string, { totalCount: number }>>(query, {
      asOf,
    });
    return ["persons", "producers", "designers", "places"].map((name) => data[name]?.totalCount);
  };

  it("distinguishes persons from places, on each day", async () => {
    expect(await counted("2024-02-29")).toEqual([0, 0, 0, 0]);
    expect(await counted("2024-03-01")).toEqual([2, 2, 1, 3]);
    expect(await counted("2024-06-30")).toEqual([2, 2, 1, 3]);
    expect(await counted("2024-07-01")).toEqual([1, 1, 1, 2]);
  });

  it("gives each person with the places of that day, and each category its count", async () => {
    const { data } = await subgraph.execute<{
      persons: { nodes: { registrations: object[] }[] };
      skillStandard: { categories: object[] };
    }>(query, { asOf: "2024-06-30" });
    expect(data.persons.nodes.map(({ registrations }) => registrations.length)).toEqual([2, 1]);
    expect(data.skillStandard.categories).toEqual([
      { code: "PRODUCER", registrations: { totalCount: 2 } },
      { code: "PROJECT_MANAGER", registrations: { totalCount: 0 } },
      { code: "SERVICE_DESIGNER", registrations: { totalCount: 1 } },
      { code: "ENGINEER", registrations: { totalCount: 0 } },
    ]);
  });

  it("pages through persons by a filter, in an order", async () => {
    const { data } = await subgraph.execute<{
      externalPersonnelList: { nodes: object[]; pageInfo: { endCursor: string } };
    }>(
      `{ externalPersonnelList(asOf: "2024-06-30", first: 1, filter: { nameKana: { contains: "シケン" } },
           orderBy: [{ by: APPLICANT_NUMBER, direction: DESC }]) {
           nodes { id } pageInfo { endCursor hasNextPage } } }`,
    );
    expect(data.externalPersonnelList).toMatchObject({ pageInfo: { hasNextPage: true } });
    const second = await subgraph.execute(
      `query ($after: String) { externalPersonnelList(asOf: "2024-06-30", first: 1, after: $after,
           orderBy: [{ by: APPLICANT_NUMBER, direction: DESC }]) { pageInfo { hasNextPage } nodes { registrations { id } } } }`,
      { after: data.externalPersonnelList.pageInfo.endCursor },
    );
    expect(second.data).toEqual({
      externalPersonnelList: {
        pageInfo: { hasNextPage: false },
        nodes: [{ registrations: expect.arrayContaining(both.map(({ id }) => ({ id }))) }],
      },
    });
  });
});

describe("reads", () => {
  it("lists registrations and engagements of a day, and of all time", async () => {
    const { data } = await subgraph.execute(`{
      now: registrations { totalCount } all: registrationHistory { totalCount }
      removed: registrationHistory(filter: { to: { isNull: false }, fiscalYear: { eq: 2023 } }) {
        nodes { to removalReason category { code } application { solicitation { opensOn } } } }
      during: engagements(asOf: "2024-09-30") { totalCount }
      after: engagements(asOf: "2024-10-01") { totalCount }
      ever: engagementHistory(filter: { category: { eq: PRODUCER }, municipality: { eq: "${municipalities.city}" } }) {
        nodes { to applicant { registrations { id } registrationHistory { to } engagements { id } } } } }`);
    expect(data).toEqual({
      now: { totalCount: 2 },
      all: { totalCount: 3 },
      removed: {
        nodes: [
          {
            to: "2024-07-01",
            removalReason: "Asked for it.",
            category: { code: "PRODUCER" },
            application: { solicitation: { opensOn: "2023-11-29" } },
          },
        ],
      },
      during: { totalCount: 1 },
      after: { totalCount: 0 },
      ever: {
        nodes: [
          {
            to: "2024-10-01",
            applicant: {
              registrations: [],
              registrationHistory: [{ to: "2024-07-01" }],
              engagements: [],
            },
          },
        ],
      },
    });
  });

  it("finds applications by stage, day, category and solicitation", async () => {
    const { data } = await subgraph.execute(`{
      registered: applications(filter: { stage: { eq: REGISTERED }, decidedOn: { lte: "2024-02-01" } }) { totalCount }
      open: applications(filter: { stage: { in: [SUBMITTED] }, receivedOn: { eq: "2023-12-20" } }) {
        nodes { stages { stage } evaluations { id } enrolments { id } } }
      skillCategory(code: SERVICE_DESIGNER) { applications { totalCount } }
      solicitation(fiscalYear: 2023) { applications(orderBy: [{ by: DECIDED_ON, direction: DESC }], first: 1) {
        totalCount nodes { stage } } } }`);
    expect(data).toEqual({
      registered: { totalCount: 2 },
      open: { nodes: [{ stages: [{ stage: "SUBMITTED" }], evaluations: [], enrolments: [] }] },
      skillCategory: { applications: { totalCount: 1 } },
      solicitation: { applications: { totalCount: 3, nodes: [{ stage: "SUBMITTED" }] } },
    });
  });

  it("takes one statement a step, however many applications there are", async () => {
    const ask = (first: number) =>
      subgraph.execute(
        `query ($first: Int) { applications(first: $first, orderBy: [{ by: DECIDED_ON }]) { totalCount nodes {
           applicant { name applications { id } registrations { id } engagements { id } }
           solicitation { closesOn } categories { code } selectedCategories { code } stages { stage by }
           evaluations { evaluator { name evaluations { totalCount } } category { code } scores { score } }
           enrolments { course { title enrolments { totalCount } } }
           registrations { category { code } engagements { municipality { code listRequests { totalCount }
             engagementHistory { totalCount nodes { registration { id } } } } } } } } }`,
        { first },
      );
    const few = await ask(2);
    const many = await ask(100);
    expect(new Set(few.statements)).toEqual(new Set(many.statements));
    expect(many.statements).toHaveLength(new Set(many.statements).size);
  });

  it("gives nothing for ids and codes of nothing", async () => {
    const { data } = await subgraph.execute(
      `{ applicant(id: "x") { id } application(id: "x") { id } evaluator(id: "x") { id } registration(id: "x") { id }
         recruitmentTrainingCourse(id: "x") { id } listRequest(id: "x") { id } engagement(id: "x") { id } }`,
    );
    expect(Object.values(data)).toEqual(Array.from({ length: 7 }, () => null));
  });
});

describe("the tables of records", () => {
  it("keep the rules that a table can keep", async () => {
    const [registration] = both;
    const copied = (change: string) =>
      `INSERT INTO registration (applicant_id, application_id, category_code, from_date, to_date, removal_reason)
       SELECT applicant_id, application_id, category_code, from_date, to_date, removal_reason FROM (
         SELECT (jsonb_populate_record(r, '${change}')).* FROM registration r WHERE id = $1) s`;
    const violated = (change: object) =>
      ministry.violated(copied(JSON.stringify(change)), [registration?.id]);
    expect(await violated({ category_code: "ENGINEER" })).toBe("registration_category_selected");
    expect(await violated({})).toBe("registration_once_an_application");
    await ministry.owner.query(
      "ALTER TABLE registration DROP CONSTRAINT registration_once_an_application",
    );
    expect(await violated({ applicant_id: "other" })).toBe("registration_of_applicant");
    expect(await violated({ to_date: "2024-03-01", removal_reason: "x" })).toBe(
      "registration_period",
    );
    expect(await violated({ to_date: "2024-04-01" })).toBe("registration_removed");
    expect(await violated({ from_date: "2030-01-01" })).toBe("registration_no_overlap");
  });

  it.each([
    [
      "engagement_no_overlap",
      `INSERT INTO engagement (registration_id, applicant_id, municipality_code, role, days_per_month, from_date)
       SELECT registration_id, applicant_id, municipality_code, role, 1, '2024-09-30' FROM engagement`,
    ],
    ["engagement_days", "UPDATE engagement SET days_per_month = 32"],
    ["engagement_ended", "UPDATE engagement SET to_date = '2024-05-01'"],
    ["engagement_agreed", "UPDATE engagement SET to_date = '2030-01-01', end_reason = 'x'"],
    ["application_decided", "UPDATE application SET decided_on = NULL WHERE stage = 'REGISTERED'"],
    [
      "application_decided_after_receipt",
      "UPDATE application SET decided_on = '2023-01-01' WHERE stage = 'REGISTERED'",
    ],
    [
      "application_once_a_solicitation",
      `INSERT INTO application (applicant_id, fiscal_year, received_at, stage)
       SELECT applicant_id, fiscal_year, received_at, 'SUBMITTED' FROM application LIMIT 1`,
    ],
    [
      "selected_category_applied_for",
      "INSERT INTO selected_category SELECT id, 'ENGINEER' FROM application LIMIT 1",
    ],
    [
      "evaluation_once",
      `INSERT INTO evaluation (application_id, category_code, evaluator_id, verdict, evaluated_on)
       SELECT application_id, category_code, evaluator_id, verdict, evaluated_on FROM evaluation LIMIT 1`,
    ],
    ["evaluation_score_range", "UPDATE evaluation_score SET score = 101"],
    ["candidate_enrolment_ended", "UPDATE candidate_enrolment SET ended_on = NULL"],
    [
      "stage_transition_once",
      `INSERT INTO stage_transition (application_id, number, stage, effective_on, recorded_at)
       SELECT application_id, 99, 'SUBMITTED', '2024-01-01', now() FROM stage_transition LIMIT 1`,
    ],
    ["engagement_in_range", "UPDATE engagement SET from_date = '1948-03-31'"],
    ["registration_in_range", "UPDATE registration SET from_date = '1948-03-31'"],
    ["engagement_cancelled", "UPDATE engagement SET cancelled_on = '2024-03-31'"],
    [
      "engagement_cancelled_before_start",
      "UPDATE engagement SET cancelled_on = from_date, cancellation_reason = 'x'",
    ],
    ["evaluation_score_at_most_50", "UPDATE evaluation_score SET position = 51"],
    ["list_request_decided", "UPDATE list_request SET decided_on = NULL"],
    [
      "list_request_one_granted",
      `INSERT INTO list_request (municipality_code, requested_on, state, decided_on)
       SELECT municipality_code, '2024-08-01', 'GRANTED', '2024-08-01' FROM list_request LIMIT 1`,
    ],
  ])("hold %s", async (constraint, sql) => {
    expect(await ministry.violated(sql)).toBe(constraint);
  });

  it.each([
    ["registration_by_end", "registration", "to_date"],
    ["engagement_by_end", "engagement", "to_date"],
    ["application_by_decision", "application", "decided_on"],
    ["list_request_by_decision", "list_request", "decided_on"],
  ])("are read by %s in the order of their lists", async (index, table, column) => {
    await ministry.owner.query("SET enable_seqscan = off; SET enable_sort = off");
    const { rows } = await ministry.owner.query<{ "QUERY PLAN": string }>(
      `EXPLAIN SELECT t.* FROM ${table} t ORDER BY coalesce(t.${column}, 'infinity'), t.id LIMIT 10`,
    );
    await ministry.owner.query("RESET enable_seqscan; RESET enable_sort");
    const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
    expect(plan).toContain(`using ${index}`);
    expect(plan).not.toMatch(/Sort/);
  });

  it("never change or lose a stage, whoever tries", async () => {
    for (const sql of [
      "UPDATE stage_transition SET stage = 'REJECTED'",
      "DELETE FROM stage_transition",
      "TRUNCATE stage_transition",
    ]) {
      expect(await ministry.violated(sql)).toMatch("stage_transition is append-only");
    }
  });

  it("give the restricted role no right to delete, nor to change what is final", async () => {
    const app = new Client({ connectionString: subgraph.appUrl });
    await app.connect();
    try {
      for (const sql of [
        "DELETE FROM application",
        "DELETE FROM registration",
        "UPDATE evaluation SET verdict = 'RECOMMENDED'",
        "UPDATE selected_category SET category_code = 'ENGINEER'",
        "UPDATE municipality SET kana = 'x'",
      ]) {
        await expect(app.query(sql)).rejects.toThrow("permission denied");
      }
    } finally {
      await app.end();
    }
  });
});
