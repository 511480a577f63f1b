import { differencesOf } from "./differences";

it("finds nothing in equal values, whatever the order of their members", () => {
  const one = { a: [1, { b: null, c: "x" }], d: true };
  expect(differencesOf(one, { d: true, a: [1, { c: "x", b: null }] })).toEqual([]);
});

it("names each place at which there is another value, or a value in one alone", () => {
  expect(
    differencesOf(
      { rows: [{ count: 1 }, { count: 2 }], gone: 0, none: null },
      { rows: [{ count: 1 }, { count: 3 }, { count: 4 }], none: {} },
    ),
  ).toEqual([
    { place: "rows[1].count", before: 2, after: 3 },
    { place: "rows[2]", before: undefined, after: { count: 4 } },
    { place: "gone", before: 0, after: undefined },
    { place: "none", before: null, after: {} },
  ]);
});

it("takes an alias like any other name, that of a prototype too", () => {
  const [before, after] = ['{"__proto__":1}', "{}"].map((text) => JSON.parse(text) as unknown);
  expect(differencesOf(before, after)).toEqual([
    { place: "__proto__", before: 1, after: undefined },
  ]);
});
