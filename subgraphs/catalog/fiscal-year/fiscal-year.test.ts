import fc from "fast-check";
import { eraNameOfFiscalYear } from "./era-name";
import { fiscalYearOfDay, fiscalYearRange, findFiscalYear } from "./fiscal-year-range";

describe("a fiscal year", () => {
  it.each([
    [1948, "昭和23年度"],
    [1988, "昭和63年度"],
    [1989, "平成元年度"],
    [2018, "平成30年度"],
    [2019, "令和元年度"],
    [2020, "令和2年度"],
    [2023, "令和5年度"],
  ])("%i is named %s", (year, name) => {
    expect(eraNameOfFiscalYear(year)).toBe(name);
  });

  it("runs from 1 April to 31 March", () => {
    expect(findFiscalYear(2023)).toMatchObject({ startsOn: "2023-04-01", endsOn: "2024-03-31" });
    expect(fiscalYearOfDay("2023-03-31")).toBe(2022);
    expect(fiscalYearOfDay("2023-04-01")).toBe(2023);
    expect(fiscalYearOfDay("2024-03-31")).toBe(2023);
  });

  it("holds every day from its first to its last and no other", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("1948-04-01"), max: new Date("2101-03-31"), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10);
          const [year] = fiscalYearRange(fiscalYearOfDay(day), fiscalYearOfDay(day));
          return year !== undefined && year.startsOn <= day && day <= year.endsOn;
        },
      ),
    );
  });

  it.each([
    [1947, 1950],
    [2099, 2101],
    [2024, 2023],
  ])("is refused as a range from %i to %i", (from, to) => {
    expect(() => fiscalYearRange(from, to)).toThrow(
      `Expected fiscal years from 1948 to 2100 with from <= to, received from ${from} to ${to}.`,
    );
  });

  it("is refused as one year that is named", () => {
    expect(() => fiscalYearRange(1700, 1700)).toThrow(
      "Expected fiscal years from 1948 to 2100, received 1700.",
    );
  });
});
