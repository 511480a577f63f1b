import fc from "fast-check";
import { disclosureRule } from "./disclosure-rule";
import { protectLine } from "./protect-line";
import { protectTotal } from "./protect-total";
import { suppressedCell } from "./released-cell";
import { additiveLines, lineOf, people, rules } from "./tables.fixture";

const rule = disclosureRule(3);

/** Values by key, null where suppressed. */
function values(line: ReturnType<typeof protectLine>): Record<string, number | null> {
  return Object.fromEntries([...line.cells].map(([key, { value }]) => [key, value]));
}

describe("a total", () => {
  it("is shown from the threshold on", () => {
    expect(protectTotal(people(3), rule)).toEqual({
      value: 3,
      suppressed: false,
      lower: 3,
      upper: 3,
    });
    expect(protectTotal(people(2), rule)).toEqual(suppressedCell(1, Infinity));
  });

  it("is shown if it is zero", () => {
    expect(protectTotal(people(0), rule)).toMatchObject({ value: 0, suppressed: false });
  });

  it("depends on persons, not on what is counted of them", () => {
    expect(protectTotal({ count: 12, persons: 2 }, rule).suppressed).toBe(true);
    expect(protectTotal({ count: 2, persons: 12 }, rule).suppressed).toBe(false);
    expect(protectTotal({ count: 2, persons: 0 }, rule).suppressed).toBe(false);
  });

  it("is refused if persons were not counted", () => {
    expect(() => protectTotal({ count: 0, persons: 2 }, rule)).toThrow(RangeError);
    expect(() => protectTotal({ count: 1.5, persons: 1 }, rule)).toThrow(RangeError);
  });
});

describe("a line", () => {
  it("is shown as it is if no cell is about few persons", () => {
    const line = protectLine(lineOf([3, 4, 0, 5]), rule);
    expect(values(line)).toEqual({ a0: 3, a1: 4, a3: 5 });
    expect(line).toMatchObject({ withheld: false });
  });

  it("hides one more cell behind a single small one: the smallest that is large enough", () => {
    const line = protectLine(lineOf([1, 9, 3, 50]), rule);
    expect(values(line)).toEqual({ a0: null, a1: 9, a2: null, a3: 50 });
  });

  it("gives of the hidden cells what follows from the others, and no reason", () => {
    const line = protectLine(lineOf([1, 9, 3, 50]), rule);
    expect(line.cells.get("a0")).toEqual({ value: null, suppressed: true, lower: 1, upper: 3 });
    expect(line.cells.get("a2")).toEqual(line.cells.get("a0"));
  });

  it("hides no more where small cells protect each other", () => {
    expect(values(protectLine(lineOf([2, 2, 9]), rule))).toEqual({ a0: null, a1: null, a2: 9 });
  });

  it("hides more where the number of small cells gives them away", () => {
    expect(values(protectLine(lineOf([1, 1, 1, 9]), rule))).toEqual({
      a0: null,
      a1: null,
      a2: null,
      a3: null,
    });
  });

  it("hides several cells where none is enough", () => {
    const line = protectLine(lineOf([1, 4, 4, 4]), disclosureRule(4, 6));
    expect(values(line)).toEqual({ a0: null, a1: null, a2: null, a3: 4 });
  });

  it.each([[[1, 1, 1, 1, 1]], [[2, 2, 1]], [[2]]])(
    "is withheld, its keys too, if nothing protects it: %j",
    (counts) => {
      const line = protectLine(lineOf(counts, 5), disclosureRule(5));
      expect(line).toMatchObject({ withheld: true, total: { value: 5 } });
      expect(line.cells.size).toBe(0);
    },
  );

  it("is withheld if the total is about few persons, because its cells could be counted", () => {
    const line = protectLine(lineOf([1, 0, 1]), rule);
    expect(line.total).toEqual(suppressedCell(1, Infinity));
    expect(line.cells.size).toBe(0);
    expect(line.withheld).toBe(true);
  });

  it("of overlapping groups hides one that few are outside of, and another with it", () => {
    const line = protectLine(lineOf([42, 20], 43), disclosureRule(5));
    expect(values(line)).toEqual({ a0: null, a1: null });
    const three = protectLine(lineOf([42, 20, 15], 43), disclosureRule(5));
    expect(values(three)).toEqual({ a0: null, a1: 20, a2: null });
  });

  it("hides so much that its sum is about enough persons, though they may be the same", () => {
    const same = { count: 3, persons: 3 };
    const others = [people(9), people(30)].map((cell, i) => [`b${i}`, cell] as const);
    const line = protectLine(
      {
        total: { count: 45, persons: 42 },
        cells: new Map([["a0", same], ["a1", same], ...others]),
      },
      disclosureRule(5),
    );
    expect(values(line)).toEqual({ a0: null, a1: null, b0: null, b1: 30 });
  });

  it("of overlapping groups shows the true total and bounds what is hidden by it", () => {
    const line = protectLine(lineOf([1, 6, 8], 10), rule);
    expect(line.total.value).toBe(10);
    expect(line.cells.get("a0")).toEqual(suppressedCell(1, 10));
    expect(values(line)).toEqual({ a0: null, a1: 6, a2: null });
  });

  it("of overlapping groups is withheld if the total leaves too little room", () => {
    expect(protectLine(lineOf([2, 3], 3), disclosureRule(3, 3)).withheld).toBe(true);
  });

  it("depends on no order of its cells", () => {
    fc.assert(
      fc.property(additiveLines, rules, (line, anyRule) => {
        const reversed = { ...line, cells: new Map([...line.cells].reverse()) };
        expect([...protectLine(reversed, anyRule).cells]).toEqual([
          ...protectLine(line, anyRule).cells,
        ]);
      }),
    );
  });
});

describe("a rule", () => {
  it("keeps suppressed cells as uncertain as the threshold by default", () => {
    expect(disclosureRule(5)).toEqual({ threshold: 5, width: 4 });
    expect(disclosureRule(5, 9)).toEqual({ threshold: 5, width: 9 });
  });

  it("of less than three persons or no uncertainty is refused", () => {
    expect(() => disclosureRule(2)).toThrow(RangeError);
    expect(() => disclosureRule(3, 0)).toThrow(RangeError);
  });
});
