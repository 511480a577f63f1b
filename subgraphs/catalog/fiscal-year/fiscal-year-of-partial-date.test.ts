import { assert, date, property } from "fast-check";
import { fiscalYearOfDay } from "./fiscal-year-range";
import { fiscalYearOfPartialDate } from "./fiscal-year-of-partial-date";

const days = date({
  min: new Date("1948-04-01T00:00:00Z"),
  max: new Date("2101-03-31T00:00:00Z"),
  noInvalidDate: true,
}).map((day) => day.toISOString().slice(0, 10));

describe("the fiscal year of a partial date", () => {
  it("is that of the day where the day is known", () => {
    assert(property(days, (day) => fiscalYearOfPartialDate(day) === fiscalYearOfDay(day)));
  });

  it("is that of each of its days where the month is known", () => {
    assert(
      property(days, (day) => fiscalYearOfPartialDate(day.slice(0, 7)) === fiscalYearOfDay(day)),
    );
  });

  it("is not known where only the year is, for every calendar year touches two", () => {
    assert(property(days, (day) => fiscalYearOfPartialDate(day.slice(0, 4)) === null));
  });

  it.each([
    ["2007-09", 2007],
    ["2025-03", 2024],
    ["2025-04", 2025],
    ["2025-03-31", 2024],
  ])("of %s is %i", (partial, year) => {
    expect(fiscalYearOfPartialDate(partial)).toBe(year);
  });
});
