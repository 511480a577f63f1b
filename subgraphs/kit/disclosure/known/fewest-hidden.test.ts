import fc from "fast-check";
import loadHighs, { type Highs } from "highs";
import { Deadline } from "./deadline";
import { disclosureRule } from "../disclosure-rule";
import { fewestToHide, type Hiding } from "./fewest-hidden";
import type { Failure } from "./guarded-block";
import { Guard, type Hidden } from "./known-system";
import {
  blocksOf,
  countOf,
  type SmallTable,
  smallTables,
  systemOf,
  TriedTable,
} from "./small-tables.fixture";

const tables = 100;
const rules = [disclosureRule(3), disclosureRule(4), disclosureRule(5)];
const cases = fc.tuple(smallTables, fc.constantFrom(...rules));

let highs: Highs;
beforeAll(async () => {
  highs = await loadHighs();
});

function failuresOf(table: SmallTable, rule = disclosureRule(5), hidden: Hidden = new Set()) {
  const failures: Failure[] = [];
  for (const { block, dispose } of blocksOf(systemOf(table), rule, highs)) {
    failures.push(...block.failures(hidden));
    dispose();
  }
  return failures;
}

it("finds what trying all values finds, and to what intervals", () => {
  let found = 0;
  fc.assert(
    fc.property(cases, ([table, rule]) => {
      const failures = failuresOf(table, rule);
      const cellsOf = (wanted: Failure["kind"]) =>
        new Map(
          failures.flatMap((failure) =>
            failure.kind === wanted && "cell" in failure
              ? [[failure.cell, failure.interval] as const]
              : [],
          ),
        );
      const tried = new TriedTable(table, rule).failures(new Set());
      expect(cellsOf(Guard.VALUE)).toEqual(tried.values);
      expect(cellsOf(Guard.SMALLNESS)).toEqual(tried.small);
      expect([...cellsOf("SHOWN").keys()].sort()).toEqual([...tried.shown].sort());
      const sums = failures.flatMap((each) =>
        each.kind === "SUM" ? [each.line.whole ?? NaN] : [],
      );
      expect(sums.sort()).toEqual([...tried.sums].sort());
      expect(failures.some(({ kind }) => kind === "CHANGED")).toBe(tried.isChanged);
      found += failures.length;
    }),
    { numRuns: tables, seed: 1 },
  );
  expect(found).toBeGreaterThan(tables);
});

function hidingsOf(table: SmallTable, rule = disclosureRule(5), most?: number): Hiding[] {
  return blocksOf(systemOf(table), rule, highs).map(({ block, dispose }) => {
    const hiding = fewestToHide(block, highs, new Deadline(1e9), most);
    dispose();
    return hiding;
  });
}

function together(hidings: readonly Hiding[]): number[] | null {
  return hidings.some(({ cells }) => cells === null)
    ? null
    : hidings.flatMap(({ cells }) => cells ?? []);
}

it("hides as few cells as any choice that keeps everything, and none where none does", () => {
  let hidden = 0;
  let impossible = 0;
  fc.assert(
    fc.property(cases, ([table, rule]) => {
      const hidings = hidingsOf(table, rule);
      const cells = together(hidings);
      expect(hidings.every(({ isFewest }) => isFewest)).toBe(true);
      const tried = new TriedTable(table, rule);
      expect(cells?.length ?? null).toBe(tried.optimum());
      if (cells) expect(countOf(tried.failures(new Set(cells)))).toBe(0);
      hidden += cells?.length ?? 0;
      impossible += cells ? 0 : 1;
    }),
    { numRuns: tables, seed: 2 },
  );
  expect(hidden).toBeGreaterThan(tables / 2);
  expect(impossible).toBeGreaterThan(0);
});

it("hides few of many cells, says that there may be fewer, and keeps everything", () => {
  let more = 0;
  let fewest = 0;
  fc.assert(
    fc.property(cases, ([table, rule]) => {
      const hidings = hidingsOf(table, rule, -1);
      const cells = together(hidings);
      expect(hidings.some(({ isFewest, cells: own }) => isFewest && own?.length !== 0)).toBe(false);
      const tried = new TriedTable(table, rule);
      const best = tried.optimum();
      if (best === null) expect(cells).toBeNull();
      if (cells) expect(countOf(tried.failures(new Set(cells)))).toBe(0);
      if (cells && best !== null) {
        more += cells.length - best;
        fewest += best;
      }
    }),
    { numRuns: tables, seed: 3 },
  );
  expect(more).toBeLessThan(fewest / 10);
});
