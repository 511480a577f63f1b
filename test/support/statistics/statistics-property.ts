import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { today } from "../../../subgraphs/kit/clock";
import type { AreaMeasures } from "../../../subgraphs/kit/statistics/measure";
import type { SubgraphDefinition } from "../../../subgraphs/kit/subgraph/subgraph-definition";
import { analystOf } from "../callers";
import { startTestSubgraph, type TestSubgraph, type TestSubgraphExecute } from "../subgraph";
import { Sweep } from "../sweep";
import { Coverage } from "./coverage";
import { Draw } from "./draw";
import { arrangedAnswer, type Arrangement, exactAnswer } from "./expected-answer";
import { type CountedThing, countNaively, type NaiveAnswer } from "./naive-count";
import { checkProtected, type Withheld } from "./protected-answer";
import { type NaiveCoverage, isReached } from "./naive-coverage";
import { type AskedMeasure, randomQuery } from "./random-query";
import { RecordTables, type RowsByTable } from "./record-tables";
import { type Answer, askStatistics, type Period, type StatisticsQuery } from "./statistics-query";

/** What can be grouped and filtered by. */
export interface NaiveDimension {
  /** Its selection in a row, as `region { code }`. */
  readonly selection: string;
  readonly type: "text" | "integer" | "enum";
  /** Its values in their own order. Without it, they are in that of code units. */
  readonly order?: readonly string[];
  /** Values to filter by, besides those that there are. */
  readonly values?: readonly string[];
  /** True if it is not for everybody. */
  readonly isInternal?: true;
}

/** A measure, defined a second time: by loops over rows. */
export interface NaiveMeasure {
  readonly kind: "STOCK" | "FLOW";
  readonly dimensions: readonly string[];
  /** True if it is not for everybody. */
  readonly isInternal?: true;
  /** Whether the same counts in several groups, or in several fiscal years. */
  readonly isDistinct: boolean;
  /** The dimensions in which one counted thing can have several values. */
  readonly several?: readonly string[];
  /** True if small groups are protected. Otherwise others are shown exact counts of the rows that they see. */
  readonly isProtected: boolean;
  /** What is counted in a period; for one who sees published rows alone where nothing is protected. */
  readonly things: (period: Period, seesAll: boolean) => readonly CountedThing[];
}

/** The statistics of an area. */
export interface StatisticsArea {
  readonly definition: SubgraphDefinition;
  readonly measures: AreaMeasures;
  readonly dimensions: Readonly<Record<string, NaiveDimension>>;
  /** Random rows of its tables. */
  readonly rows: (draw: Draw) => RowsByTable;
  /** Reads all tables whole and says what there is to count. */
  readonly read: (tables: RecordTables) => Promise<Readonly<Record<string, NaiveMeasure>>>;
}

const dataSets = [1, 2, 3, 4, 5, 6];

/** Queries a data set, each for a caller who is permitted to see the records and as many for an analyst who is not. */
const queries = 48;

/** From when on the tables of a data set are declared to have everything, whatever they hold. */
const declaredDays = ["2017-04-01", "2018-07-15", "2020-03-31"];

/** Tries other data sets and queries, and prints what they were. */
const seedVariable = "STATISTICS_SEED";

/** Tests that the statistics of an area are what a naive computation over all of its records comes to. */
export function describeStatistics(area: StatisticsArea): void {
  const { name } = area.definition;
  const shift = Number(process.env[seedVariable] ?? 0);
  const sweep = new Sweep(
    ...["subgraphs/kit/disclosure", "subgraphs/kit/statistics", "test/support/statistics"],
    ...["subgraphs/catalog/statistics", "subgraphs/catalog/area-statistics.ts"],
    `subgraphs/${name}/statistics`,
  );
  const coverage = new Coverage();
  let subgraph: TestSubgraph;
  let tables: RecordTables;

  beforeAll(async () => {
    subgraph = await startTestSubgraph(area.definition);
    tables = await RecordTables.connect(subgraph.ownerUrl);
  });
  afterAll(async () => {
    await tables.end();
    await subgraph.stop();
  });

  describe.each(dataSets.map((number) => number + shift))(
    `${name} statistics of data set %i`,
    (seed) => {
      let measures: Readonly<Record<string, NaiveMeasure>>;
      const covers = { from: declaredDays[seed % declaredDays.length] ?? "", to: today() };
      beforeAll(async () => {
        await tables.refill(area.rows(new Draw(seed)));
        await tables.declareComplete(covers.from);
        measures = await area.read(tables);
      });

      it("are what loops over all rows count, for a caller who is permitted to see the records", async () => {
        await assertQueries(seed, sweep, area, measures, true, async (query, measure) => {
          const naive = naiveAnswer(measure, query, true, covers);
          const answer = await ask(subgraph.execute, area, query, true);
          coverage.counted(naive);
          checkExact(answer, naive, query, arrangementOf(area, query, measure, true));
        });
      });

      it("are what loops count or an interval around it, for an analyst who is not", async () => {
        const { execute } = subgraph.asCaller(analystOf(name));
        await assertQueries(seed, sweep, area, measures, false, async (query, measure) => {
          const naive = naiveAnswer(measure, query, false, covers);
          const arrangement = arrangementOf(area, query, measure, false);
          const answer = await ask(execute, area, query, false);
          if (!measure.isProtected) {
            coverage.cases += 1;
            checkExact(answer, naive, query, arrangement);
            return;
          }
          const wholeQuery = wholeOf(query);
          const isWhole = isDeepStrictEqual(query, wholeQuery);
          const whole = isWhole ? answer : await ask(execute, area, wholeQuery, false);
          coverage.released(whole);
          checkArranged(area, answer, whole, naive, query, wholeQuery, arrangement);
        });
      });
    },
  );

  it("were tried on small and large groups, shown and not", () => {
    if (shift !== 0) console.log(name, coverage);
    expect(coverage.cases).toBeGreaterThanOrEqual(sweep.share(dataSets.length * 2 * queries));
    // A part can lack one kind by chance.
    if (!sweep.isWhole) return;
    const few = 25;
    expect(Math.min(coverage.largeGroups, coverage.smallGroups)).toBeGreaterThan(few);
    expect(Math.min(coverage.shownRows, coverage.suppressedRows)).toBeGreaterThan(few);
  });
}

/** Counts what there is in the periods that records reach. */
function naiveAnswer(
  measure: NaiveMeasure,
  query: StatisticsQuery,
  seesAll: boolean,
  covers: NaiveCoverage,
): NaiveAnswer {
  return {
    ...countNaively(
      (period) => (isReached(measure.kind, period, covers) ? measure.things(period, seesAll) : []),
      query,
    ),
    covers,
    isCovered: query.periods.map((period) => isReached(measure.kind, period, covers)),
  };
}

/** The query without what leaves out rows or puts them in another order. */
function wholeOf({ measure, periods, groupBy, filter }: StatisticsQuery): StatisticsQuery {
  return { measure, periods, groupBy, filter };
}

function ask(
  execute: TestSubgraphExecute,
  area: StatisticsArea,
  query: StatisticsQuery,
  seesAll: boolean,
): Promise<Answer> {
  const selections = Object.entries(area.dimensions)
    .filter(([, { isInternal }]) => seesAll || !isInternal)
    .map(([name, { selection }]) => [name, selection] as const);
  return askStatistics(execute, area.definition.name, Object.fromEntries(selections), query);
}

function arrangementOf(
  { dimensions }: StatisticsArea,
  { groupBy }: StatisticsQuery,
  { kind, isDistinct, several = [] }: NaiveMeasure,
  seesAll: boolean,
): Arrangement {
  const all = Object.entries(dimensions);
  return {
    kind,
    repeats: isDistinct || groupBy.some((name) => several.includes(name)),
    repeatsOverYears: isDistinct,
    orders: Object.fromEntries(
      all.flatMap(([name, { order, type }]) => {
        const own = type === "integer" ? ("numbers" as const) : order;
        return own ? [[name, own] as const] : [];
      }),
    ),
    dimensions: all.filter(([, { isInternal }]) => seesAll || !isInternal).map(([name]) => name),
  };
}

const unprotected = { applied: false, threshold: null, width: null };

function checkExact(
  answer: Answer,
  naive: NaiveAnswer,
  query: StatisticsQuery,
  arrangement: Arrangement,
): void {
  const { disclosure, ...expected } = exactAnswer(naive, query, arrangement);
  expect(answer).toEqual({
    ...expected,
    covers: naive.covers,
    disclosure: { ...unprotected, ...disclosure },
  });
}

/** Every number follows from those of the whole table, and these from what was counted. */
function checkArranged(
  area: StatisticsArea,
  answer: Answer,
  whole: Answer,
  naive: NaiveAnswer,
  query: StatisticsQuery,
  wholeQuery: StatisticsQuery,
  arrangement: Arrangement,
): void {
  const totals = whole.totals.map(({ count: cell }) => cell);
  const follows = (from: StatisticsQuery) => (missing: Withheld) => {
    const rows = from.groupBy.length === 0 ? [] : whole.rows;
    const { disclosure, ...expected } = arrangedAnswer(rows, totals, from, arrangement, missing);
    return {
      ...expected,
      covers: naive.covers,
      disclosure: { ...whole.disclosure, ...disclosure },
    };
  };
  const possible = checkProtected(whole, naive, wholeQuery, tableOf(area, wholeQuery));
  const left = possible.filter((some) => isDeepStrictEqual(whole, follows(wholeQuery)(some)));
  if (left.length === 0) expect(whole).toEqual(follows(wholeQuery)(possible[0] ?? []));
  const expected = left.map(follows(query));
  if (!expected.some((one) => isDeepStrictEqual(answer, one))) expect(answer).toEqual(expected[0]);
}

/** The dimensions of the table that is released: those that are asked for, and what they lie within. */
function tableOf(
  { measures }: StatisticsArea,
  { measure, groupBy, filter }: StatisticsQuery,
): readonly string[] {
  const asked = [...groupBy, ...Object.keys(filter)];
  const within = asked.flatMap(
    (name) => measures.measures[measure]?.dimensions[name]?.within ?? [],
  );
  return [...new Set([...asked, ...within])];
}

/** Asks random queries one after the other, and says of the first that fails what it was counted from. */
async function assertQueries(
  seed: number,
  sweep: Sweep,
  area: StatisticsArea,
  measures: Readonly<Record<string, NaiveMeasure>>,
  seesAll: boolean,
  check: (query: StatisticsQuery, measure: NaiveMeasure) => Promise<unknown>,
): Promise<void> {
  const asked = Object.entries(measures)
    .filter(([, { isInternal }]) => seesAll || !isInternal)
    .map(([name, measure]) => askedMeasure(area, name, measure, seesAll));
  await fc.assert(
    fc.asyncProperty(
      randomQuery(asked),
      sweep.checking(async (query: StatisticsQuery) => {
        const measure = measures[query.measure];
        if (!measure) throw new Error(`no measure ${query.measure}`);
        try {
          await check(query, measure);
        } catch (error) {
          const counted = query.periods.map((period) => measure.things(period, seesAll));
          const rows = counted.map((some) => some.map((thing) => JSON.stringify(thing)).join("\n"));
          throw new Error(
            `Data set ${seed}: ${String(error)}\n${JSON.stringify(query)}\n${rows.join("\n\n")}`,
            { cause: error },
          );
        }
      }),
    ),
    { numRuns: queries, seed },
  );
}

function askedMeasure(
  { dimensions, measures }: StatisticsArea,
  name: string,
  { dimensions: own, kind, isProtected, things }: NaiveMeasure,
  seesAll: boolean,
): AskedMeasure {
  const isReleased = isProtected && !seesAll;
  const years = [2018, 2019, 2020, 2021, 2022, 2023, 2024];
  const all = years.flatMap((fiscalYear) => things({ fiscalYear }, true));
  const named = own.filter((dimension) => seesAll || !dimensions[dimension]?.isInternal);
  return {
    measure: name,
    isProtected,
    mostTogether: isReleased ? 2 : 3,
    isOfEndedYears: isReleased && kind === "FLOW",
    dimensions: named.map((dimension) => {
      const { type = "text", order = [], values: others = [] } = dimensions[dimension] ?? {};
      const seen = all.flatMap(({ keys }) => keys[dimension] ?? []);
      const values = [...new Set([...seen, ...order, ...others])].sort();
      const defined = measures.measures[name]?.dimensions[dimension];
      if (!defined) throw new Error(`${name} is not grouped by ${dimension}`);
      return { name: dimension, type, values, most: defined.most, within: defined.within };
    }),
  };
}
