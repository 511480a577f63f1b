import { OrderDirection } from "../connection/ordering";
import { shownCell } from "./answer";
import { arranged } from "./arrange";
import type { Measure } from "./measure";
import type { StatisticsRequest } from "./statistics-request";

const measure: Measure = {
  unit: "things",
  definition: "Things.",
  table: "thing",
  time: { kind: "FLOW", day: "t.day" },
  counts: { how: "rows" },
  persons: null,
  records: "Thing",
  dimensions: { kind: { sql: "t.kind", type: "text", most: 2 } },
};

function yearsOf(...orderBy: StatisticsRequest["orderBy"]): (number | null | undefined)[] {
  const periods = [2024, 2022, 2023].map((fiscalYear) => ({
    from: `${fiscalYear}-04-01`,
    to: `${fiscalYear + 1}-03-31`,
    fiscalYear,
  }));
  const request = {
    name: "things",
    measureName: "THINGS",
    measure,
    periods,
    groupBy: ["kind"],
    filter: {},
    orderBy,
    limit: 10,
    rule: undefined,
  };
  const rows = periods.map((_period, period) => ({
    period,
    keys: new Map([["kind", "A"]]),
    count: shownCell(5),
  }));
  return arranged(rows, request).map(({ period }) => periods[period]?.fiscalYear);
}

describe("rows of several fiscal years", () => {
  it("stand in the order of the years, not in that in which these are asked for", () => {
    expect(yearsOf()).toEqual([2022, 2023, 2024]);
    expect(yearsOf({ by: "COUNT", direction: OrderDirection.DESC })).toEqual([2022, 2023, 2024]);
  });

  it("stand the other way round where asked for", () => {
    expect(yearsOf({ by: "KEY", direction: OrderDirection.DESC })).toEqual([2024, 2023, 2022]);
  });
});
