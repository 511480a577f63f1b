import { type CountedGroup, sumsOf } from "./counted-groups";

function group(period: number, keys: CountedGroup["keys"], count: number): CountedGroup {
  return {
    period,
    keys,
    meets: keys.map(() => true),
    count,
    records: count + 1,
    persons: count - 1,
  };
}

describe("the sums of groups", () => {
  it("of two dimensions are those over each and over both, in each period", () => {
    const groups = [
      group(0, ["a", "x"], 5),
      group(0, ["a", null], 7),
      group(0, ["b", "x"], 9),
      group(1, ["a", "x"], 3),
    ];
    const sums = sumsOf(groups).map(({ period, keys, count, persons }) => [
      ...[period, ...keys.map((key) => (key === undefined ? "all" : key))],
      ...[count, persons],
    ]);
    expect(sums).toHaveLength(8);
    expect(sums).toEqual(
      expect.arrayContaining([
        [0, "a", "all", 12, 10],
        [0, "b", "all", 9, 8],
        [0, "all", "x", 14, 12],
        [0, "all", null, 7, 6],
        [0, "all", "all", 21, 18],
        [1, "a", "all", 3, 2],
        [1, "all", "x", 3, 2],
        [1, "all", "all", 3, 2],
      ]),
    );
  });

  it("of one dimension is the total, and of none there is none", () => {
    const total = sumsOf([group(0, ["a"], 5), group(0, [null], 7)]);
    expect(total.map(({ keys, count }) => [keys, count])).toEqual([[[undefined], 12]]);
    expect(sumsOf([group(0, [], 5)])).toEqual([]);
  });
});
