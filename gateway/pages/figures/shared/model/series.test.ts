import type { GraphFigure, StatisticCell, StatisticsAbout } from "../graph/answers";
import type { DispatchStockAnswer } from "../operations/dispatch-stock";
import { observationsTable } from "../table/observations-table";
import { english } from "../words/english";
import { countedOfCell } from "./counted-of-cell";
import { dispatchSeries } from "./dispatch-series";
import { fellowsByCohortSeries } from "./fellow-series";
import { missingGroup } from "./missing-group";
import { revisionsOf } from "./revisions";
import { summaryOfSeries } from "./summary-of-series";

const shown = (value: number): StatisticCell => ({
  ...{ value, lower: value, upper: value, suppressed: false, reason: null },
});
const suppressed: StatisticCell = {
  ...{ value: null, lower: 0, upper: 9, suppressed: true, reason: "SMALL_GROUP" },
};
const without = (reason: string): StatisticCell => ({
  ...{ value: null, lower: null, upper: null, suppressed: reason === "NOT_TOLD", reason },
});
const about: StatisticsAbout = {
  unit: "persons",
  definition: "Officials.",
  covers: { from: "2013-03-31", to: "2026-11-30" },
  disclosure: { applied: true, threshold: 5, width: 8, withheld: false },
  release: { vintage: 1, releasedAt: "2026-11-30T00:00:00.000Z" },
};
const year = (number: number) => ({ year: number, name: `FY${number}` });

function figure(value: number | null, parts: Partial<GraphFigure> = {}): GraphFigure {
  return {
    ...{ id: `figure-${value}`, measure: "dispatch_stock", value, unit: "persons", revision: 1 },
    ...{ confidence: "HIGH", fiscalYear: year(2013), dimension: "none", dimensionValue: null },
    ...{ dimensionLabel: null, agreement: "AGREES", difference: 0, computed: shown(value ?? 0) },
    ...{ locator: "both charts", note: null },
    source: { id: "leaflet", title: "Leaflet", publisher: "NPA", publishedOn: null, url: null },
    ...parts,
  };
}

/** Two years, of which records cover the second; Asia is published and counted, a small region is suppressed. */
const answer: DispatchStockAnswer = {
  dispatchFigures: {
    nodes: [
      figure(399),
      figure(397, { revision: 2, agreement: "DIFFERS", difference: 2 }),
      figure(188, { dimension: "region", dimensionValue: "ASIA" }),
      figure(null, { dimension: "region", dimensionValue: "PACIFIC", agreement: "VALUE_UNKNOWN" }),
    ],
  },
  dispatchStatistics: {
    ...about,
    totals: [
      { fiscalYear: year(2012), count: without("NOT_COVERED") },
      { fiscalYear: year(2013), count: shown(399) },
    ],
    rows: [
      {
        ...{ fiscalYear: year(2013), organizationType: null, count: shown(188) },
        region: { code: "ASIA", name: "Asia" },
      },
      {
        ...{ fiscalYear: year(2013), organizationType: null, count: suppressed },
        region: { code: "MIDDLE_EAST", name: "Middle East" },
      },
    ],
  },
  dispatchRegions: [
    { code: "ASIA", name: "Asia" },
    { code: "MIDDLE_EAST", name: "Middle East" },
    { code: "PACIFIC", name: "Pacific" },
    { code: "AFRICA", name: "Africa" },
  ],
  dispatchOrganizationTypes: [],
};

describe("countedOfCell", () => {
  it("makes an interval of what is suppressed, and a number of nothing that has none", () => {
    expect(countedOfCell(shown(0))).toEqual({ status: "SHOWN", value: 0 });
    expect(countedOfCell(suppressed)).toEqual({ status: "SUPPRESSED", lower: 0, upper: 9 });
    expect(countedOfCell({ ...suppressed, lower: null, upper: null })).toEqual({
      ...{ status: "SUPPRESSED", lower: 0, upper: null },
    });
    expect(countedOfCell(without("NOT_COVERED"))).toEqual({ status: "NOT_COVERED" });
    expect(countedOfCell(without("NOT_TOLD"))).toEqual({ status: "NOT_GIVEN", reason: "NOT_TOLD" });
    expect(countedOfCell(null)).toEqual({ status: "NOT_GIVEN", reason: null });
  });
});

describe("missingGroup", () => {
  it("is nought only where the records reach and no group is withheld", () => {
    expect(missingGroup({ status: "SHOWN", value: 9 }, false)).toEqual({
      ...{ status: "SHOWN", value: 0 },
    });
    expect(missingGroup({ status: "SHOWN", value: 9 }, true)).toMatchObject({
      status: "NOT_GIVEN",
    });
    expect(missingGroup({ status: "NOT_COVERED" }, false)).toEqual({ status: "NOT_COVERED" });
    expect(missingGroup(undefined, false)).toEqual({ status: "NOT_COVERED" });
  });
});

describe("dispatchSeries", () => {
  const series = dispatchSeries(answer, "region", english);

  it("puts published and counted numbers side by side, and leaves out groups of which there is nothing", () => {
    const inYear = series.observations.filter(({ period }) => period.code === "2013");
    expect(
      inYear.map(({ group, published, counted }) => [group.name, published[0]?.value, counted]),
    ).toEqual([
      ["Asia", 188, { status: "SHOWN", value: 188 }],
      ["Middle East", undefined, { status: "SUPPRESSED", lower: 0, upper: 9 }],
      ["Pacific", null, { status: "SHOWN", value: 0 }],
    ]);
  });

  it("leaves years that records do not cover open", () => {
    const before = series.observations.filter(({ period }) => period.code === "2012");
    expect(before.map(({ counted }) => counted.status)).toEqual(Array(3).fill("NOT_COVERED"));
  });

  it("keeps all revisions of a total, the latest last", () => {
    const [, total] = series.totals;
    expect(revisionsOf(total?.published ?? [])).toEqual({ lowest: 397, highest: 399, latest: 397 });
    expect(revisionsOf([])).toBeUndefined();
  });

  it("has a table in which suppressed and uncovered numbers are empty, and a column says why", () => {
    const { columns, rows } = observationsTable(series, english, {
      ...{ caption: "Regions", period: "Fiscal year", group: "Region" },
    });
    const ids = columns.map(({ id }) => id);
    const told = rows.map((row) =>
      ["period", "code", "counted", "lower", "upper", "status"].map((id) => row[ids.indexOf(id)]),
    );
    expect(told).toContainEqual([2013, "MIDDLE_EAST", null, 0, 9, "suppressed"]);
    expect(told).toContainEqual([2012, "ASIA", null, null, null, "not covered by records"]);
    expect(told).toContainEqual([2013, "ASIA", 188, null, null, "shown"]);
    expect(rows.filter((row) => row[ids.indexOf("code")] === "TOTAL")).toHaveLength(3);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });

  it("is summed up in sentences that say what is not shown", () => {
    const inOneYear = {
      ...series,
      observations: series.observations.filter(({ period }) => period.code === "2013"),
      totals: series.totals.slice(1),
    };
    expect(summaryOfSeries(inOneYear, english)).toBe(
      "FY2013. Published: 397–399. Counted from records: 399. Largest: Asia 188. 1 number is suppressed to protect small groups and shown as an interval. 1 value was published, but is not known. 2 of 3 published numbers that can be compared, the total among them, agree with records.",
    );
    expect(summaryOfSeries(series, english)).toContain("Records do not cover FY2012.");
    expect(summaryOfSeries({ ...inOneYear, totals: [] }, english)).toMatch(
      /1 of 1 published number that can be compared agrees with records\.$/,
    );
  });
});

describe("fellowsByCohortSeries", () => {
  it("says nothing of cohorts that nobody published and nobody counted", () => {
    const { observations } = fellowsByCohortSeries(
      {
        fellowshipFigures: {
          nodes: [figure(5, { dimension: "cohort", dimensionValue: "4", fiscalYear: null })],
        },
        cohorts: { nodes: [{ number: 3, fiscalYear: year(2013) }] },
        fellowshipStatistics: {
          ...about,
          totals: [{ fiscalYear: year(2013), count: shown(0) }],
          rows: [{ cohort: 1, count: shown(7) }],
        },
      },
      { group: { code: "FELLOWS", name: "Fellows" }, nameOf: english.cohort },
    );
    expect(observations.map(({ published, counted }) => [published[0]?.value, counted])).toEqual([
      [undefined, { status: "SHOWN", value: 7 }],
      [undefined, { status: "NOT_GIVEN", reason: null }],
      [undefined, { status: "SHOWN", value: 0 }],
      [5, { status: "NOT_GIVEN", reason: null }],
    ]);
  });
});
