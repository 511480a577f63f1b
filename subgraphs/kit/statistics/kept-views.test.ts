import { disclosureRule } from "../disclosure/disclosure-rule";
import { KeptViews, keyOf } from "./kept-views";
import type { ReleasedView } from "./released-view";
import type { TableToProtect } from "./table-to-protect";

/** A view of so many groups; it takes room for one more. */
function viewOf(groups: number): ReleasedView {
  const cell = { value: 1, suppressed: false, reason: null, lower: 1, upper: 1 };
  return {
    groups: Array.from({ length: groups }, (_none, key) => ({ keys: [String(key)], cell })),
    withheld: [false, false],
    innerWithheld: false,
    shownByName: null,
  };
}

describe("what is kept", () => {
  it("is what was asked for last, as many groups as there is room for", () => {
    const kept = new KeptViews(10);
    const views = { a: viewOf(3), b: viewOf(3), c: viewOf(3) };
    kept.keep("a", views.a);
    kept.keep("b", views.b);
    expect(kept.get("a")).toBe(views.a);
    kept.keep("c", views.c);
    expect(["a", "b", "c"].map((key) => kept.get(key))).toEqual([views.a, undefined, views.c]);
  });

  it("leaves for one that needs the room of several", () => {
    const kept = new KeptViews(10);
    for (const key of ["a", "b", "c", "d", "e"]) kept.keep(key, viewOf(1));
    const large = viewOf(6);
    kept.keep("large", large);
    expect(["a", "b", "c", "d"].map((key) => kept.get(key))).toEqual(Array(4).fill(undefined));
    expect(kept.get("e")).toEqual(viewOf(1));
    expect(kept.get("large")).toBe(large);
  });

  it("stays where another has no room at all", () => {
    const kept = new KeptViews(10);
    kept.keep("a", viewOf(9));
    kept.keep("too large", viewOf(10));
    expect(kept.get("too large")).toBeUndefined();
    expect(kept.get("a")).toEqual(viewOf(9));
  });

  it("takes the room of one where it is kept twice", () => {
    const kept = new KeptViews(10);
    for (let time = 0; time < 5; time += 1) kept.keep("a", viewOf(4));
    kept.keep("b", viewOf(4));
    expect([kept.get("a"), kept.get("b")]).toEqual([viewOf(4), viewOf(4)]);
  });

  it("is bounded where tables have no groups", () => {
    const kept = new KeptViews(10);
    for (let key = 0; key < 11; key += 1) kept.keep(String(key), viewOf(0));
    expect(kept.get("0")).toBeUndefined();
    expect(kept.get("1")).toEqual(viewOf(0));
  });
});

describe("what results are found by", () => {
  const table: TableToProtect = {
    measure: "PERSONS",
    dimensions: ["region"],
    isNested: false,
    period: { from: null, to: "2024-03-31", fiscalYear: null },
    knownAt: undefined,
    rule: disclosureRule(5),
    groups: [
      { keys: ["ASIA"], count: 30, persons: 30 },
      { keys: [null], count: 7, persons: 6 },
      { keys: [undefined], count: 37, persons: 36 },
    ],
  };

  it("is the same in whatever order groups were read", () => {
    expect(keyOf({ ...table, groups: [...table.groups].reverse() })).toBe(keyOf(table));
  });

  const [asia, unknown, sum] = table.groups as [
    (typeof table.groups)[0],
    (typeof table.groups)[0],
    (typeof table.groups)[0],
  ];
  it.each<[string, Partial<TableToProtect>]>([
    ["measure", { measure: "DEPARTURES" }],
    ["dimension", { dimensions: ["country"] }],
    ["nesting", { isNested: true }],
    ["day", { period: { from: null, to: "2024-04-01", fiscalYear: null } }],
    ["fiscal year", { period: { from: null, to: "2024-03-31", fiscalYear: 2023 } }],
    ["moment of knowledge", { knownAt: new Date(0) }],
    ["threshold", { rule: disclosureRule(6, 4) }],
    ["width", { rule: disclosureRule(5, 3) }],
    ["key", { groups: [{ ...asia, keys: ["EUROPE"] }, unknown, sum] }],
    ["unknown key that is summed over", { groups: [asia, { ...unknown, keys: [undefined] }, sum] }],
    ["unknown key that has a name", { groups: [asia, { ...unknown, keys: ["null"] }, sum] }],
    ["sum with a key", { groups: [asia, unknown, { ...sum, keys: ["0"] }] }],
    ["count", { groups: [{ ...asia, count: 31 }, unknown, sum] }],
    ["number of persons", { groups: [{ ...asia, persons: 29 }, unknown, sum] }],
    ["number of groups", { groups: [asia, unknown] }],
  ])("is another for another %s", (_what, other) => {
    expect(keyOf({ ...table, ...other })).not.toBe(keyOf(table));
  });
});
