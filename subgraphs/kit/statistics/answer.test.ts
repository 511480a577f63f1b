import { shownCell, sumOf, suppressedCell, SuppressionReason } from "./answer";

const { OVERLAPPING_GROUPS, SMALL_GROUP } = SuppressionReason;

describe("a sum", () => {
  it("of parts that overlap lies between the largest and all of them", () => {
    expect(sumOf([shownCell(7), shownCell(9)], true)).toEqual(
      suppressedCell(9, 16, OVERLAPPING_GROUPS),
    );
  });

  it("is not said to be of a small group where none of its parts is", () => {
    const overlapping = suppressedCell(9, 16, OVERLAPPING_GROUPS);
    expect(sumOf([overlapping, shownCell(5)])).toEqual(suppressedCell(14, 21, OVERLAPPING_GROUPS));
    expect(sumOf([overlapping, suppressedCell(1, null)])).toEqual(
      suppressedCell(10, null, SMALL_GROUP),
    );
  });
});
