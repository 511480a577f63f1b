import loadHighs, { type Highs } from "highs";
import { Draw } from "../../../test/support/statistics/draw";
import { RandomApplications } from "../../../test/support/statistics/populations/applications";
import {
  CorrectingOffice,
  type Habits,
} from "../../../test/support/statistics/populations/corrections";
import { RandomDispatches } from "../../../test/support/statistics/populations/dispatches";
import { RandomPlacements } from "../../../test/support/statistics/populations/placements";
import {
  countedPeriods,
  type RandomRecords,
  seenGroups,
  trueTables,
} from "../../../test/support/statistics/populations/population";
import { whileWaiting } from "../../../test/support/statistics/populations/waiting-tables";
import type {
  FoundOut,
  PublicKnowledge,
  SeenRelease,
  TrueTable,
} from "../../../test/support/statistics/intruder-knowledge";
import { ReleaseIntruder } from "../../../test/support/statistics/release-intruder";
import { Sweep } from "../../../test/support/sweep";
import { disclosureRule } from "../disclosure/disclosure-rule";
import { decideRelease } from "./make-release";
import { type ReleaseUnit, releaseUnits } from "./release-plan";
import type { UnitBasis } from "./unit-basis";

const sweep = new Sweep(
  ...["subgraphs/kit/disclosure", "subgraphs/kit/release", "test/support/statistics"],
);
const rule = disclosureRule(5);
const vintages = 50;
const seeds = sweep.of([1, 2, 3, 4]);

let highs: Highs;

beforeAll(async () => {
  highs = await loadHighs();
});

/** Corrections of single records wait until they are taken back; many that are alike come in at once. */
const habitsOf: Readonly<Record<string, Habits>> = {
  scattered: {
    ...{ "one corrected": 30, "several corrected": 15, "many alike added": 15 },
    ...{ "all taken back": 30 },
  },
  alike: {
    ...{ "many alike added": 45, "many alike moved": 10, "many alike taken out": 4 },
    ...{ "one corrected": 2, "all taken back": 25 },
  },
};

/** What became of a unit of measures in all releases. */
interface History {
  /** The releases that were not the same as the one before. */
  readonly releases: readonly SeenRelease[];
  /** How often something came in, or waited. */
  readonly counts: Readonly<Record<Outcome, number>>;
}

type Outcome = "came in" | "waited" | "years while others waited" | "not protected";

/** Makes one release after the other of records that are corrected in between. */
function history<Entry>(
  unit: ReleaseUnit,
  records: RandomRecords<Entry>,
  habits: Habits,
  draw: Draw,
): History {
  const { knowledge } = records.population();
  const office = new CorrectingOffice(records, habits, draw);
  const earlier: UnitBasis[] = [];
  const releases: SeenRelease[] = [];
  const counts = { "came in": 0, waited: 0, "years while others waited": 0, "not protected": 0 };
  let truth: readonly TrueTable[] = [];
  for (let vintage = 0; vintage < vintages; vintage += 1) {
    const done = vintage === 0 ? "nothing" : office.correct();
    const actual = trueTables(records.population()).filter((table) => isOf(unit, table));
    const counted = countedPeriods(unit, actual);
    const { basis, tables, isWaiting, isProtected } = decideRelease(
      ...([unit, counted, earlier, rule, highs] as const),
    );
    const isNew = basis !== earlier.at(-1);
    if (isNew) earlier.push(basis);
    if (!isProtected) counts["not protected"] += 1;
    if (isWaiting) counts[done === "a year more" ? "years while others waited" : "waited"] += 1;
    else if (isNew && done !== "a year more") counts["came in"] += 1;
    if (!isProtected) continue;
    truth = isWaiting ? whileWaiting(truth, actual, knowledge) : actual;
    if (!isWaiting) office.accept();
    if (!isNew) continue;
    const seen = seenGroups(tables);
    const periods = new Set(seen.map(({ measure, period }) => `${measure} ${period}`));
    const isReleased = ({ measure, period }: TrueTable) => periods.has(`${measure} ${period}`);
    releases.push({ seen, truth: truth.filter(isReleased) });
  }
  return { releases, counts };
}

/** What is found out of one release of several by itself. */
function alone(
  releases: readonly SeenRelease[],
  knowledge: PublicKnowledge,
): Pick<FoundOut, "narrow"> {
  const found = releases.map((release) =>
    new ReleaseIntruder(highs, rule, knowledge, [release]).findOut(),
  );
  return { narrow: found.flatMap(({ narrow }) => narrow) };
}

function isOf({ measures }: ReleaseUnit, { measure }: Pick<TrueTable, "measure">): boolean {
  return Object.hasOwn(measures, measure);
}

describe.each([
  ["dispatches", (draw: Draw) => new RandomDispatches(draw, [2015, 2016], draw.int(20, 120)), 5],
  [
    "applications",
    (draw: Draw) => new RandomApplications(draw, [2018, 2019], draw.int(20, 120)),
    5,
  ],
  ["placements", (draw: Draw) => new RandomPlacements(draw, [2018, 2019], draw.int(20, 120)), 20],
] as const)("of random %s that are corrected again and again", (what, random, leastOfEach) => {
  it("50 releases together tell no more of anything than is promised of one", () => {
    const problems: unknown[] = [];
    const effort = new Map<string, number>();
    const note = (name: string, by: number) => effort.set(name, (effort.get(name) ?? 0) + by);
    const histories = seeds.flatMap((seed) =>
      Object.entries(habitsOf).flatMap(([how, habits]) =>
        releaseUnits(random(new Draw(seed)).population()).map((unit) => {
          return { seed, how, habits, unit };
        }),
      ),
    );
    for (const { seed, how, habits, unit } of histories) {
      const draw = new Draw(seed);
      const records: RandomRecords<unknown> = random(draw);
      const start = performance.now();
      const { releases, counts } = history(unit, records, habits, draw);
      note("ms to make them", performance.now() - start);
      const { knowledge } = records.population();
      const intruder = new ReleaseIntruder(highs, rule, knowledge, releases);
      const { narrow: narrowTogether, wrong, few, byTheWay, ...found } = intruder.findOut();
      const { narrow: narrowAlone } = alone(releases, knowledge);
      const isOfGroups = ({ cell }: { readonly cell: string }) =>
        knowledge.groups.some(({ measure }) => cell.startsWith(measure));
      // Who knows by how much a number of agencies has changed is not told of persons.
      const narrow = [...narrowTogether.filter((each) => !isOfGroups(each)), ...narrowAlone];
      const latent = byTheWay.filter(({ isSmall }) => isSmall);
      const small = intruder.smallChanges();
      const all = { narrow, wrong, few, latent, small };
      if (Object.values(all).some((some) => some.length > 0)) {
        problems.push({ seed, how, unit: unit.name, ...all });
      }
      note("that differ", releases.length);
      note("suppressed", found.hidden);
      note("programmes to attack them", found.effort.programmes);
      note("ms of these", found.effort.milliseconds);
      for (const [name, count] of Object.entries(counts)) note(name, count);
    }
    const told = [...effort].map(([name, sum]) => `${Math.round(sum)} ${name}`).join(", ");
    console.log(`${histories.length} times ${vintages} releases of ${what}: ${told}`);
    expect(problems).toEqual([]);
    // New years that nothing protects are not released.
    expect(effort.get("not protected")).toBeLessThan((histories.length * vintages) / 10);
    // Where everything waited, nothing would be proven.
    expect(effort.get("came in")).toBeGreaterThan(seeds.length * leastOfEach);
    expect(effort.get("waited")).toBeGreaterThan(seeds.length * leastOfEach);
    expect(effort.get("years while others waited")).toBeGreaterThan(0);
  });
});
