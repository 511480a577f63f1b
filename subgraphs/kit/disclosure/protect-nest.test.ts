import fc from "fast-check";
import { disclosureRule } from "./disclosure-rule";
import { nestOf, nests, overlappingNests } from "./nests.fixture";
import { protectLine } from "./protect-line";
import { protectNest } from "./protect-nest";
import { suppressedCell } from "./released-cell";
import { type ReleasedNest } from "./released-nest";
import { people, rules } from "./tables.fixture";

const rule = disclosureRule(5);
const anyNests = fc.oneof(nests, overlappingNests);

/** Values of children, null where suppressed. */
function values({ children }: ReleasedNest): Record<string, number | null> {
  return Object.fromEntries([...children].map(([key, { value }]) => [key, value]));
}

function reversed<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].reverse());
}

describe("fine groups within coarse ones", () => {
  it("are shown as they are if none is about few persons", () => {
    const released = protectNest(nestOf({ ASIA: { JP: 9, IN: 8 }, OCEANIA: { AU: 7 } }), rule);
    expect(values(released)).toEqual({ AU: 7, IN: 8, JP: 9 });
    expect(released).toMatchObject({ withheld: false });
    expect(released.cells.get("OCEANIA")?.get("AU")?.value).toBe(7);
  });

  it("are hidden where a coarse one would give a small one away", () => {
    const nest = nestOf({ NORTH_AMERICA: { CA: 1, US: 48 }, EUROPE: { DE: 30, FR: 20 } });
    const released = protectNest(nest, rule);
    expect(released.parents.get("NORTH_AMERICA")?.value).toBe(49);
    expect(values(released)).toEqual({ CA: null, DE: 30, FR: 20, US: null });
    expect(released.children.get("CA")).toEqual(suppressedCell(1, 48));
  });

  it("are hidden until what is hidden in coarse ones that are hidden is about enough persons", () => {
    const [small, large] = [
      { count: 3, persons: 2 },
      { count: 49, persons: 46 },
    ];
    const nest = nestOf({ P1: { a: small }, P2: { b: 5, d: small }, P3: { e: large } });
    expect(values(protectNest(nest, rule))).toEqual({ a: null, b: null, d: null, e: 49 });
  });

  it("leave hidden coarse ones uncertain", () => {
    const nest = nestOf({ AFRICA: { EG: 3 }, ASIA: { IN: 10, JP: 9 }, EUROPE: { DE: 20, FR: 30 } });
    const released = protectNest(nest, rule);
    expect([...released.parents].map(([, { value }]) => value)).toEqual([null, null, 50]);
    expect(values(released)).toEqual({ DE: 20, EG: null, FR: 30, IN: 10, JP: null });
    expect(released.children.get("EG")).toEqual(suppressedCell(1, 11));
  });

  it("are withheld in the coarse one alone where nothing protects them", () => {
    const nest = nestOf({ AFRICA: { EG: 2, KE: 2, TN: 1 }, EUROPE: { DE: 20, FR: 30 } });
    const released = protectNest(nest, rule);
    expect(released.withheld).toBe(true);
    expect(values(released)).toEqual({ DE: 20, FR: 30 });
    expect([...released.cells.keys()]).toEqual(["EUROPE"]);
    expect(released.parents.get("AFRICA")?.value).toBe(5);
  });

  it("are all withheld if the coarse ones are", () => {
    const released = protectNest(nestOf({ AFRICA: { EG: 2, KE: 1 }, ASIA: { IN: 2 } }), rule);
    expect(released).toMatchObject({ withheld: true, parentsWithheld: true });
    expect([released.parents.size, released.children.size, released.cells.size]).toEqual([0, 0, 0]);
  });

  it("are withheld with their parents if the total is about few persons", () => {
    const released = protectNest(nestOf({ AFRICA: { EG: 2 }, ASIA: { IN: 1 } }), rule);
    expect(released).toMatchObject({ withheld: true, parentsWithheld: true });
    expect(released.children.size).toBe(0);
  });

  it("are hidden in sum if they are in part", () => {
    const nest = nestOf({ ASIA: { JP: 20, RU: 2 }, EUROPE: { DE: 9, RU: 30 } });
    const released = protectNest(nest, rule);
    expect(released.cells.get("EUROPE")?.get("RU")?.value).toBe(30);
    expect(values(released)).toEqual({ DE: 9, JP: null, RU: null });
    expect(released.children.get("RU")).toEqual(suppressedCell(31, 51));
  });

  it("are withheld everywhere if in part, because that would disclose the rest", () => {
    const nest = nestOf({ ASIA: { JP: 2, KR: 1, RU: 2 }, EUROPE: { RU: 30 }, OCEANIA: { AU: 9 } });
    expect(values(protectNest(nest, rule))).toEqual({ AU: 9 });
  });

  it("that are hidden in part and overlap are withheld", () => {
    const nest = nestOf({ ASIA: { JP: 20, RU: 2 }, EUROPE: { DE: 9, RU: 30 } });
    const children = new Map([...nest.children, ["RU", people(30)] as const]);
    const released = protectNest({ ...nest, children }, rule);
    expect(released).toMatchObject({ withheld: true });
    expect(released.children.size).toBe(0);
  });

  it("of nothing are empty", () => {
    expect(protectNest(nestOf({}), rule)).toMatchObject({ withheld: false, total: { value: 0 } });
  });

  it("without a parent, a child or a cell are refused", () => {
    const nest = nestOf({ ASIA: { JP: 9 } });
    const stranger = new Map([...nest.children, ["AU", people(9)] as const]);
    for (const wrong of [
      { ...nest, parents: new Map() },
      { ...nest, children: new Map() },
      { ...nest, children: stranger },
      { ...nest, children: new Map([["JP", { count: 9, persons: 3 }]]) },
    ]) {
      expect(() => protectNest(wrong, rule)).toThrow(RangeError);
    }
  });

  it("have coarse ones as these are by themselves", () => {
    fc.assert(
      fc.property(anyNests, rules, (nest, anyRule) => {
        const released = protectNest(nest, anyRule);
        const line = protectLine({ total: nest.total, cells: nest.parents }, anyRule);
        expect([...released.parents]).toEqual([...line.cells]);
        expect([released.total, released.parentsWithheld]).toEqual([line.total, line.withheld]);
      }),
    );
  });

  it("are shown only if all their cells are, and about enough persons", () => {
    fc.assert(
      fc.property(anyNests, rules, (nest, anyRule) => {
        const { children, cells } = protectNest(nest, anyRule);
        for (const [key, { suppressed }] of children) {
          const persons = nest.children.get(key)?.persons ?? 0;
          if (!suppressed && persons > 0) {
            expect(persons).toBeGreaterThanOrEqual(anyRule.threshold);
          }
          const parts = [...cells.values()].flatMap((row) => row.get(key) ?? []);
          expect(suppressed).toBe(parts.some((part) => part.suppressed));
        }
      }),
    );
  });

  it("depend on no order", () => {
    fc.assert(
      fc.property(anyNests, rules, (nest, anyRule) => {
        const rows = [...reversed(nest.cells)].map(([key, row]) => [key, reversed(row)] as const);
        const turned = {
          total: nest.total,
          parents: reversed(nest.parents),
          children: reversed(nest.children),
          cells: new Map(rows),
        };
        const flat = ({ children, cells }: ReleasedNest): string =>
          JSON.stringify([[...children], [...cells].map(([key, row]) => [key, [...row]])]);
        const [one, other] = [protectNest(nest, anyRule), protectNest(turned, anyRule)];
        expect(other).toEqual(one);
        expect(flat(other)).toBe(flat(one));
      }),
    );
  });
});
