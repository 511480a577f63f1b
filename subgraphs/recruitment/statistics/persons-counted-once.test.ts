import { RecordTables } from "../../../test/support/statistics/record-tables";
import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;

beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  const tables = await RecordTables.connect(subgraph.ownerUrl);
  await tables.refill(records());
  await tables.declareComplete("2021-04-01");
  await tables.end();
});
afterAll(() => subgraph.stop());

/** One applicant selected in two rounds, one in one; of the second neither category is on record. */
function records() {
  const applicants = ["a", "b"].map((id) => ({
    id,
    applicant_number: id,
    name: id,
    name_kana: id,
  }));
  const applications = [
    { id: "a-2021", applicant_id: "a", fiscal_year: 2021 },
    { id: "a-2022", applicant_id: "a", fiscal_year: 2022 },
    { id: "b-2022", applicant_id: "b", fiscal_year: 2022 },
  ];
  const categories = [
    { application_id: "a-2021", category_code: "PRODUCER" },
    { application_id: "a-2022", category_code: "ENGINEER" },
    { application_id: "a-2022", category_code: "PRODUCER" },
  ];
  return new Map<string, readonly object[]>([
    ["solicitation", [2021, 2022].map(solicitation)],
    ["applicant", applicants],
    ["application", applications.map(selected)],
    ["application_category", categories],
    ["selected_category", categories],
    ["stage_transition", applications.map(selection)],
  ]);
}

function solicitation(fiscal_year: number) {
  return {
    fiscal_year,
    agency_code: "JP-MIC",
    opens_on: `${fiscal_year}-04-01`,
    closes_on: `${fiscal_year}-05-01`,
  };
}

function selected<Application extends { readonly fiscal_year: number }>(application: Application) {
  const year = application.fiscal_year;
  return {
    ...application,
    received_at: `${year}-04-02T12:00:00+09:00`,
    stage: "SELECTED",
    decided_on: `${year}-06-01`,
  };
}

function selection({ id, fiscal_year }: { readonly id: string; readonly fiscal_year: number }) {
  return {
    application_id: id,
    number: 1,
    stage: "SELECTED",
    effective_on: `${fiscal_year}-06-01`,
    recorded_at: "2024-01-01T00:00:00Z",
  };
}

interface Statistics {
  readonly total: { readonly value: number | null; readonly reason: string | null };
  readonly rows: readonly {
    readonly category: { readonly code: string } | null;
    readonly categoriesHeld: string | null;
    readonly count: { readonly value: number };
  }[];
}

async function count(given: string): Promise<Statistics> {
  const { data } = await subgraph.execute<{ recruitmentStatistics: Statistics }>(
    `{ recruitmentStatistics(${given}) {
      total { value reason } rows { category { code } categoriesHeld count { value } }
    } }`,
  );
  return data.recruitmentStatistics;
}

describe("persons selected", () => {
  it("are persons as of a day, however many rounds they were selected in", async () => {
    const { total } = await count(`measure: SELECTED, asOf: "2023-03-31"`);
    expect(total.value).toBe(2);
  });

  it("do not add up over fiscal years, for some of them are the same", async () => {
    const { total, rows } = await count("measure: SELECTED, fiscalYears: [2021, 2022]");
    expect(rows.map((row) => row.count.value)).toEqual([1, 2]);
    expect(total).toEqual({ value: null, reason: "NOT_ADDITIVE" });
  });
});

describe("applications without a category on record", () => {
  it("are a group by themselves, so that the groups leave out nothing of the total", async () => {
    const { total, rows } = await count(
      `measure: APPLICATIONS, asOf: "2023-03-31", groupBy: [CATEGORY]`,
    );
    expect(total.value).toBe(3);
    expect(rows.map((row) => [row.category?.code ?? null, row.count.value])).toEqual([
      ["PRODUCER", 2],
      ["ENGINEER", 1],
      [null, 1],
    ]);
  });

  it("are neither in one category nor in several", async () => {
    const { rows } = await count(
      `measure: SELECTED, fiscalYears: [2022], groupBy: [CATEGORIES_HELD]`,
    );
    expect(rows.map((row) => [row.categoriesHeld, row.count.value])).toEqual([
      ["SEVERAL", 1],
      [null, 1],
    ]);
  });
});
