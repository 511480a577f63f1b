import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { type DisclosureRule, disclosureRule } from "./disclosure-rule";
import { type Finding, Intruder } from "./intruder.fixture";
import { protectLine } from "./protect-line";
import { nests, overlappingNests } from "./nests.fixture";
import { protectNest } from "./protect-nest";
import { protectTable } from "./protect-table";
import { type ReleasedCell, shownCell } from "./released-cell";
import { type ReleasedTable } from "./released-table";
import {
  additiveLines,
  additiveTables,
  overlappingTables,
  rules,
  sparseTables,
  tableOf,
} from "./tables.fixture";
import { Sweep } from "../../../test/support/sweep";

const ROUNDING = 1e-6;
const sweep = new Sweep("subgraphs/kit/disclosure");

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

/** Suppressed cells of which too much is found out, or whose interval is wrong or narrow. */
function disclosures(intruder: Intruder, { width }: DisclosureRule): Finding[] {
  return intruder.findings(highs).filter(({ truth, least, greatest, released }) => {
    const isWide = greatest - least >= width - ROUNDING;
    const isTrue = least <= truth + ROUNDING && greatest >= truth - ROUNDING;
    const lower = released.lower ?? 0;
    const upper = released.upper ?? Infinity;
    return !isWide || !isTrue || truth < lower || truth > upper || upper - lower < width;
  });
}

/** Whether anything inside a release is suppressed, or may be as little as `floor`: there is something to find out. */
function hides({ cells }: Pick<ReleasedTable, "cells">, floor = Infinity): boolean {
  return [...cells.values()].some((row) =>
    [...row.values()].some(({ suppressed, lower }) => suppressed && (lower ?? 0) <= floor),
  );
}

describe("what an intruder with a solver of linear programmes finds out", () => {
  it("about a line is no more than the rule allows", () => {
    fc.assert(
      fc.property(
        additiveLines,
        rules,
        sweep.checking((line, rule) => {
          const intruder = new Intruder();
          intruder.learnLine(line, protectLine(line, rule));
          expect(disclosures(intruder, rule)).toEqual([]);
        }),
      ),
      { numRuns: 300, seed: 1 },
    );
  });

  it.each([
    ["a table and its margins", additiveTables(7), 800],
    ["a table of overlapping groups and its margins", overlappingTables(6), 800],
  ])("about %s is no more than the rule allows", (_what, tables, numRuns) => {
    let attacked = 0;
    fc.assert(
      fc.property(
        tables,
        rules,
        sweep.checking((table, rule) => {
          const released = protectTable(table, rule);
          const intruder = new Intruder();
          intruder.learnTable(table, released);
          expect(disclosures(intruder, rule)).toEqual([]);
          if (hides(released)) attacked += 1;
        }),
      ),
      { numRuns, seed: 2 },
    );
    expect(attacked).toBeGreaterThan(sweep.share(numRuns / 3));
  });

  it.each([
    ["sparse tables", sparseTables(7)],
    ["sparse tables of overlapping groups", overlappingTables(6, sparseTables(6))],
  ])("about %s that hide their zeros is no more than the rule allows", (_what, tables) => {
    let attacked = 0;
    fc.assert(
      fc.property(
        tables,
        rules,
        sweep.checking((table, rule) => {
          const released = protectTable(table, rule);
          if (!hides(released, 0)) return;
          const intruder = new Intruder();
          intruder.learnTable(table, released);
          expect(disclosures(intruder, rule)).toEqual([]);
          attacked += 1;
        }),
      ),
      { numRuns: 1_600, seed: 4 },
    );
    expect(attacked).toBeGreaterThan(sweep.share(100));
  });

  it.each([
    ["fine groups within coarse ones", nests, 800],
    ["overlapping fine groups within coarse ones", overlappingNests, 800],
  ])("about %s is no more than the rule allows", (_what, anyNests, numRuns) => {
    let attacked = 0;
    fc.assert(
      fc.property(
        anyNests,
        rules,
        sweep.checking((nest, rule) => {
          const released = protectNest(nest, rule);
          const intruder = new Intruder();
          intruder.learnNest(nest, released);
          expect(disclosures(intruder, rule)).toEqual([]);
          if (hides(released)) attacked += 1;
        }),
      ),
      { numRuns, seed: 3 },
    );
    expect(attacked).toBeGreaterThan(sweep.share(numRuns / 3));
  });

  it("is the truth if only what is about few persons is suppressed", () => {
    const table = tableOf([
      [2, 10],
      [20, 30],
    ]);
    const released = protectTable(table, disclosureRule(3));
    const [first, second] = [released.cells.get("r0"), released.cells.get("r1")];
    const careless = new Map([
      ["r0", new Map([...(first ?? []), ["c1", shownCell(10)]])],
      ["r1", second ?? new Map<string, ReleasedCell>()],
    ]);
    const intruder = new Intruder();
    intruder.learnTable(table, { ...released, cells: careless });
    expect(intruder.findings(highs)).toContainEqual(
      expect.objectContaining({ name: "cell r0 c0", least: 2, greatest: 2 }),
    );
  });
});
