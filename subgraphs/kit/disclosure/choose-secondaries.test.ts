import fc from "fast-check";
import { isWide } from "./audit";
import { chooseSecondaries } from "./choose-secondaries";
import { type CountedTable } from "./counted-table";
import { type DisclosureRule, disclosureRule } from "./disclosure-rule";
import { type Grid, gridOf, withZeros } from "./grid";
import { gridNetwork } from "./grid-network";
import { type Arc, hide, type Network, show } from "./network";
import { protectLine } from "./protect-line";
import { additiveTables, sparseTables } from "./tables.fixture";

const TABLES = 400;

/** The network of the inner cells; null where a margin is withheld or all is hidden with the total. */
function networkOf(
  table: CountedTable,
  rule: DisclosureRule,
  seen: (grid: Grid) => Grid = (grid) => grid,
): Network | null {
  const rows = protectLine({ total: table.total, cells: table.rows }, rule);
  const columns = protectLine({ total: table.total, cells: table.columns }, rule);
  if (rows.withheld || columns.withheld || rows.total.suppressed) return null;
  return gridNetwork(seen(gridOf(table, rows, columns)), table.total.count, rule);
}

/** Whether exactly these candidates protect everything. */
function isEnough(network: Network, chosen: ReadonlySet<Arc>, width: number): boolean {
  for (const arc of network.arcs) {
    if (arc.isHidden && arc.isCandidate) show(arc);
    if (chosen.has(arc)) hide(arc);
    arc.rise = null;
    arc.fall = null;
  }
  return network.arcs.every((arc) => !arc.isHidden || isWide(network, arc, width));
}

function* choices(arcs: readonly Arc[], size: number): Generator<Arc[]> {
  if (size === 0) yield [];
  for (const [i, arc] of size > 0 ? arcs.entries() : []) {
    for (const rest of choices(arcs.slice(i + 1), size - 1)) yield [arc, ...rest];
  }
}

/** The fewest candidates that protect everything, by trying all choices of fewer than are known to; null if none do. */
function optimum(network: Network, width: number, known: number | null): number | null {
  const candidates = network.arcs.filter(({ isCandidate }) => isCandidate);
  for (let size = 0; size < (known ?? candidates.length + 1); size += 1) {
    for (const choice of choices(candidates, size)) {
      if (isEnough(network, new Set(choice), width)) return size;
    }
  }
  return known;
}

/** How many candidates are suppressed, and the fewest that would do; none where none do. */
function compare(network: Network, { width }: DisclosureRule): { chosen: number; fewest: number } {
  const isProtected = chooseSecondaries(network, width);
  const chosen = network.arcs.filter((arc) => arc.isCandidate && arc.isHidden).length;
  const least = optimum(network, width, isProtected ? chosen : null);
  expect(isProtected).toBe(least !== null);
  return { chosen: isProtected ? chosen : 0, fewest: least ?? 0 };
}

const thresholds = fc.constantFrom(3, 4, 5, 10).map((threshold) => disclosureRule(threshold));

describe("what is suppressed besides", () => {
  it("is within 6 % of the fewest cells possible in small tables, and nothing is withheld in vain", () => {
    let [chosen, fewest] = [0, 0];
    const sample = fc.tuple(additiveTables(4), thresholds);
    for (const [table, rule] of fc.sample(sample, { numRuns: TABLES, seed: 4 })) {
      const network = networkOf(table, rule);
      if (!network) continue;
      const compared = compare(network, rule);
      chosen += compared.chosen;
      fewest += compared.fewest;
    }
    expect(fewest).toBeGreaterThan(TABLES / 2);
    expect(chosen / fewest).toBeLessThan(1.06);
  });

  it("is so where zeros may be hidden", () => {
    let [chosen, fewest] = [0, 0];
    const sample = fc.tuple(sparseTables(4), thresholds);
    for (const [table, rule] of fc.sample(sample, { numRuns: 3 * TABLES, seed: 5 })) {
      const network = networkOf(table, rule);
      if (!network || chooseSecondaries(network, rule.width)) continue;
      const compared = compare(networkOf(table, rule, withZeros) ?? network, rule);
      chosen += compared.chosen;
      fewest += compared.fewest;
    }
    expect(fewest).toBeGreaterThan(TABLES / 4);
    expect(chosen / fewest).toBeLessThan(1.06);
  });
});
