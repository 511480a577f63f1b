import { dataDigest } from "../data-digest";
import { tableKey } from "./register";

describe("what a table is kept by", () => {
  const release = { vintage: 1, releasedAt: new Date(0) };
  const region = { name: "region", sql: "r", type: "text", most: 7 } as const;
  const table = { measure: "ON_DISPATCH", dimensions: [region], period: "2014-03-31" };
  const filter = dataDigest({});
  const key = tableKey(release, table, filter);

  it("is the same for the same table", () => {
    expect(tableKey({ ...release }, { ...table }, dataDigest({}))).toBe(key);
  });

  it.each([
    ["vintage", tableKey({ ...release, vintage: 2 }, table, filter)],
    ["moment of release", tableKey({ ...release, releasedAt: new Date(1) }, table, filter)],
    ["measure", tableKey(release, { ...table, measure: "DEPARTURES" }, filter)],
    ["period", tableKey(release, { ...table, period: "2015-03-31" }, filter)],
    ["period that is the last", tableKey(release, { ...table, period: null }, filter)],
    ["grouping", tableKey(release, { ...table, dimensions: [] }, filter)],
    [
      "dimension",
      tableKey(release, { ...table, dimensions: [{ ...region, name: "country" }] }, filter),
    ],
    ["filter", tableKey(release, table, dataDigest({ region: { eq: "ASIA" } }))],
  ])("is another for another %s", (_what, other) => {
    expect(other).not.toBe(key);
  });
});
