import { type DimensionName, type Random, universe } from "./random-dispatches";

/** Dimension → the values that a filter lets through. */
export type ChosenValues = Readonly<Partial<Record<DimensionName, readonly string[]>>>;

/** A statistics field, as far as questions about one table differ. */
export interface Question {
  readonly groupBy: readonly DimensionName[];
  readonly filter: ChosenValues;
  readonly having?: { readonly gte?: number; readonly lte?: number };
  readonly orderBy?: string;
  readonly limit?: number;
}

/** What is asked about: one measure, one time, two dimensions. */
export interface Subject {
  readonly measure: Measure;
  readonly asOf?: string;
  readonly fiscalYears?: readonly number[];
  readonly dimensions: readonly [DimensionName, DimensionName];
}

/** What is counted. */
export type Measure = "ON_DISPATCH" | "DEPARTURES" | "RETURNS" | "SENDING_AGENCIES";

const filteredByText: ReadonlySet<DimensionName> = new Set(["country", "homeAgency"]);

/**
 * Everything about a table that an intruder may ask: its cells both ways round, its margins one by one, its total; a
 * filter and its neighbours: with a value more, with one alone, dropped, and as a grouping; bounds, orders and limits.
 */
export function questionsAbout({ dimensions }: Subject, random: Random): Question[] {
  const [first, second] = dimensions;
  const [some, ...more] = [random.some(known(second)), known(second)];
  const value = random.one(known(second));
  const bound = random.between(1, 8);
  return [
    { groupBy: [first, second], filter: {} },
    { groupBy: [second, first], filter: {} },
    { groupBy: [first], filter: {} },
    { groupBy: [second], filter: {} },
    { groupBy: [], filter: {} },
    { groupBy: [first], filter: { [second]: some } },
    { groupBy: [first], filter: { [second]: oneMore(some, more.flat()) } },
    { groupBy: [first], filter: { [second]: [value] } },
    { groupBy: [second], filter: { [first]: random.some(known(first)) } },
    { groupBy: [second], filter: { [second]: some } },
    { groupBy: [second, first], filter: { [second]: some } },
    { groupBy: [], filter: { [second]: some } },
    { groupBy: [], filter: { [second]: [value], [first]: random.some(known(first)) } },
    { groupBy: [], filter: { [first]: random.some(known(first)), [second]: [value] } },
    { groupBy: [first, second], filter: {}, having: { gte: bound } },
    { groupBy: [second], filter: {}, having: { lte: bound } },
    { groupBy: [first, second], filter: {}, orderBy: "COUNT", limit: random.between(1, 4) },
    { groupBy: [first], filter: { [second]: some }, orderBy: "COUNT", limit: 1 },
  ];
}

/** A question as a field of an operation. */
export function fieldOf({ measure, asOf, fiscalYears }: Subject, question: Question): string {
  const { groupBy, filter, having, orderBy, limit } = question;
  const conditions = Object.entries(filter).map(([name, values]) =>
    filteredByText.has(name as DimensionName)
      ? `${name}: { in: ${JSON.stringify(values)} }`
      : `${name}: { in: [${values.join(", ")}] }`,
  );
  const bounds = Object.entries(having ?? {}).map(([name, bound]) => `${name}: ${bound}`);
  const given = [
    `measure: ${measure}`,
    ...(asOf === undefined ? [] : [`asOf: "${asOf}"`]),
    ...(fiscalYears === undefined ? [] : [`fiscalYears: [${fiscalYears.join(", ")}]`]),
    ...(groupBy.length === 0 ? [] : [`groupBy: [${groupBy.map(enumName).join(", ")}]`]),
    ...(conditions.length === 0 ? [] : [`filter: { ${conditions.join(", ")} }`]),
    ...(bounds.length === 0 ? [] : [`having: { ${bounds.join(", ")} }`]),
    ...(orderBy === undefined ? [] : [`orderBy: [{ by: ${orderBy}, direction: DESC }]`]),
    ...(limit === undefined ? [] : [`limit: ${limit}`]),
  ];
  return `dispatchStatistics(${given.join(", ")}) { ...Shown }`;
}

/** Everything that a statistics field shows. */
export const shownFragment = `
fragment Cell on StatisticCell { value suppressed reason lower upper }
fragment Shown on DispatchStatistics {
  rows {
    fiscalYear { year } region { code } organizationType { code } country { code } homeAgency { code }
    term payRate share count { ...Cell }
  }
  remainder { rows share count { ...Cell } }
  total { ...Cell }
  totals { fiscalYear { year } count { ...Cell } }
  disclosure { applied threshold width suppressedRows withheld }
}`;

/** One number, as it is shown. */
export interface ShownCell {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly reason: string | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

type Coded = { readonly code: string } | null;

/** One row, as it is shown. */
export interface ShownRow {
  readonly fiscalYear: { readonly year: number } | null;
  readonly region: Coded;
  readonly organizationType: Coded;
  readonly country: Coded;
  readonly homeAgency: Coded;
  readonly term: string | null;
  readonly payRate: string | null;
  readonly share: number | null;
  readonly count: ShownCell;
}

/** A statistics field, as it is shown. */
export interface ShownStatistics {
  readonly rows: readonly ShownRow[];
  readonly remainder: {
    readonly rows: number | null;
    readonly share: number | null;
    readonly count: ShownCell;
  } | null;
  readonly total: ShownCell;
  readonly totals: readonly { readonly count: ShownCell }[];
  readonly disclosure: {
    readonly applied: boolean;
    readonly threshold: number;
    readonly width: number;
    readonly suppressedRows: number;
    readonly withheld: boolean;
  };
}

/** The value that a row has of a dimension; an empty text where it is unknown. */
export function keyOf(row: ShownRow, dimension: DimensionName): string {
  const value = row[dimension];
  return (typeof value === "object" ? value?.code : value) ?? "";
}

function known(dimension: DimensionName): readonly string[] {
  return universe[dimension].filter((value) => value !== "");
}

function oneMore(some: readonly string[], all: readonly string[]): readonly string[] {
  const another = all.find((value) => !some.includes(value));
  return another === undefined ? some.slice(1) : [...some, another];
}

/** The name of a dimension as the enum has it. */
function enumName(dimension: string): string {
  return dimension.replaceAll(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}
