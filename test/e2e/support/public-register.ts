import { type AreaName, areaNames } from "../../../subgraphs/areas";
import type { Measure } from "../../../subgraphs/kit/statistics/measure";
import type {
  Keys,
  SeenGroups,
  TrueGroup,
  TrueTable,
} from "../../support/statistics/intruder-knowledge";
import type { Answered, Asked, AskedStatistics } from "./asked-statistics";

/** A measure grouped in one way. */
export interface Grouping {
  readonly area: AreaName;
  readonly measure: string;
  readonly kind: "STOCK" | "FLOW";
  /** In the order of their names. */
  readonly groupBy: readonly string[];
}

/** A grouping, and the fiscal years that its records cover. */
export interface CoveredGrouping extends Grouping {
  readonly years: readonly number[];
}

/** Measures of persons by their names, of each area, with the dimensions that everybody may ask for. */
export type OpenMeasures = Readonly<
  Record<AreaName, Readonly<Record<string, Pick<Measure, "time"> & { dimensions: string[] }>>>
>;

/** All ways to group each measure by at most two dimensions. */
export function groupingsOf(measures: OpenMeasures): Grouping[] {
  return areaNames.flatMap((area) =>
    Object.entries(measures[area]).flatMap(([measure, { time, dimensions }]) => {
      const names = [...dimensions].sort();
      const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
      return [[], ...names.map((name) => [name]), ...pairs].map((groupBy) => {
        return { area, measure, kind: time.kind, groupBy };
      });
    }),
  );
}

/** The name of a fiscal year as a period of a measure. */
export function periodOf({ kind }: Pick<Grouping, "kind">, year: number): string {
  return kind === "STOCK" ? `${year + 1}-03-31` : `FY${year}`;
}

/** Asks for everything of some groupings in all years: by name too what is otherwise withheld. */
export async function askEverything(
  asked: AskedStatistics,
  groupings: readonly CoveredGrouping[],
  keysOf: (grouping: Grouping) => readonly string[],
): Promise<SeenGroups[]> {
  const answers = await asked.ask(groupings.map((each) => ({ ...each, when: each })));
  const seen: SeenGroups[] = [];
  for (const [index, grouping] of groupings.entries()) {
    const answer = answers[index];
    if (!answer) continue;
    const isWithheld = answer.withheld ? await withheldYears(asked, grouping) : new Set<number>();
    const named = await askByName(asked, grouping, [...isWithheld], keysOf(grouping));
    for (const [place, year] of grouping.years.entries()) {
      const total = answer.totals[place];
      if (!total || total.reason === "NOT_COVERED" || total.reason === "NOT_TOLD") continue;
      const rows = isWithheld.has(year) ? named : answer.rows;
      seen.push({
        ...{ measure: grouping.measure, dimensions: grouping.groupBy },
        ...{ period: periodOf(grouping, year), isWithheld: isWithheld.has(year) },
        rows: rows
          .filter((row) => row.year === year)
          .map(({ keys, count: { value, lower, upper } }) => ({ keys, value, lower, upper })),
      });
    }
  }
  return [...seen, ...(await askMargins(asked, groupings, keysOf))];
}

/** The margins of tables that are no tables of their own: totals of what a filter leaves. */
async function askMargins(
  asked: AskedStatistics,
  groupings: readonly CoveredGrouping[],
  keysOf: (grouping: Grouping) => readonly string[],
): Promise<SeenGroups[]> {
  const released = new Set(groupings.map(nameOf));
  const margins = groupings.flatMap((grouping) => {
    const { groupBy } = grouping;
    return groupBy.length < 2
      ? []
      : groupBy.flatMap((dimension) => {
          const margin = { ...grouping, groupBy: [dimension] };
          const others = groupBy.filter((name) => name !== dimension);
          return released.has(nameOf(margin)) ? [] : [{ margin, others, dimension }];
        });
  });
  const questions = margins.flatMap(({ margin, others, dimension }) =>
    keysOf(margin).map((key) => ({ margin, others, dimension, key })),
  );
  const answers = await asked.ask(
    questions.map(({ margin, others, dimension, key }) => ({
      ...{ ...margin, groupBy: others, when: margin },
      filter: asked.filterOf(margin.area, dimension, key),
    })),
  );
  return questions.flatMap(({ margin, key }, index) =>
    margin.years.flatMap((year, place) => {
      const total = answers[index]?.totals[place];
      // A group that is not there has no row in the table either.
      if (!total || total.lower === null || total.value === 0) return [];
      const { value, lower, upper } = total;
      return [
        {
          ...{ measure: margin.measure, dimensions: margin.groupBy, isWithheld: true },
          ...{ period: periodOf(margin, year), rows: [{ keys: [key], value, lower, upper }] },
        },
      ];
    }),
  );
}

async function withheldYears(
  asked: AskedStatistics,
  grouping: CoveredGrouping,
): Promise<Set<number>> {
  const { years } = grouping;
  const answers = await asked.ask(years.map((year) => ({ ...grouping, when: { years: [year] } })));
  return new Set(years.filter((_year, index) => answers[index]?.withheld));
}

/** The groups of withheld years that are shown to whoever asks for them by name. */
async function askByName(
  asked: AskedStatistics,
  grouping: Grouping,
  years: readonly number[],
  keys: readonly string[],
): Promise<Answered["rows"][number][]> {
  if (years.length === 0) return [];
  const dimension = grouping.groupBy.at(0) ?? "";
  const answers = await asked.ask(
    keys.map((key) => ({
      ...{ ...grouping, when: { years } },
      filter: asked.filterOf(grouping.area, dimension, key),
    })),
  );
  return answers.flatMap(({ rows }) => rows);
}

/** What is on record in the tables that these groupings make up, by exact answers. */
export async function trueTablesOf(
  asked: AskedStatistics,
  groupings: readonly CoveredGrouping[],
): Promise<TrueTable[]> {
  const needed = new Map<string, CoveredGrouping>();
  for (const grouping of groupings) {
    for (const groupBy of [grouping.groupBy, ...partsOf(grouping.groupBy)]) {
      needed.set(nameOf({ ...grouping, groupBy }), { ...grouping, groupBy });
    }
  }
  const all = [...needed.values()];
  const answers = await asked.ask(all.map((each) => ({ ...each, when: each })));
  const found = new Map(all.map((grouping, index) => [nameOf(grouping), answers[index]]));
  return groupings.flatMap((grouping) =>
    grouping.years.flatMap((year, place): TrueTable[] => {
      const own = found.get(nameOf(grouping));
      if (!own?.totals[place] || own.totals[place].reason !== null) return [];
      const masks = [grouping.groupBy, ...partsOf(grouping.groupBy)];
      const groups = masks.flatMap((groupBy): TrueGroup[] => {
        const answer = found.get(nameOf({ ...grouping, groupBy }));
        if (groupBy.length === 0) {
          return [
            { keys: grouping.groupBy.map(() => undefined), count: own.totals[place]?.value ?? NaN },
          ];
        }
        return (answer?.rows ?? [])
          .filter((row) => row.year === year)
          .map(({ keys, count }) => ({
            keys: grouping.groupBy.map((name): Keys[number] => keys[groupBy.indexOf(name)]),
            count: count.value ?? NaN,
          }));
      });
      const { measure, groupBy: dimensions } = grouping;
      return [{ measure, dimensions, period: periodOf(grouping, year), groups }];
    }),
  );
}

/** A stock on a day that is not the end of a fiscal year. */
export interface StockOnDay extends Asked {
  readonly when: { readonly day: string };
}

/** Asks for stocks on days. */
export async function askDays(
  asked: AskedStatistics,
  stocks: readonly StockOnDay[],
): Promise<SeenGroups[]> {
  const answers = await asked.ask(stocks);
  return stocks.flatMap(({ measure, groupBy, when: { day: period } }, index) => {
    const [total] = answers[index]?.totals ?? [];
    if (!total || total.lower === null) return [];
    const { value, lower, upper } = total;
    const rows = [{ keys: [], value, lower, upper }];
    return [{ measure, dimensions: groupBy, period, isWithheld: false, rows }];
  });
}

/** Stocks on days by exact answers. */
export async function trueDays(
  officers: AskedStatistics,
  stocks: readonly StockOnDay[],
): Promise<TrueTable[]> {
  const seen = await askDays(officers, stocks);
  return seen.map(({ measure, dimensions, period, rows }) => {
    return { measure, dimensions, period, groups: [{ keys: [], count: rows[0]?.value ?? NaN }] };
  });
}

/** What came or went between each day and the next, by exact answers. */
export async function trueSpans(
  officers: AskedStatistics,
  area: AreaName,
  measure: string,
  days: readonly string[],
): Promise<TrueTable[]> {
  const stocks = days.map((day) => ({ area, measure, groupBy: [], when: { day } }));
  const upTo = await trueDays(officers, stocks);
  return upTo.slice(1).map(({ dimensions, period, groups: [until] }, index) => {
    const before = upTo[index];
    const count = (until?.count ?? NaN) - (before?.groups[0]?.count ?? NaN);
    const span = `${before?.period ?? ""}/${period}`;
    return { measure, dimensions, period: span, groups: [{ keys: [], count }] };
  });
}

function partsOf(groupBy: readonly string[]): (readonly string[])[] {
  return groupBy.length === 2 ? [...groupBy.map((name) => [name]), []] : groupBy.map(() => []);
}

/** Tells groupings apart. */
export function nameOf({ measure, groupBy }: Pick<Grouping, "measure" | "groupBy">): string {
  return `${measure}(${groupBy.join()})`;
}
