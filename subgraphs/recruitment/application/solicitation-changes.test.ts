import { startTestSubgraph, type TestSubgraph } from "../../../test/support/subgraph";
import { Candidates } from "../candidates.fixture";
import { Ministry } from "../ministry.fixture";
import { recruitment } from "../recruitment";

let subgraph: TestSubgraph;
let ministry: Ministry;
let candidates: Candidates;
beforeAll(async () => {
  subgraph = await startTestSubgraph(recruitment);
  ministry = await Ministry.of(subgraph);
  candidates = new Candidates(ministry);
});
afterAll(async () => {
  await ministry.close();
  await subgraph.stop();
});

const solicitation = (fiscalYear: number, values: object = {}) => ({
  fiscalYear,
  agency: "JP-MIC",
  opensOn: `${fiscalYear}-10-01`,
  closesOn: `${fiscalYear}-10-31`,
  categories: ["ENGINEER", "PRODUCER"],
  ...values,
});

describe("openSolicitation", () => {
  it("opens the solicitation of a year, with categories of its own and no source", async () => {
    expect(await ministry.make("openSolicitation", solicitation(2010, { note: " A. " }))).toEqual({
      version: 1,
      synthetic: false,
      opensOn: "2010-10-01",
      closesOn: "2010-10-31",
      closedOn: null,
      note: "A.",
      source: null,
      fiscalYear: { year: 2010 },
      agency: { code: "JP-MIC" },
      categories: [{ code: "PRODUCER" }, { code: "ENGINEER" }],
    });
    expect(await ministry.refused("openSolicitation", solicitation(2010))).toEqual([
      "SOLICITATION_EXISTS fiscalYear",
    ]);
    expect(await ministry.refused("openSolicitation", solicitation(2023))).toEqual([
      "SOLICITATION_EXISTS fiscalYear",
    ]);
  });

  it("opens on the first and the last day of the fiscal year, and may close on the same day or later", async () => {
    const first = { opensOn: "2011-04-01", closesOn: "2011-04-01" };
    await ministry.make("openSolicitation", solicitation(2011, first));
    const last = { opensOn: "2013-03-31", closesOn: "2013-05-31" };
    await ministry.make("openSolicitation", solicitation(2012, last));
  });

  it.each([
    ["INVALID_FISCAL_YEAR fiscalYear", { fiscalYear: 1947 }],
    ["OUTSIDE_FISCAL_YEAR opensOn", { opensOn: "2014-03-31" }],
    ["OUTSIDE_FISCAL_YEAR opensOn", { opensOn: "2015-04-01", closesOn: "2015-04-30" }],
    ["INVALID_PERIOD closesOn", { closesOn: "2014-09-30" }],
    ["UNKNOWN_AGENCY agency", { agency: "JP-NONE" }],
    ["NO_CATEGORY categories", { categories: [] }],
    ["DUPLICATE_CATEGORY categories", { categories: ["PRODUCER", "PRODUCER"] }],
    ["INVALID_TEXT note", { note: " " }],
  ])("refuses what breaks %s", async (expected, values) => {
    expect(await ministry.refused("openSolicitation", solicitation(2014, values))).toEqual([
      expected,
    ]);
  });

  it("opens one of fifty at once", async () => {
    const inputs = Array.from({ length: 50 }, () => solicitation(2015));
    expect(await ministry.race("openSolicitation", inputs)).toEqual({
      OK: 1,
      SOLICITATION_EXISTS: 49,
    });
  });
});

describe("closeSolicitation", () => {
  it("closes once, on a day before the last", async () => {
    await ministry.make("openSolicitation", solicitation(2016));
    const refused = (values: object) =>
      ministry.refused("closeSolicitation", { fiscalYear: 2016, ...values });
    expect(await refused({ closedOn: "2016-10-31" })).toEqual(["INVALID_PERIOD closedOn"]);
    expect(await refused({ closedOn: "2016-09-30" })).toEqual(["INVALID_PERIOD closedOn"]);
    expect(await refused({ closedOn: "2016-10-10", expectedVersion: 2 })).toEqual([
      "VERSION_CONFLICT expectedVersion",
    ]);
    const input = { fiscalYear: 2016, closedOn: "2016-10-30", expectedVersion: 1 };
    expect(await ministry.make("closeSolicitation", input)).toMatchObject({
      version: 2,
      closesOn: "2016-10-31",
      closedOn: "2016-10-30",
    });
    expect(await refused({ closedOn: "2016-10-10" })).toEqual(["ALREADY_CLOSED fiscalYear"]);
  });

  it("closes on the day of the last application at the earliest, and takes none after", async () => {
    await ministry.make("openSolicitation", solicitation(2017));
    const submit = async (receivedAt: string) => {
      const { id: applicant } = await candidates.applicant();
      return { applicant, fiscalYear: 2017, categories: ["ENGINEER"], receivedAt };
    };
    await ministry.make("submitApplication", await submit("2017-10-15T23:59:59+09:00"));
    const earlier = { fiscalYear: 2017, closedOn: "2017-10-14" };
    expect(await ministry.refused("closeSolicitation", earlier)).toEqual([
      "APPLICATIONS_RECEIVED_LATER closedOn",
    ]);
    await ministry.make("closeSolicitation", { fiscalYear: 2017, closedOn: "2017-10-15" });
    await ministry.make("submitApplication", await submit("2017-10-15T14:59:59Z"));
    const late = await submit("2017-10-15T15:00:00Z");
    expect(await ministry.refused("submitApplication", late)).toEqual([
      "OUTSIDE_WINDOW receivedAt",
    ]);
  });

  it("leaves what a source states, and finds nothing in other years", async () => {
    const published = { fiscalYear: 2023, closedOn: "2023-12-01" };
    expect(await ministry.refused("closeSolicitation", published)).toEqual([
      "PUBLISHED_FACT fiscalYear",
    ]);
    const missing = { fiscalYear: 2001, closedOn: "2001-12-01" };
    expect(await ministry.refused("closeSolicitation", missing)).toEqual(["NOT_FOUND fiscalYear"]);
  });
});

describe("a solicitation", () => {
  it("has a state on each day", async () => {
    await ministry.make("openSolicitation", solicitation(2018));
    await ministry.make("closeSolicitation", { fiscalYear: 2018, closedOn: "2018-10-20" });
    const { data } = await subgraph.execute(`{ solicitation(fiscalYear: 2018) {
      before: state(asOf: "2018-09-30") first: state(asOf: "2018-10-01")
      last: state(asOf: "2018-10-20") after: state(asOf: "2018-10-21") now: state } }`);
    expect(data).toEqual({
      solicitation: {
        before: "ANNOUNCED",
        first: "OPEN",
        last: "OPEN",
        after: "CLOSED",
        now: "CLOSED",
      },
    });
  });

  it("keeps its rules in the database too", async () => {
    const insert = `INSERT INTO solicitation (fiscal_year, agency_code, opens_on, closes_on, closed_on)
      VALUES (2030, 'JP-MIC', $1, '2031-06-01', $2)`;
    const violated = (opensOn: string, closedOn: string | null) =>
      ministry.violated(insert, [opensOn, closedOn]);
    expect(await violated("2030-03-31", null)).toBe("solicitation_opens_in_fiscal_year");
    expect(await violated("2031-04-01", null)).toBe("solicitation_opens_in_fiscal_year");
    expect(await violated("2030-10-01", "2030-09-30")).toBe("solicitation_closed_early");
    expect(await violated("2030-10-01", "2031-06-01")).toBe("solicitation_closed_early");
  });
});
