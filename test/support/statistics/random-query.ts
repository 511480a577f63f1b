import fc from "fast-check";
import type { Period, QueryOrder, StatisticsQuery } from "./statistics-query";

/** What a dimension can be filtered by. */
export interface FilteredDimension {
  readonly name: string;
  readonly type: "text" | "integer" | "enum";
  /** Values that are there, and some that are not. */
  readonly values: readonly string[];
  /** The most values it can have. */
  readonly most: number;
  /** The dimension it lies within. */
  readonly within?: string | undefined;
}

/** What can be asked of a measure. */
export interface AskedMeasure {
  readonly measure: string;
  readonly dimensions: readonly FilteredDimension[];
  readonly isProtected: boolean;
  /** The most dimensions in grouping and filter together: two of a table that is released. */
  readonly mostTogether: 2 | 3;
  /** True if it is shown only for whole fiscal years that have ended. */
  readonly isOfEndedYears: boolean;
}

/** A measure can be asked for groupings that come to no more than this. */
const mostGroups = 500_000;
const mostPeriods = 4;

/** Days around the ends of fiscal years, and a leap day. */
const boundaries = [2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025].flatMap((year) => [
  `${year}-03-30`,
  `${year}-03-31`,
  `${year}-04-01`,
  `${year}-04-02`,
]);
const otherDays = [
  "2017-01-01",
  "2020-02-29",
  "2021-02-28",
  "2022-07-15",
  "2022-10-03",
  "2040-01-01",
];

/** Years with records, and some with none. */
const years = [1948, 2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024];

const oneDay: fc.Arbitrary<readonly Period[]> = fc
  .constantFrom(...boundaries, ...boundaries, ...otherDays)
  .map((asOf) => [{ asOf }]);

function someOf(fiscalYears: readonly number[]): fc.Arbitrary<readonly Period[]> {
  return fc
    .shuffledSubarray([...fiscalYears], { minLength: 1, maxLength: mostPeriods })
    .map((some) => some.map((fiscalYear) => ({ fiscalYear })));
}

function periodsOf({ isOfEndedYears }: AskedMeasure): fc.Arbitrary<readonly Period[]> {
  return isOfEndedYears ? someOf(years) : fc.oneof(oneDay, someOf([...years, 2100]));
}

const bound = fc.integer({ min: 0, max: 9 });
const having = fc.oneof(
  bound.map((gte) => ({ gte })),
  bound.map((lte) => ({ lte })),
  fc.tuple(bound, bound).map(([gte, more]) => ({ gte, lte: gte + more })),
);

const direction = fc.constantFrom("ASC" as const, "DESC" as const);
const orderBy: fc.Arbitrary<QueryOrder[]> = fc
  .tuple(fc.shuffledSubarray(["KEY" as const, "COUNT" as const]), direction, direction)
  .map(([keys, first, second]) =>
    keys.map((by, index) => ({ by, direction: index === 0 ? first : second })),
  );

/** A query of one of these measures, more often of one in which small groups are protected. */
export function randomQuery(measures: readonly AskedMeasure[]): fc.Arbitrary<StatisticsQuery> {
  const protectedOnes = measures.filter(({ isProtected }) => isProtected);
  return fc.constantFrom(...measures, ...protectedOnes).chain((asked) =>
    fc.tuple(tableOf(asked), periodsOf(asked)).chain(([{ groupBy, filtered }, chosen]) =>
      fc.record(
        {
          measure: fc.constant(asked.measure),
          periods: fc.constant(chosen),
          groupBy: fc.constant(groupBy.map(({ name }) => name)),
          filter: fc.record(
            Object.fromEntries(filtered.map((one) => [one.name, conditionsOn(one)])),
          ),
          having,
          orderBy,
          limit: fc.integer({ min: 1, max: 6 }),
        },
        { requiredKeys: ["measure", "periods", "groupBy", "filter"] },
      ),
    ),
  );
}

/** Dimensions that are grouped by or filtered by, or both. */
function tableOf({ dimensions, mostTogether }: AskedMeasure) {
  const use = fc.constantFrom("group", "group", "filter", "both");
  return fc
    .shuffledSubarray([...dimensions], { maxLength: Math.min(mostTogether, dimensions.length) })
    .map((table) => fitting(mostTogether === 2 ? releasable(table) : table))
    .chain((table) => fc.tuple(...table.map((dimension) => use.map((as) => ({ dimension, as })))))
    .map((table) => ({
      groupBy: table.filter(({ as }) => as !== "filter").map(({ dimension }) => dimension),
      filtered: table.filter(({ as }) => as !== "group").map(({ dimension }) => dimension),
    }));
}

/** A dimension that lies within another goes with no other. */
function releasable(table: readonly FilteredDimension[]): readonly FilteredDimension[] {
  const fine = table.find(({ within }) => within !== undefined);
  return fine ? table.filter(({ name }) => [fine.name, fine.within].includes(name)) : table;
}

/** As many of the dimensions as a table may have that comes to no more groups, however many periods it has. */
function fitting(table: readonly FilteredDimension[]): readonly FilteredDimension[] {
  const groups = table.reduce((product, { most }) => product * most, mostPeriods);
  return groups <= mostGroups ? table : fitting(table.slice(1));
}

function conditionsOn({ type, values }: FilteredDimension): fc.Arbitrary<Record<string, unknown>> {
  const text = fc.constantFrom(...values);
  const some = fc.shuffledSubarray([...values], { maxLength: Math.min(4, values.length) });
  if (type === "enum") {
    return fc.oneof(
      text.map((eq) => ({ eq })),
      some.map((among) => ({ in: among })),
      fc.tuple(text, some).map(([eq, among]) => ({ eq, in: among })),
    );
  }
  if (type === "integer") {
    const number = text.map(Number);
    return fc.oneof(
      number.map((eq) => ({ eq })),
      some.map((among) => ({ in: among.map(Number) })),
      number.map((gte) => ({ gte })),
      number.map((lte) => ({ lte })),
      fc.tuple(number, number).map(([gte, lte]) => ({ gte, lte })),
      fc.boolean().map((isNull) => ({ isNull })),
    );
  }
  const part = fc
    .tuple(text, fc.nat(6), fc.integer({ min: 0, max: 3 }), fc.boolean())
    .map(([value, from, length, isLower]) => {
      const contains = value.slice(from, from + length);
      return { contains: isLower ? contains.toLowerCase() : contains };
    });
  return fc.oneof(
    text.map((eq) => ({ eq })),
    some.map((among) => ({ in: among })),
    part,
    fc.boolean().map((isNull) => ({ isNull })),
    fc.tuple(part, some).map(([contains, among]) => ({ ...contains, in: among })),
  );
}
