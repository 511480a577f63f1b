import { Client } from "pg";
import { startTestGraph, type TestGraph } from "../support/graph";
import { made, mutate, type MutationAnswer } from "../support/mutate";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

const fifty = Array.from({ length: 50 }, (_each, index) => index);

/** Codes of all refusals and errors, and how often each came. */
function tally(answers: readonly MutationAnswer<unknown>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { refusals, errorCodes } of answers) {
    for (const code of [...refusals.map((one) => one.code), ...errorCodes]) {
      counts[String(code)] = (counts[String(code)] ?? 0) + 1;
    }
  }
  return counts;
}

async function rowsOf<Row extends object>(subgraph: "dispatch" | "recruitment", sql: string) {
  const client = new Client({ connectionString: graph.databases[subgraph].ownerUrl });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("50 concurrent writers on one official", () => {
  let official: { id: string };
  let organization: { id: string };
  beforeAll(async () => {
    official = await made(
      graph,
      "registerOfficial",
      { personnelNumber: "MANY-1", name: "試験 二郎", homeAgency: "JP-MOF", from: "2015-04-01" },
      "official { id }",
    );
    organization = await made(
      graph,
      "registerOrganization",
      { code: "MANY-UN", nameEn: "Many", type: "UNITED_NATIONS", region: "EUROPE", country: "CH" },
      "organization { id }",
    );
  });
  const plan = (day: number, more: object = {}) => ({
    official: official.id,
    organization: organization.id,
    post: `Post ${day}`,
    legalBasis: "ART2_1_1",
    plannedFrom: `2030-04-${String((day % 28) + 1).padStart(2, "0")}`,
    plannedTo: "2031-04-01",
    ...more,
  });

  it("plan one dispatch, and 49 are refused because the official is away", async () => {
    const answers = await Promise.all(
      fifty.map((each) => mutate(graph, "planDispatch", plan(each), "dispatch { id }")),
    );
    expect(answers.filter(({ node }) => node)).toHaveLength(1);
    expect(tally(answers)).toEqual({ OVERLAPPING_DISPATCH: 49 });
    expect(
      await rowsOf(
        "dispatch",
        `SELECT count(*)::int FROM dispatch a JOIN dispatch b ON a.official_id = b.official_id AND a.id < b.id
         AND a.valid && b.valid AND a.cancelled_on IS NULL AND b.cancelled_on IS NULL`,
      ),
    ).toEqual([{ count: 0 }]);
  });

  it("with one idempotency key plan one dispatch, and all get the same answer", async () => {
    const input = plan(1, { plannedFrom: "2032-04-01", plannedTo: "2033-04-01" });
    const answers = await Promise.all(
      fifty.map(() =>
        mutate(graph, "planDispatch", { ...input, idempotencyKey: "many-1" }, "dispatch { id }"),
      ),
    );
    expect(tally(answers)).toEqual({});
    expect(new Set(answers.map(({ node }) => node?.id)).size).toBe(1);
    expect(
      await rowsOf(
        "dispatch",
        "SELECT count(*)::int FROM dispatch WHERE planned_from = '2032-04-01'",
      ),
    ).toEqual([{ count: 1 }]);
  });

  it("of one version make one change, and 49 are refused with the conflict", async () => {
    const answers = await Promise.all(
      fifty.map((each) =>
        mutate(
          graph,
          "changeOfficial",
          { id: official.id, expectedVersion: 1, name: `試験 ${each}` },
          "official { id }",
        ),
      ),
    );
    expect(answers.filter(({ node }) => node)).toHaveLength(1);
    expect(tally(answers)).toEqual({ VERSION_CONFLICT: 49 });
  });
});

describe("50 concurrent writers on one applicant", () => {
  it("submit one application, and 49 are refused because the person has applied", async () => {
    await made(
      graph,
      "openSolicitation",
      {
        fiscalYear: 2025,
        agency: "JP-MIC",
        opensOn: "2025-09-01",
        closesOn: "2025-10-31",
        categories: ["PRODUCER", "ENGINEER"],
      },
      "solicitation { version }",
    );
    const applicant = await made(
      graph,
      "registerApplicant",
      { applicantNumber: "MANY-A", name: "試験 四郎", nameKana: "シケン シロウ" },
      "applicant { id version }",
    );
    const answers = await Promise.all(
      fifty.map((each) =>
        mutate(
          graph,
          "submitApplication",
          {
            applicant: applicant.id,
            fiscalYear: 2025,
            categories: [each % 2 === 0 ? "PRODUCER" : "ENGINEER"],
            receivedAt: "2025-10-01T09:00:00+09:00",
          },
          "application { id }",
        ),
      ),
    );
    expect(answers.filter(({ node }) => node)).toHaveLength(1);
    expect(tally(answers)).toEqual({ ALREADY_APPLIED: 49 });
    expect(
      await rowsOf(
        "recruitment",
        `SELECT (SELECT count(*)::int FROM application) AS applications,
           (SELECT count(*)::int FROM application_category) AS categories,
           (SELECT count(*)::int FROM stage_transition) AS stages`,
      ),
    ).toEqual([{ applications: 1, categories: 1, stages: 1 }]);
  });
});
