import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "graphql";
import loadHighs from "highs";
import { Client } from "pg";
import { apiSchema } from "../../schema/api-schema";
import { type AreaName, areaNames } from "../../subgraphs/areas";
import { cooperationMeasures } from "../../subgraphs/cooperation/statistics/cooperation.measures";
import { dispatchMeasures } from "../../subgraphs/dispatch/statistics/dispatch.measures";
import { fellowshipMeasures } from "../../subgraphs/fellowship/statistics/fellowship.measures";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { disclosureRule } from "../../subgraphs/kit/disclosure/disclosure-rule";
import { addDays } from "../../subgraphs/kit/demo/days";
import { today } from "../../subgraphs/kit/clock";
import { enumName } from "../../subgraphs/kit/statistics/dimension-names";
import type { FigurePart, FigureQuestion } from "../../subgraphs/kit/statistics/figure-definition";
import type { AreaMeasures, Measure } from "../../subgraphs/kit/statistics/measure";
import { recruitmentMeasures } from "../../subgraphs/recruitment/statistics/recruitment.measures";
import { startTestGraph, type TestGraph } from "../support/graph";
import type {
  PublicKnowledge,
  SeenGroups,
  SeenRow,
  TrueTable,
} from "../support/statistics/intruder-knowledge";
import { ReleaseIntruder } from "../support/statistics/release-intruder";
import type { TestHeaders } from "../support/identity";
import { Sweep } from "../support/sweep";
import { type Asked, AskedStatistics } from "./support/asked-statistics";
import { GraphInFiles } from "./support/graph-in-files";
import {
  askDays,
  askEverything,
  type CoveredGrouping,
  type Grouping,
  groupingsOf,
  nameOf,
  type OpenMeasures,
  periodOf,
  trueDays,
  trueSpans,
  trueTablesOf,
} from "./support/public-register";

const supergraph = readFileSync(join(__dirname, "../../schema/supergraph.graphql"), "utf8");
const policies = accessPolicies(parse(supergraph));
const areas: Readonly<Record<AreaName, AreaMeasures>> = {
  recruitment: recruitmentMeasures,
  dispatch: dispatchMeasures,
  fellowship: fellowshipMeasures,
  cooperation: cooperationMeasures,
};
const asPublic = { authorization: undefined, "graph-purpose": undefined };
/** The day of which the ministry published how many were on its list. */
const publishedDay = {
  ...({ area: "recruitment", measure: "REGISTERED_PERSONS", groupBy: [] } as const),
  when: { day: "2024-05-31" },
};

/** What everybody knows, without having read how the numbers are protected. */
const knowledge: PublicKnowledge = {
  balances: [{ stock: "ON_DISPATCH", came: "DEPARTURES", went: "RETURNS" }],
  subsets: [
    { part: "SELECTED", whole: "APPLICATIONS" },
    { part: "TRAINED", whole: "SELECTED" },
    { part: "ADDED", whole: "TRAINED" },
  ],
  arrivals: [
    { stock: "REGISTERED_PERSONS", came: "ADDED" },
    // A few are placed before their cohort has come to Japan.
    { stock: "PLACEMENTS", came: "FELLOWS", areSomeLate: true },
  ],
  groups: [
    { measure: "SENDING_AGENCIES", of: "ON_DISPATCH", dimension: "homeAgency" },
    { measure: "TRAINING_COUNTRIES", of: "TRAINING_PARTICIPANTS", dimension: "country" },
  ],
};

/** Measures of persons and dimensions that everybody may ask for, whether or not they are answered. */
const open = Object.fromEntries(
  areaNames.map((area) => {
    const type = `${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;
    const isOpen = (name: string) => !policies.has(name);
    const own = Object.entries<Measure>(areas[area].measures)
      .filter(([name, { persons }]) => persons !== null && isOpen(`${type}Measure.${name}`))
      .map(([name, { time, dimensions }]) => {
        const names = Object.keys(dimensions).filter((each) =>
          isOpen(`${type}Dimension.${enumName(each)}`),
        );
        return [name, { time, dimensions: names }] as const;
      });
    return [area, Object.fromEntries(own)] as const;
  }),
) as OpenMeasures;

/** The tables that are asked for as files. */
const sweep = new Sweep("gateway/formats", __filename);
/** The tables and days that the public is refused. */
const refusing = new Sweep(
  ...["subgraphs/kit/release", "subgraphs/kit/statistics", "subgraphs/catalog/statistics"],
  ...[":(glob)subgraphs/*/statistics/**", "gateway/access", __filename],
);

let graph: TestGraph;
let asked: AskedStatistics;
let officers: AskedStatistics;
let released: CoveredGrouping[];
let refused: Grouping[];
let seen: SeenGroups[];
let truth: TrueTable[];

beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
  const schema = apiSchema(supergraph);
  asked = new AskedStatistics(graph, schema, asPublic);
  officers = new AskedStatistics(graph, schema, {});
  const all = groupingsOf(open);
  const answers = await asked.ask(all.map((each) => ({ ...each, when: { years: [2023] } })));
  released = all.flatMap((grouping, index) => {
    const { refused: why, covers = null } = answers[index] ?? {};
    return why || !covers ? [] : [{ ...grouping, years: yearsOf(covers) }];
  });
  refused = all.filter((_grouping, index) => answers[index]?.refused);
  const quarters = yearsOf({ from: "2013-03-31", to: today() }).flatMap((year) =>
    ["-03-31", "-06-30", "-09-30", "-12-31"].map((end) => `${year}${end}`),
  );
  truth = await trueTablesOf(officers, [...released, ...latentOf(released)]);
  for (const flow of ["DEPARTURES", "RETURNS"]) {
    truth.push(...(await trueSpans(officers, "dispatch", flow, quarters)));
  }
  seen = await askEverything(asked, released, keysOf);
  const days = quarters
    .filter((day) => !day.endsWith("-03-31"))
    .map(
      (day) => ({ area: "dispatch", measure: "ON_DISPATCH", groupBy: [], when: { day } }) as const,
    );
  truth.push(...(await trueDays(officers, [...days, publishedDay])));
  seen.push(...(await askDays(asked, [...days, publishedDay])));
});
afterAll(() => graph.stop());

/** The fiscal years that end within the days that records cover. */
function yearsOf({ from, to }: { readonly from: string; readonly to: string }): number[] {
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_year, index) => first + index);
}

/** The flows of released stocks by what they are not released by themselves. */
function latentOf(released: readonly CoveredGrouping[]): CoveredGrouping[] {
  const known = new Set(released.map(nameOf));
  return knowledge.balances.flatMap(({ stock, came, went }) =>
    released
      .filter(({ measure }) => measure === stock)
      .flatMap((grouping) =>
        [came, went].map((measure) => ({ ...grouping, measure, kind: "FLOW" as const })),
      )
      .filter((grouping) => !known.has(nameOf(grouping))),
  );
}

/** The values that the first dimension of a grouping has in any year. */
function keysOf({ measure, groupBy: [first = ""] }: Grouping): string[] {
  const keys = truth.flatMap(({ measure: each, dimensions, groups }) => {
    const index = dimensions.indexOf(first);
    return each === measure ? groups.flatMap((group) => group.keys[index] ?? []) : [];
  });
  return [...new Set(keys)].sort();
}

describe("everything that the public can ask of the synthetic records", () => {
  it("tells somebody with a solver no more of anything suppressed than is promised, even if they know in how many regions each agency has officials", async () => {
    const highs = await loadHighs();
    // Who knows less than that has only more numbers to choose from: whatever is hidden from this one is hidden from them.
    const groups = knowledge.groups.map((each) => ({ ...each, isOverlapKnown: true }));
    const more = { ...knowledge, groups };
    const releases = [{ seen, truth }];
    const found = new ReleaseIntruder(highs, disclosureRule(5), more, releases).findOut();
    const { effort, hidden, narrowest } = found;
    console.log(
      `${hidden} suppressed numbers, the narrowest found ${narrowest} wide: ${effort.unknowns} unknowns in ${effort.relations} relations, ${effort.programmes} programmes in ${effort.milliseconds} ms`,
    );
    expect(found.narrow).toEqual([]);
    expect(found.wrong).toEqual([]);
    // Nor of the numbers that no table shows, such as flows by kind and region, or of a quarter.
    expect(found.byTheWay).toEqual([]);
    expect(hidden).toBeGreaterThan(1_000);
  });

  it("would tell more if one more number were shown", async () => {
    const highs = await loadHighs();
    // Three regions are suppressed together: 6, 2 and 1. The stock's own tables are enough to find them out.
    const isStock = ({ measure }: { readonly measure: string }) => measure === "ON_DISPATCH";
    const more = seen.filter(isStock).map((groups): SeenGroups => {
      const { measure, dimensions, period, rows } = groups;
      const isOf = [measure, dimensions.join(), period].join() === "ON_DISPATCH,region,2014-03-31";
      const isOne = ({ keys: [key] }: SeenRow) => isOf && key === "LATIN_AMERICA";
      return { ...groups, rows: rows.map((row) => (isOne(row) ? { ...row, value: 6 } : row)) };
    });
    const releases = [{ seen: more, truth: truth.filter(isStock) }];
    const { narrow } = new ReleaseIntruder(highs, disclosureRule(5), knowledge, releases).findOut();
    const cells = narrow.map(({ cell }) => cell);
    expect(cells).toContain("ON_DISPATCH 2014-03-31 region=MIDDLE_EAST");
    expect(cells).toContain("ON_DISPATCH 2014-03-31 region=PACIFIC");
  });

  it("is all that is in the register", async () => {
    const known = cellsOf(seen);
    const inRegister = new Map<string, string>();
    for (const area of areaNames) {
      const owner = new Client({ connectionString: graph.databases[area].ownerUrl });
      await owner.connect();
      const { rows } = await owner.query<RegisterRow>("SELECT * FROM released_cell");
      await owner.end();
      for (const { measure, dimensions, period, mask, k0, k1, value, lower, upper } of rows) {
        const names = dimensions === "" ? [] : dimensions.split(",");
        const own = names.flatMap((name, index) =>
          (mask >> (names.length - 1 - index)) & 1 ? [] : [[name, [k0, k1][index] ?? null]],
        );
        const name = JSON.stringify([measure, period, ...own.sort()]);
        const cell = JSON.stringify([value, lower, upper]);
        expect([name, inRegister.get(name) ?? cell]).toEqual([name, cell]);
        inRegister.set(name, cell);
      }
    }
    expect(Object.fromEntries(known)).toEqual(Object.fromEntries(inRegister));
  });
});

/** What is said of each group, by a name that is the same in whichever order it is grouped. */
function cellsOf(groups: readonly SeenGroups[]): Map<string, string> {
  return new Map(
    groups.flatMap(({ measure, dimensions, period, rows }) =>
      rows.map(({ keys, value, lower, upper }) => {
        const own = dimensions.map((name, index) => [name, keys[index]]);
        return [
          JSON.stringify([measure, period, ...own.sort()]),
          JSON.stringify([value, lower, upper]),
        ] as const;
      }),
    ),
  );
}

describe.each(["xlsx", "csv", "ndjson", "citation"] as const)(
  "everything, asked for as %s,",
  (format) => {
    it("tells what it tells as JSON, and no number more", async () => {
      const files = new GraphInFiles(graph, format);
      const inFiles = new AskedStatistics(files, apiSchema(supergraph), asPublic);
      // A workbook and a citation hold all tables of an answer, the others one of them.
      const holdsAll = format === "xlsx" || format === "citation";
      const some = holdsAll ? sweep.of(released) : sweep.of(sweep.of(released));
      const told = cellsOf(await askEverything(inFiles, some, keysOf));
      const known = cellsOf(seen);
      for (const [name, cell] of told) expect([name, cell]).toEqual([name, known.get(name)]);
      const periods = new Set(
        some.flatMap((each) => each.years.map((year) => periodOf(each, year))),
      );
      const names = new Set(some.map(nameOf));
      const ofTables = seen.filter(
        ({ measure, dimensions: groupBy, period }) =>
          names.has(nameOf({ measure, groupBy })) && periods.has(period),
      );
      expect([...cellsOf(ofTables).keys()].filter((name) => !told.has(name))).toEqual([]);
      expect(told.size).toBeGreaterThan(0);
      expect(files.ofCrossTablesAlone).toEqual([]);
    });
  },
);

interface RegisterRow {
  readonly measure: string;
  readonly dimensions: string;
  readonly period: string;
  readonly mask: number;
  readonly k0: string | null;
  readonly k1: string | null;
  readonly value: number | null;
  readonly lower: number;
  readonly upper: number | null;
}

describe("the public", () => {
  /** The codes with which questions are refused, and what the messages say. */
  const refusals = async (questions: readonly Asked[], headers: TestHeaders = {}) => {
    const answers = await asked.ask(questions, headers);
    return answers.map(({ refused: why }) => why);
  };
  const onDay = (measure: string, day: string, groupBy: readonly string[] = []) =>
    ({ area: "dispatch", measure, groupBy, when: { day } }) as const;

  it("is refused every table that is not released, grouped by it, filtered by it, or both", async () => {
    const questionsOf = ({ area, measure, groupBy }: Grouping): Asked[] => {
      const when = { years: [2023] };
      const filter = groupBy.map((name) => asked.filterOf(area, name)).join(", ");
      const [first = "", second] = groupBy;
      return [
        { area, measure, groupBy, when },
        { area, measure, groupBy: [], when, filter },
        ...(second === undefined
          ? []
          : [{ area, measure, groupBy: [first], when, filter: asked.filterOf(area, second) }]),
      ];
    };
    const questions = refusing.of(refused).flatMap(questionsOf);
    const codes = new Set((await refusals(questions)).map((why) => why?.code));
    expect(codes).toEqual(new Set(["NOT_RELEASED"]));
    expect(refused.flatMap(questionsOf).length).toBeGreaterThan(150);
  });

  it("learns nothing of successive days: all but reference days are refused, and named", async () => {
    const days = Array.from({ length: 100 }, (_day, index) => addDays("2024-03-25", index));
    const totals = await refusals(days.map((day) => onDay("ON_DISPATCH", day)));
    expect(days.filter((_day, index) => totals[index] === null)).toEqual([
      "2024-03-31",
      ...seen.flatMap(({ measure, period }) =>
        measure === "ON_DISPATCH" && period === "2024-06-30" ? [period] : [],
      ),
    ]);
    const isNamed = (why: { code: string; message: string } | null) =>
      why === null || (why.code === "NOT_RELEASED" && why.message.includes("as of each 31 March"));
    expect(totals.every(isNamed)).toBe(true);
    for (const by of refusing.of(["region", "homeAgency"])) {
      const groups = await refusals(days.map((day) => onDay("ON_DISPATCH", day, [by])));
      expect(days.filter((_day, index) => groups[index] === null)).toEqual(["2024-03-31"]);
      expect(groups.every(isNamed)).toBe(true);
    }
    const others = [
      onDay("SENDING_AGENCIES", "2024-06-30"),
      { ...onDay("REGISTERED_PERSONS", "2024-05-30"), area: "recruitment" } as const,
      { ...onDay("REGISTERED_PERSONS", "2024-05-31", ["category"]), area: "recruitment" } as const,
      { ...onDay("ENGAGEMENTS", "2024-05-31"), area: "recruitment" } as const,
      { ...onDay("PLACEMENTS", "2024-06-30"), area: "fellowship" } as const,
    ];
    for (const why of await refusals(others)) {
      expect(why).toEqual({
        code: "NOT_RELEASED",
        message: expect.stringContaining("as of each 31 March"),
      });
    }
  });

  it("is not answered as of another day by a header either", async () => {
    const question: Asked = { area: "dispatch", measure: "ON_DISPATCH", groupBy: ["region"] };
    const [why] = await refusals([question], { "graph-as-of": "2024-04-01" });
    expect(why?.code).toBe("NOT_RELEASED");
    const [byHeader] = await asked.ask([question], { "graph-as-of": "2024-03-31" });
    const [byDay, last] = await asked.ask([
      onDay("ON_DISPATCH", "2024-03-31", ["region"]),
      question,
    ]);
    expect(byHeader).toEqual(byDay);
    // Who names no day is answered as of the last reference day.
    const days = seen.flatMap(({ measure, dimensions, period }) =>
      measure === "ON_DISPATCH" && dimensions.length > 0 ? [period] : [],
    );
    const [onLast] = await asked.ask([onDay("ON_DISPATCH", days.sort().at(-1) ?? "", ["region"])]);
    expect(last).toEqual(onLast);
  });

  it("is told flows of whole fiscal years that are over, and no others", async () => {
    for (const why of await refusals([
      { area: "dispatch", measure: "DEPARTURES", groupBy: [] },
      onDay("DEPARTURES", "2024-03-31"),
      onDay("RETURNS", "2024-03-31", ["region"]),
      { ...onDay("FELLOWS", "2024-03-31"), area: "fellowship" },
      { ...onDay("APPLICATIONS", "2024-03-31"), area: "recruitment" },
      { ...onDay("TRAINING_PARTICIPANTS", "2024-03-31"), area: "cooperation" },
    ])) {
      expect(why).toEqual({
        code: "NOT_RELEASED",
        message: expect.stringContaining("Expected fiscalYears for "),
      });
    }
    const running = yearsOf({ from: today(), to: today() }).slice(-1);
    const [answer] = await asked.ask([
      { area: "dispatch", measure: "DEPARTURES", groupBy: ["region"], when: { years: running } },
    ]);
    expect(answer?.totals).toEqual([
      { value: null, lower: null, upper: null, reason: "NOT_COVERED" },
    ]);
    expect(answer?.rows).toEqual([]);
  });

  it("is told nothing as it was known before the first release", async () => {
    const question = onDay("ON_DISPATCH", "2024-03-31", ["region"]);
    const moments = ["2024-06-01", addDays(today(), -1)];
    for (const why of await refusals(moments.map((knownAt) => ({ ...question, knownAt })))) {
      expect(why).toEqual({
        code: "NOT_RELEASED",
        message: expect.stringContaining("Expected knownAt to be after the first release"),
      });
    }
  });

  it("is told of published figures what the tables tell, and no more", async () => {
    const groups = new Map(
      seen.map((each) => [JSON.stringify([each.measure, each.period, ...each.dimensions]), each]),
    );
    const compared = { shown: 0, suppressed: 0, untold: 0 };
    for (const area of areaNames) {
      const { data, errors } = await graph.execute<
        Record<"all" | "differing", { nodes: Figure[] }>
      >(
        `{ all: ${area}Figures(first: 500) { nodes { ${figureFields} } }
          differing: ${area}Discrepancies(first: 500) { nodes { id } } }`,
        {},
        asPublic,
      );
      expect(errors).toEqual([]);
      for (const figure of data.all.nodes) {
        const question = questionOf(area, figure, data.all.nodes);
        if (!question || !open[area][question.measure]) continue;
        const { measure, period, parts } = question;
        const name =
          open[area][measure]?.time.kind === "STOCK" ? period.to : `FY${period.fiscalYear ?? ""}`;
        const names = parts.map(({ dimension }) => dimension);
        const found = groups.get(JSON.stringify([measure, name, ...names]));
        const cell = found ? partOf(found, parts) : null;
        const { id, computed, value, agreement, difference } = figure;
        const own = computed?.lower == null ? null : computed;
        expect({ id, own }).toEqual({ id, own: cell });
        const isCompared = own !== null && own.value !== null && value !== null;
        expect({ id, difference, isCompared: ["AGREES", "DIFFERS"].includes(agreement) }).toEqual({
          ...{ id, isCompared },
          difference: isCompared ? (own.value ?? 0) - value : null,
        });
        compared[own === null ? "untold" : own.value === null ? "suppressed" : "shown"] += 1;
      }
      const ids = (nodes: readonly Figure[]) => nodes.map(({ id }) => id).sort();
      expect(ids(data.differing.nodes)).toEqual(
        ids(data.all.nodes.filter(({ agreement }) => agreement === "DIFFERS")),
      );
    }
    expect(Math.min(...Object.values(compared))).toBeGreaterThan(5);
  });
});

const figureFields = `id measure kind asOf fiscalYear { year } dimension dimensionValue agency { code }
  value computed { value lower upper } agreement difference`;

interface Figure {
  readonly id: string;
  readonly measure: string;
  readonly kind: string;
  readonly asOf: string | null;
  readonly fiscalYear: { readonly year: number } | null;
  readonly dimension: string;
  readonly dimensionValue: string | null;
  readonly agency: { readonly code: string } | null;
  readonly value: number | null;
  readonly computed: Bounds | null;
  readonly agreement: string;
  readonly difference: number | null;
}

type Bounds = Pick<SeenRow, "value" | "lower" | "upper">;

/** What is counted for a published figure; `undefined` where nothing is. */
function questionOf(
  area: AreaName,
  figure: Figure,
  all: readonly Figure[],
): FigureQuestion | undefined {
  const isOfSplit = (other: Figure) =>
    other.dimension === figure.dimension &&
    other.asOf === figure.asOf &&
    other.fiscalYear?.year === figure.fiscalYear?.year;
  const question = areas[area].figures[figure.measure]?.question({
    ...figure,
    ...{ day: figure.asOf, fiscalYear: figure.fiscalYear?.year ?? null },
    agencyCode: figure.agency?.code ?? null,
    named: all.filter(isOfSplit).flatMap(({ dimensionValue }) => dimensionValue ?? []),
  });
  return question && "measure" in question ? question : undefined;
}

/** What the groups of a table that are parts of a figure come to; `null` where that is not shown. */
function partOf({ rows, isWithheld }: SeenGroups, [part]: readonly FigurePart[]): Bounds | null {
  const isPart = ({ keys: [key] }: SeenRow) =>
    !part || part.values.includes(key ?? "") !== part.isRest;
  const own = rows.filter(isPart);
  if (isWithheld && own.length === 0) return null;
  const sum = (numbers: readonly (number | null)[]) =>
    numbers.reduce((before, each) => (before === null || each === null ? null : before + each), 0);
  return {
    value: sum(own.map(({ value }) => value)),
    lower: sum(own.map(({ lower }) => lower)),
    upper: sum(own.map(({ upper }) => upper)),
  };
}
