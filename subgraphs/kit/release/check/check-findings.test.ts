import loadHighs, { type Highs } from "highs";
import { disclosureRule } from "../../disclosure/disclosure-rule";
import { Deadline } from "../../disclosure/known/deadline";
import { anything } from "../../disclosure/known/interval";
import type { ReleasedTable } from "../released-rows";
import type { CheckedMeasure, CheckTask, GivenRow, GivenTable, NumberName } from "./check-task";
import { checkTables } from "./check-tables";
import { areClose } from "./close-days";

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

const plain: CheckedMeasure = { isAdditive: true, isOfPersons: true, overlapping: [], linked: {} };

/** A number that is shown, or bounds; `null` where not even these are known. */
type Shown = number | null | readonly [lower: number, upper: number];

/** Numbers by region, and `all` of them. */
type Numbers = Readonly<Record<string, Shown>>;

const keysOf = (region: string) => [region === "all" ? undefined : region];

function boundsOf(shown: Shown) {
  if (shown === null) return anything;
  const [lower, upper] = typeof shown === "number" ? [shown, shown] : shown;
  return { lower, upper };
}

const valueOf = (shown: Shown) => (typeof shown === "number" ? shown : null);

function released(measure: string, period: string, numbers: Numbers): ReleasedTable {
  return {
    ...{ measure, period, dimensions: "region", withheld: [false, false], innerWithheld: false },
    rows: Object.entries(numbers).map(([region, shown]) => {
      const { lower, upper } = boundsOf(shown);
      const most = Number.isFinite(upper) ? upper : null;
      return { keys: keysOf(region), value: valueOf(shown), lower, upper: most };
    }),
  };
}

function given(
  measure: string,
  period: string,
  numbers: Numbers,
  dimension = "region",
): GivenTable {
  return {
    ...{ measure, period, dimensions: [dimension], isComplete: false },
    rows: Object.entries(numbers).map(([region, shown]): GivenRow => ({
      keys: keysOf(region),
      count: valueOf(shown),
      interval: boundsOf(shown),
    })),
  };
}

function check(task: Omit<CheckTask, "rule">) {
  const outcome = checkTables({ rule: disclosureRule(5), ...task }, highs, new Deadline(1e9));
  if (outcome.outcome !== "checked") throw new Error(JSON.stringify(outcome));
  return {
    findings: outcome.findings.map(({ kind, number, interval: { lower, upper } }) =>
      [kind, nameOf(number), `${lower}-${upper}`].join(" "),
    ),
    hide: outcome.hide?.map(nameOf) ?? null,
  };
}

function nameOf({ kind, measure, period, group, dimension }: NumberName): string {
  const of = group.map(([, key]) => key).join();
  return [kind, measure, period, of, dimension].filter(Boolean).join(" ");
}

const day = "2020-03-31";

describe("a number that the release leaves too well known", () => {
  it("is a finding if the tables tell more of it", () => {
    const register = [released("STOCK", day, { all: 30, A: 20, B: [5, 8], C: [2, 5] })];
    const task = { measures: { STOCK: plain }, released: register };
    const { findings, hide } = check({ ...task, given: [given("STOCK", day, { B: 7 })] });
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2020-03-31 B 7-7");
    expect(findings).toContain("SUPPRESSED GROUP STOCK 2020-03-31 C 3-3");
    expect(hide).toEqual(["GROUP STOCK 2020-03-31 B"]);
  });

  it("is none if they tell nothing of it", () => {
    const register = [released("STOCK", day, { all: 30, A: 20, B: [5, 8], C: [2, 5] })];
    const task = { measures: { STOCK: plain }, released: register };
    const tables = [given("STOCK", day, { A: 20, B: [4, 8] })];
    expect(check({ ...task, given: tables })).toEqual({ findings: [], hide: [] });
  });

  it("is a finding if it is outside of a group, and becomes known exactly", () => {
    const measures = { STOCK: { ...plain, isAdditive: false, overlapping: ["region"] } };
    const register = [released("STOCK", day, { all: 20, A: [16, 19], B: [6, 12] })];
    const tables = [given("STOCK", day, { A: 18 })];
    expect(check({ measures, released: register, given: tables }).findings).toContain(
      "COMPUTED OUTSIDE STOCK 2020-03-31 A region 2-2",
    );
  });
});

describe("what is to be hidden", () => {
  const flows = { in: "CAME", out: "WENT" };
  const measures = { STOCK: { ...plain, linked: { flows } }, CAME: plain, WENT: plain };

  it("is nothing where there is no finding", () => {
    // What came and went tells that B is 3, whatever the tables say.
    const register = [
      released("STOCK", "2020-03-31", { all: 30, A: 20, B: 10 }),
      released("STOCK", "2021-03-31", { all: [20, 40], A: 20, B: [0, 20] }),
      released("CAME", "FY2020", { all: 0, A: 0, B: 0 }),
      released("WENT", "FY2020", { all: 7, A: 0, B: 7 }),
    ];
    const tables = [given("STOCK", "2021-03-31", { all: 23 })];
    expect(check({ measures, released: register, given: tables })).toEqual({
      ...{ findings: [], hide: [] },
    });
  });
});

describe("a sum of hidden numbers that is small", () => {
  const hidden = "COMPUTED OTHERS STOCK 2020-06-30 region 4-4";
  const byRegion = given("STOCK", "2020-06-30", { A: 30, B: null, C: null });
  const whole = { ...byRegion, isComplete: true };

  it("is a finding if its total is given by other dimensions", () => {
    const byType = given("STOCK", "2020-06-30", { X: 14, Y: 20 }, "type");
    const tables = [whole, { ...byType, isComplete: true }];
    const { findings, hide } = check({ measures: { STOCK: plain }, released: [], given: tables });
    expect(findings).toContain(hidden);
    expect(hide).toHaveLength(1);
  });

  it("is a finding if its total follows from a stock and what came and went", () => {
    const flows = { in: "CAME", out: "WENT" };
    const measures = { STOCK: { ...plain, linked: { flows } }, CAME: plain, WENT: plain };
    const tables = [
      given("STOCK", "2020-03-31", { all: 30 }),
      { ...given("STOCK", "2021-03-31", { A: 30, B: null, C: null }), isComplete: true },
      given("CAME", "FY2020", { all: 10 }),
      given("WENT", "FY2020", { all: 6 }),
    ];
    expect(check({ measures, released: [], given: tables }).findings).toContain(
      "COMPUTED OTHERS STOCK 2021-03-31 region 4-4",
    );
  });

  it("is a finding if it is not known exactly", () => {
    const bounded = given("STOCK", "2020-06-30", { all: [31, 34], A: 30, B: null, C: null });
    const tables = [{ ...bounded, isComplete: true }];
    expect(check({ measures: { STOCK: plain }, released: [], given: tables }).findings).toContain(
      "COMPUTED OTHERS STOCK 2020-06-30 region 1-4",
    );
  });
});

describe("a stock on two close days", () => {
  const released31 = released("STOCK", "2020-03-31", { all: 60, A: 40, B: 20 });
  const task = { measures: { STOCK: plain }, released: [released31] };

  it("is a finding if it changes by fewer than the threshold, and one day has to be hidden", () => {
    const tables = [given("STOCK", "2020-04-01", { A: 41 })];
    expect(check({ ...task, given: tables })).toEqual({
      findings: ["CHANGED GROUP STOCK 2020-04-01 A 1-1"],
      hide: ["GROUP STOCK 2020-04-01 A"],
    });
  });

  it("has to be hidden once between two other days that are given", () => {
    const tables = ["2020-04-30", "2020-05-31", "2020-07-31"].map((each, index) =>
      given("STOCK", each, { A: 50 + 3 * index }),
    );
    const { findings, hide } = check({ ...task, given: tables });
    expect(findings.filter((each) => each.startsWith("CHANGED"))).toHaveLength(2);
    expect(hide).toEqual(["GROUP STOCK 2020-05-31 A"]);
  });

  it.each([
    ["changes by the threshold", "2020-04-01", 45],
    ["does not change", "2020-04-01", 40],
    ["is three months away", "2020-06-30", 41],
  ])("is no finding if it %s", (_what, period, count) => {
    const tables = [given("STOCK", period, { A: count })];
    expect(check({ ...task, given: tables })).toEqual({ findings: [], hide: [] });
  });

  it("counts months by their last days", () => {
    expect(areClose("2019-11-30", "2020-02-28")).toBe(true);
    expect(areClose("2019-11-30", "2020-02-29")).toBe(false);
    expect(areClose("2020-03-31", "2020-06-29")).toBe(true);
  });
});
