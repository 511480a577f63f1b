import { startTestSubgraph, type TestSubgraph } from "../../test/support/subgraph";
import { fellowship } from "./fellowship";

let subgraph: TestSubgraph;
beforeAll(async () => {
  subgraph = await startTestSubgraph(fellowship);
});
afterAll(() => subgraph.stop());

interface Cohorts {
  cohorts: {
    totalCount: number;
    nodes: { number: number }[];
    pageInfo: { hasNextPage: boolean; endCursor: string };
  };
}

describe("the published figures on fellows", () => {
  it("say that the Department of Defense sent 52 through the 28th cohort", async () => {
    const { data } = await subgraph.execute(
      `{ agency(code: "US-DOD") { fellowshipFigures { nodes { value note agency { code } } } } }`,
    );
    expect(data).toEqual({
      agency: {
        fellowshipFigures: {
          nodes: [
            {
              value: 52,
              note: "Cohorts 1 to 28; part of a complete split of 208. The code is ours.",
              agency: { code: "US-DOD" },
            },
          ],
        },
      },
    });
  });

  it("split the 208 through the 28th cohort among the 31 agencies that sent them", async () => {
    const { data } = await subgraph.execute<{
      fellowshipFigures: {
        nodes: {
          value: number;
          splits: { parts: { value: number; agency: { code: string } }[] }[];
        }[];
      };
      fellowshipProgram: { sendingAgencies: { code: string }[] };
    }>(
      `{ fellowshipFigures(filter: { dimension: { eq: "none" }, id: { eq: "mf-cum-28" } }) {
           nodes { value splits { dimension hasResidual parts { value agency { code } } } } }
         fellowshipProgram(code: "MIKE_MANSFIELD") { sendingAgencies { code } } }`,
    );
    const [total] = data.fellowshipFigures.nodes;
    const parts = total?.splits[0]?.parts ?? [];
    expect(total?.splits).toMatchObject([{ dimension: "sending_agency", hasResidual: false }]);
    expect(parts).toHaveLength(31);
    expect(parts.reduce((sum, { value }) => sum + value, 0)).toBe(208);
    expect(total?.value).toBe(208);
    expect(data.fellowshipProgram.sendingAgencies).toEqual(parts.map(({ agency }) => agency));
  });

  it("agree with the published size of every cohort that has both", async () => {
    const { data } = await subgraph.execute<{
      cohorts: { nodes: { number: number; publishedFellows: number | null }[] };
      fellowshipFigures: { nodes: { dimensionValue: string; value: number }[] };
    }>(
      `{ cohorts { nodes { number publishedFellows } }
         fellowshipFigures(filter: { dimension: { eq: "cohort" } }) { nodes { dimensionValue value } } }`,
    );
    const sizes = data.cohorts.nodes.filter(({ publishedFellows }) => publishedFellows !== null);
    expect(
      data.fellowshipFigures.nodes.map(({ dimensionValue, value }) => [+dimensionValue, value]),
    ).toEqual(sizes.map(({ number, publishedFellows }) => [number, publishedFellows]));
  });

  it("say of every measure they carry what it counts", async () => {
    const { data } = await subgraph.execute<{
      fellowshipFigures: { nodes: { measure: string }[] };
      fellowshipMeasures: { code: string }[];
    }>(`{ fellowshipFigures(first: 500) { nodes { measure } } fellowshipMeasures { code } }`);
    const carried = new Set(data.fellowshipFigures.nodes.map(({ measure }) => measure));
    expect(data.fellowshipMeasures.map(({ code }) => code)).toEqual([...carried].sort());
  });
});

describe("the Mansfield program", () => {
  it("goes from the United States to Japan, where the National Personnel Authority carries it out", async () => {
    const { data } = await subgraph.execute(
      `{ fellowshipProgram(code: "MIKE_MANSFIELD") {
           en: name(language: EN) ja: name(language: JA)
           sendingCountry { code } hostCountry { code } hostAgency { code } source { id } }
         unknown: fellowshipProgram(code: "FULBRIGHT") { code }
         fellowshipPrograms { code } }`,
    );
    expect(data).toEqual({
      fellowshipProgram: {
        en: "Mike Mansfield Fellowship Program",
        ja: "マンスフィールド研修",
        sendingCountry: { code: "US" },
        hostCountry: { code: "JP" },
        hostAgency: { code: "JP-NPA" },
        source: { id: "seed-npa" },
      },
      unknown: null,
      fellowshipPrograms: [{ code: "MIKE_MANSFIELD" }],
    });
  });

  it("leaves its start open, because sources conflict, and says how", async () => {
    const { data } = await subgraph.execute<{
      fellowshipProgram: { startedOn: string | null; note: string };
    }>(`{ fellowshipProgram(code: "MIKE_MANSFIELD") { startedOn note } }`);
    expect(data.fellowshipProgram.startedOn).toBeNull();
    expect(data.fellowshipProgram.note).toMatch(/1994.*1995.*1996/);
  });

  it("has four parts of known length", async () => {
    const { data } = await subgraph.execute(
      `{ fellowshipProgram(code: "MIKE_MANSFIELD") { phases { position code place duration source { id } } } }`,
    );
    const phase = (
      position: number,
      code: string,
      place: string,
      duration: string,
      id: string,
    ) => ({
      position,
      code,
      place,
      duration,
      source: { id },
    });
    expect(data["fellowshipProgram"]).toEqual({
      phases: [
        phase(1, "PRE_DEPARTURE", "United States", "P1Y", "mff-about"),
        phase(2, "HOMESTAY_LANGUAGE", "Ishikawa Prefecture, Japan", "P7W", "mff-about"),
        phase(3, "PLACEMENT", "Tokyo, Japan", "P10M", "hakusho-h28-2-4"),
        phase(4, "RETURN_SERVICE", "United States", "P2Y", "mff-old-overview"),
      ],
    });
  });
});

describe("cohorts", () => {
  it("are as precise as their sources, and unknown where these are silent", async () => {
    const { data } = await subgraph.execute(
      `query ($of: ID!) {
         first: cohort(program: $of, number: 1) { ...dates }
         twelfth: cohort(program: $of, number: 12) { ...dates }
         last: cohort(program: $of, number: 28) { ...dates }
         missing: cohort(program: $of, number: 27) { ...dates } }
       fragment dates on Cohort { id startsOn endsOn publishedFellows fiscalYear { year } program { code } }`,
      { of: "MIKE_MANSFIELD" },
    );
    const program = { code: "MIKE_MANSFIELD" };
    expect(data).toEqual({
      first: {
        id: "MIKE_MANSFIELD-1",
        startsOn: "1995",
        endsOn: "1997",
        publishedFellows: null,
        fiscalYear: null,
        program,
      },
      twelfth: {
        id: "MIKE_MANSFIELD-12",
        startsOn: "2007-09",
        endsOn: null,
        publishedFellows: 5,
        fiscalYear: { year: 2007 },
        program,
      },
      last: {
        id: "MIKE_MANSFIELD-28",
        startsOn: null,
        endsOn: null,
        publishedFellows: null,
        fiscalYear: null,
        program,
      },
      missing: null,
    });
  });

  it("meet a condition on their start only if every day in it does", async () => {
    const numbers = async (filter: string) => {
      const { data } = await subgraph.execute<Cohorts>(
        `{ cohorts(filter: { startsOn: ${filter} }) { nodes { number } } }`,
      );
      return data.cohorts.nodes.map(({ number }) => number);
    };
    expect(await numbers(`{ gte: "2013-01-01", lte: "2016-12-31" }`)).toEqual([18, 21]);
    expect(await numbers(`{ gte: "2013-01-02", lte: "2016-12-31" }`)).toEqual([21]);
    expect(await numbers(`{ lte: "2013-12-30" }`)).toEqual([1, 12]);
    expect(await numbers(`{ isNull: true }`)).toEqual([24, 26, 28]);
  });

  it("are paged in the order asked for, those of unknown start last", async () => {
    const page = async (after: string | null) => {
      const { data } = await subgraph.execute<Cohorts>(
        `query ($after: String) { cohorts(
           first: 6, after: $after, filter: { number: { gte: 12 } }
           orderBy: [{ by: STARTS_ON }, { by: NUMBER, direction: DESC }]) {
             totalCount nodes { number } pageInfo { hasNextPage endCursor } } }`,
        { after },
      );
      return data.cohorts;
    };
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    expect([first.totalCount, first.pageInfo.hasNextPage]).toEqual([9, true]);
    expect([second.totalCount, second.pageInfo.hasNextPage]).toEqual([9, false]);
    const numbers = [...first.nodes, ...second.nodes].map(({ number }) => number);
    expect(numbers).toEqual([12, 18, 21, 22, 23, 29, 28, 26, 24]);
  });

  it("stand on the fiscal year they began in, unless two are possible", async () => {
    const { data } = await subgraph.execute<{
      fiscalYears: { year: number; cohorts: { number: number }[] }[];
    }>(`{ fiscalYears(from: 1994, to: 2025) { year cohorts { number } } }`);
    expect(
      data.fiscalYears.flatMap(({ year, cohorts }) =>
        cohorts.map(({ number }) => `${number}: ${year}`),
      ),
    ).toEqual(["12: 2007", "21: 2016", "22: 2017", "23: 2018", "29: 2025"]);
  });
});

describe("the countries of the program", () => {
  it("both lead to it, and no other does", async () => {
    const { data } = await subgraph.execute(
      `{ countries(codes: ["JP", "KR", "US"]) { code fellowshipPrograms { code } } }`,
    );
    expect(data).toEqual({
      countries: [
        { code: "JP", fellowshipPrograms: [{ code: "MIKE_MANSFIELD" }] },
        { code: "KR", fellowshipPrograms: [] },
        { code: "US", fellowshipPrograms: [{ code: "MIKE_MANSFIELD" }] },
      ],
    });
  });
});

describe("the number of statements", () => {
  it("is one a step for every country with its programs and all they hold", async () => {
    const { data, statements } = await subgraph.execute<{ countries: unknown[] }>(
      `{ countries { fellowshipPrograms {
           phases { code } sendingAgencies { code } cohorts { totalCount nodes { program { code } } } } } }`,
    );
    expect(data.countries.length).toBeGreaterThan(200);
    expect(statements.sort()).toEqual([
      "Cohort.byProgramCode",
      "Cohort.byProgramCode.count",
      "phasesByProgramCode",
      "programByCode",
      "programsByCountryCode",
      "sendingAgencyCodesByProgramCode",
    ]);
  });

  it("is one for the figures of all agencies", async () => {
    const { data, statements } = await subgraph.execute<{
      agencies: { fellowshipFigures: { nodes: { value: number }[] } }[];
    }>(`{ agencies { fellowshipFigures { nodes { value } } } }`);
    const values = data.agencies.flatMap(({ fellowshipFigures }) => fellowshipFigures.nodes);
    expect(values).toHaveLength(31);
    expect(statements).toEqual(["PublishedFigure.byAgencyCode"]);
  });

  it("is one a field however many fiscal years another subgraph asks about", async () => {
    const { data, statements } = await subgraph.execute<{ _entities: unknown[] }>(
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on FiscalYear {
         cohorts { program { code } } fellowshipFigures { nodes { id } } } } }`,
      {
        of: Array.from({ length: 50 }, (_unused, index) => ({
          __typename: "FiscalYear",
          year: 1990 + index,
        })),
      },
    );
    expect(data._entities).toHaveLength(50);
    expect(statements.sort()).toEqual([
      "PublishedFigure.byFiscalYear",
      "cohortsByFiscalYear",
      "programByCode",
    ]);
  });
});
