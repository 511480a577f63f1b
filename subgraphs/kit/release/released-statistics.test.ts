import { OrderDirection } from "../connection/ordering";
import { disclosureRule } from "../disclosure/disclosure-rule";
import type { Measure } from "../statistics/measure";
import type { StatisticsRequest } from "../statistics/statistics-request";
import { type AnsweredFrom, answerKey } from "./released-statistics";

describe("what an answer is kept by", () => {
  const request: StatisticsRequest = {
    name: "dispatchStatistics",
    measureName: "ON_DISPATCH",
    measure: {} as Measure,
    periods: [{ from: null, to: "2014-03-31", fiscalYear: 2013 }],
    groupBy: ["region"],
    filter: {},
    orderBy: [],
    limit: 100,
    rule: undefined,
  };
  const release = { vintage: 1, releasedAt: new Date(0), rule: disclosureRule(5) };
  const from: AnsweredFrom = { release, covers: { from: "2000-04-01", to: "2020-03-31" } };
  const key = answerKey(request, false, from);

  it("is the same for the same question", () => {
    expect(answerKey({ ...request, periods: [...request.periods] }, false, { ...from })).toBe(key);
  });

  const [period] = request.periods as [StatisticsRequest["periods"][0]];
  it.each<[string, Partial<StatisticsRequest>]>([
    ["measure", { measureName: "DEPARTURES" }],
    ["day", { periods: [{ ...period, to: "2015-03-31" }] }],
    ["fiscal year", { periods: [{ ...period, fiscalYear: null }] }],
    ["number of periods", { periods: [period, period] }],
    ["grouping", { groupBy: [] }],
    ["filter", { filter: { region: { eq: "ASIA" } } }],
    ["bound", { having: { gte: 5 } }],
    ["order", { orderBy: [{ by: "COUNT", direction: OrderDirection.DESC }] }],
    ["limit", { limit: 99 }],
  ])("is another for another %s", (_what, other) => {
    expect(answerKey({ ...request, ...other }, false, from)).not.toBe(key);
  });

  it.each<[string, AnsweredFrom]>([
    ["vintage", { ...from, release: { ...release, vintage: 2 } }],
    ["moment of release", { ...from, release: { ...release, releasedAt: new Date(1) } }],
    ["rule", { ...from, release: { ...release, rule: disclosureRule(6) } }],
    ["coverage", { ...from, covers: { from: "2001-04-01", to: "2020-03-31" } }],
    ["coverage that there is not", { ...from, covers: null }],
  ])("is another for another %s", (_what, other) => {
    expect(answerKey(request, false, other)).not.toBe(key);
  });

  it("is another for the last reference day than for the same day by its date", () => {
    expect(answerKey(request, true, from)).not.toBe(key);
  });
});
