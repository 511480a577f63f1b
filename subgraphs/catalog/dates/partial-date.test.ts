import { firstDay, lastDay } from "./partial-date";

describe("a partial date", () => {
  it.each([
    ["2009", "2009-01-01", "2009-12-31"],
    ["2012-11", "2012-11-01", "2012-11-30"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023-12", "2023-12-01", "2023-12-31"],
    ["2024-03-31", "2024-03-31", "2024-03-31"],
  ])("%s may stand for any day from %s to %s", (partial, first, last) => {
    expect([firstDay(partial), lastDay(partial)]).toEqual([first, last]);
  });
});
