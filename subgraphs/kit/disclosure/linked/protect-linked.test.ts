import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { disclosureRule } from "../disclosure-rule";
import { CellState, isUnknown, LinkedSystem } from "./linked-system";
import { protectLinked } from "./protect-linked";

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

const rule = disclosureRule(5);

/** Adds a cell of as many persons as things; open unless it is small, or said otherwise. */
function add(system: LinkedSystem, count: number, { state, weight = 1 }: CellOptions = {}): number {
  const isSmall = count > 0 && count < rule.threshold;
  return system.add({
    ...{ count, persons: count, room: count, headroom: Infinity, weight },
    state: state ?? (isSmall ? CellState.HIDDEN : CellState.OPEN),
  });
}

interface CellOptions {
  readonly state?: CellState;
  readonly weight?: number;
}

/** A line with its total, which is missed more than its parts. */
function addLine(system: LinkedSystem, counts: readonly number[]): number[] {
  const parts = counts.map((count) => add(system, count));
  const total = add(
    system,
    counts.reduce((sum, count) => sum + count, 0),
    { weight: 100 },
  );
  system.sum(total, parts);
  return [...parts, total];
}

function hiddenOf(system: LinkedSystem): number[] {
  return [...system.cells.entries()].flatMap(([cell, one]) => (isUnknown(one) ? [cell] : []));
}

/** Stocks of two days of groups, and their flows, each a line. */
function flows(before: readonly number[], came: readonly number[], went: readonly number[]) {
  const system = new LinkedSystem();
  const after = before.map((count, group) => count + (came[group] ?? 0) - (went[group] ?? 0));
  const [first, into, out, last] = [before, came, went, after].map((line) => addLine(system, line));
  for (const [group] of [...before, 0].entries()) {
    system.balance(first?.[group] ?? 0, into?.[group] ?? 0, out?.[group] ?? 0, last?.[group] ?? 0);
  }
  return system;
}

describe("linked tables", () => {
  it("hide what a stock and its flows would tell of each other", () => {
    const system = flows([20, 30, 40], [3, 9, 10], [6, 8, 12]);
    expect(protectLinked(system, rule, highs).unprotected).toEqual([]);
    // 3 came into the first group. It needs another group that came, and both need to be uncertain elsewhere.
    const hidden = hiddenOf(system);
    expect(hidden).toContain(4);
    expect(hidden.filter((cell) => cell >= 4 && cell < 7).length).toBeGreaterThan(1);
    expect(hidden.some((cell) => cell < 3 || cell > 7)).toBe(true);
  });

  it("are shown whole where nothing of them is small", () => {
    const system = flows([20, 30, 40], [5, 9, 10], [6, 8, 12]);
    expect(protectLinked(system, rule, highs)).toEqual({ unprotected: [], programmes: 0 });
    expect(hiddenOf(system)).toEqual([]);
  });

  it("say which hidden cell nothing protects, because all else is shown for good", () => {
    const system = new LinkedSystem();
    const parts = [2, 9, 30].map((count) => add(system, count, { state: CellState.SHOWN }));
    const small = add(system, 3);
    system.sum(add(system, 44, { state: CellState.SHOWN }), [...parts, small]);
    expect(protectLinked(system, rule, highs).unprotected).toEqual([small]);
  });

  it("hide more of a sum whose hidden parts are together about too few persons", () => {
    const system = new LinkedSystem();
    const parts = [1, 2, 1, 9, 30].map((count) => add(system, count));
    system.sum(add(system, 43, { weight: 100 }), parts);
    expect(protectLinked(system, rule, highs).unprotected).toEqual([]);
    expect(system.cell(3).state).toBe(CellState.HIDDEN);
  });

  it("hide no more than once what an earlier call has protected", () => {
    const system = flows([20, 30, 40], [3, 9, 10], [6, 8, 12]);
    const settled = new Set<string>();
    protectLinked(system, rule, highs, settled);
    const hidden = hiddenOf(system);
    expect(protectLinked(system, rule, highs, settled).programmes).toBe(0);
    expect(hiddenOf(system)).toEqual(hidden);
  });

  it("of every hidden cell have two states that look the same, as an exhaustive search finds them", () => {
    const counts = fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(counts, counts, (came, went) => {
        const system = flows(
          [7, 8, 9],
          came,
          went.map((count, group) => Math.min(count, 7 + group)),
        );
        const { unprotected } = protectLinked(system, rule, highs);
        expect(unprotected).toEqual([]);
        for (const cell of hiddenOf(system)) {
          if (system.cell(cell).state !== CellState.HIDDEN) continue;
          expect(spread(system, cell)).toBeGreaterThanOrEqual(rule.width);
        }
      }),
      { numRuns: 30, seed: 1 },
    );
  });
});

/** How far apart the values of a cell are in linear programmes of the tables themselves, written anew. */
function spread(system: LinkedSystem, cell: number): number {
  const unknown = hiddenOf(system);
  const constraints = system.relations.flatMap(({ terms }) => {
    const open = terms.filter(([each]) => isUnknown(system.cell(each)));
    if (open.length === 0) return [];
    const right = open.reduce((sum, [each, by]) => sum + by * system.cell(each).count, 0);
    return [`${open.map(([each, by]) => `${by > 0 ? "+" : "-"} x${each}`).join(" ")} = ${right}`];
  });
  const bounds = unknown.map((each) => `0 <= x${each} <= 1000`);
  const solved = (sense: string) =>
    highs.solve(
      [
        sense,
        `obj: x${cell}`,
        "Subject To",
        ...constraints,
        "Bounds",
        ...bounds,
        "General",
        unknown.map((each) => `x${each}`).join(" "),
        "End",
      ].join("\n"),
      { output_flag: false },
    ).ObjectiveValue;
  return solved("Maximize") - solved("Minimize");
}
