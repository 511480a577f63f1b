import loadHighs, { type Highs } from "highs";
import { Draw } from "../../../test/support/statistics/draw";
import { randomApplications } from "../../../test/support/statistics/populations/applications";
import { randomDispatches } from "../../../test/support/statistics/populations/dispatches";
import { randomPlacements } from "../../../test/support/statistics/populations/placements";
import {
  countedPeriods,
  type Population,
  seenGroups,
  trueTables,
} from "../../../test/support/statistics/populations/population";
import type {
  FoundOut,
  SeenGroups,
  TrueTable,
} from "../../../test/support/statistics/intruder-knowledge";
import { ReleaseIntruder } from "../../../test/support/statistics/release-intruder";
import { Sweep } from "../../../test/support/sweep";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { protectedView } from "../statistics/released-view";
import { tableToProtect } from "../statistics/table-to-protect";
import { decideRelease } from "./make-release";
import { releaseUnits } from "./release-plan";

const sweep = new Sweep(
  ...["subgraphs/kit/disclosure", "subgraphs/kit/release", "test/support/statistics"],
);
const rule = disclosureRule(5);

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

/** What is released of a population at once, and what it took. */
function released(population: Population, truth: readonly TrueTable[]) {
  const start = performance.now();
  const made = releaseUnits(population).map((unit) =>
    decideRelease(unit, countedPeriods(unit, truth), [], rule, highs),
  );
  return {
    seen: seenGroups(made.flatMap(({ tables }) => tables)),
    // A release of nothing would tell nothing.
    kept: made.filter(({ isWaiting, isProtected }) => isWaiting || !isProtected).length,
    programmes: made.reduce((sum, { programmes }) => sum + programmes, 0),
    milliseconds: performance.now() - start,
  };
}

function foundOut(
  population: Population,
  seen: readonly SeenGroups[],
  truth: readonly TrueTable[],
): FoundOut {
  const releases = [{ seen, truth }];
  return new ReleaseIntruder(highs, rule, population.knowledge, releases).findOut();
}

describe.each([
  ["dispatches: a stock with its flows, nests and crossings", randomDispatches, 120],
  ["applications: who came how far, in categories that overlap", randomApplications, 40],
  ["placements: nests and crossings by themselves", randomPlacements, 40],
] as const)("of random %s", (what, random, populations) => {
  it("everything that is released tells no more of anything suppressed than is promised", () => {
    const seeds = sweep.of(Array.from({ length: populations }, (_seed, index) => index + 1));
    const problems: unknown[] = [];
    const effort = new Map<string, number>();
    const note = (name: string, by: number) => effort.set(name, (effort.get(name) ?? 0) + by);
    for (const seed of seeds) {
      const population = random(new Draw(seed));
      const truth = trueTables(population);
      const made = released(population, truth);
      const found = foundOut(population, made.seen, truth);
      const { narrow, wrong, few, byTheWay } = found;
      // Numbers that no table shows have to stay as uncertain, if they are about too few.
      const latent = byTheWay.filter(({ isSmall }) => isSmall);
      if (narrow.length + wrong.length + few.length + latent.length + made.kept > 0) {
        const { kept } = made;
        problems.push({ seed, name: population.name, kept, narrow, wrong, few, latent });
      }
      const shown = made.seen.flatMap(({ rows }) => rows).filter(({ value }) => value !== null);
      note("numbers shown", shown.length);
      note("suppressed", found.hidden);
      note("programmes to protect them", made.programmes);
      note("ms", made.milliseconds);
      note("programmes to attack them", found.effort.programmes);
      note("ms of these", found.effort.milliseconds);
      note("of no table and not small, found out", byTheWay.length - latent.length);
    }
    const told = [...effort].map(([name, sum]) => `${Math.round(sum)} ${name}`).join(", ");
    console.log(`${seeds.length} populations of ${what}: ${told}`);
    expect(problems).toEqual([]);
    expect(effort.get("suppressed")).toBeGreaterThan(seeds.length * 10);
    expect(effort.get("numbers shown")).toBeGreaterThan(seeds.length * 10);
  });
});

it.each([
  ["dispatches", randomDispatches, [3, 5], 100],
  ["applications", randomApplications, [1, 2, 3, 4, 5, 6], 4],
] as const)(
  "of random %s much is told where each table is protected by itself",
  (_what, random, seeds, most) => {
    let told = 0;
    for (const seed of seeds) {
      const population = random(new Draw(seed));
      const truth = trueTables(population);
      told += foundOut(population, oneByOne(population, truth), truth).narrow.length;
    }
    expect(told).toBeGreaterThan(most);
  },
);

/** Every released table as it is protected where nobody thinks of the others. */
function oneByOne(population: Population, truth: readonly TrueTable[]): SeenGroups[] {
  const tables = releaseUnits(population).flatMap((unit) =>
    countedPeriods(unit, truth)
      .filter(({ table }) => table.isReleased)
      .flatMap(({ table, periods }) =>
        periods.map(({ period, groups }) => {
          const subject = { measure: table.measure, period, knownAt: undefined, rule };
          const view = protectedView(tableToProtect(subject, table.dimensions, groups));
          return {
            ...{ measure: table.measure, dimensions: table.name, period: period.name },
            ...{ withheld: view.withheld, innerWithheld: view.innerWithheld },
            rows: view.groups.map(({ keys, cell: { value, lower, upper } }) => {
              return { keys, value, lower: lower ?? 0, upper };
            }),
          };
        }),
      ),
  );
  return seenGroups(tables);
}
