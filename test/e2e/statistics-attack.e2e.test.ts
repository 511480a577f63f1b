import loadHighs, { type Highs } from "highs";
import { Client } from "pg";
import { dispatch } from "../../subgraphs/dispatch/dispatch";
import { declareCoverage } from "../../subgraphs/kit/statistics/coverage-table";
import { analystOf } from "../support/callers";
import { startTestSubgraph, type TestSubgraph } from "../support/subgraph";
import { Sweep } from "../support/sweep";
import {
  type DimensionName,
  prepareForDispatches,
  Random,
  type RandomDispatch,
  randomDispatches,
  replaceDispatches,
  universe,
} from "./support/random-dispatches";
import { StatisticsIntruder } from "./support/statistics-intruder";
import {
  fieldOf,
  type Measure,
  questionsAbout,
  type ShownCell,
  shownFragment,
  type ShownStatistics,
  type Subject,
} from "./support/statistics-questions";

const dataSets = 40;
const sweep = new Sweep(
  ...["subgraphs/kit/disclosure", "subgraphs/kit/statistics", "subgraphs/dispatch/statistics"],
  ...["subgraphs/catalog/statistics", "subgraphs/catalog/area-statistics.ts"],
  ...["test/e2e/support", __filename],
);
const subjectsOfEach = 14;

interface ShownFigure {
  readonly id: string;
  readonly measure: string;
  readonly fiscalYear: { readonly year: number } | null;
  readonly asOf: string | null;
  readonly dimension: string;
  readonly dimensionValue: string | null;
  readonly computed: ShownCell | null;
}

/** Published measures that are counted as these are; and the dimensions of their parts. */
const published: Readonly<Partial<Record<Measure, string>>> = {
  ON_DISPATCH: "dispatch_stock",
  DEPARTURES: "dispatch_departures",
  RETURNS: "dispatch_returns",
  SENDING_AGENCIES: "sending_ministries",
};
const dimensionOf: Readonly<Record<string, DimensionName>> = {
  region: "region",
  organization_type: "organizationType",
  term: "term",
  pay_rate: "payRate",
};
const rest = ["OTHER", "RESIDUAL"];

let highs: Highs;
let subgraph: TestSubgraph;
let owner: Client;
beforeAll(async () => {
  highs = await loadHighs();
  subgraph = await startTestSubgraph(dispatch);
  owner = new Client({ connectionString: subgraph.ownerUrl });
  await owner.connect();
  await prepareForDispatches(owner);
  await owner.query(declareCoverage, ["dispatch", "2010-04-01"]);
});
afterAll(async () => {
  await owner.end();
  await subgraph.stop();
});

function subjectOf(random: Random, year: number): Subject {
  const measure = random.one<Measure>([
    ...(["ON_DISPATCH", "ON_DISPATCH", "DEPARTURES", "RETURNS", "SENDING_AGENCIES"] as const),
  ]);
  const names = (Object.keys(universe) as DimensionName[]).filter(
    (name) => measure !== "SENDING_AGENCIES" || !["homeAgency", "term", "payRate"].includes(name),
  );
  const one = random.one(names);
  // A country is shown by itself, or with the region it lies in.
  const others = names.filter((name) => name !== one && (one === "region" || name !== "country"));
  const [first = one, second = one] = random.shuffled([
    one,
    one === "country" ? "region" : random.one(others),
  ]);
  const later = year + random.between(0, 3);
  const isFlow = ["DEPARTURES", "RETURNS"].includes(measure);
  const time = random.one([
    ...(isFlow ? [] : [{ asOf: `${later}-05-10` }, { asOf: `${later}-03-31` }]),
    { fiscalYears: [later] },
    { fiscalYears: [later, later + 1] },
  ]);
  return { measure, dimensions: [first, second], ...time };
}

async function attack(
  subject: Subject,
  dispatches: readonly RandomDispatch[],
  questions: ReturnType<typeof questionsAbout>,
): Promise<{ readonly wrong: unknown[]; readonly hidden: number; readonly figures: number }> {
  const fields = questions.map((question, index) => `f${index}: ${fieldOf(subject, question)}`);
  const figures = `figures: dispatchFigures(first: 100, filter: { measure: { eq: "${published[subject.measure] ?? ""}" } }) {
    nodes { id measure fiscalYear { year } asOf dimension dimensionValue computed { ...Cell } } }`;
  const analyst = subgraph.asCaller(analystOf("dispatch"));
  const { data } = await analyst.execute<
    Record<string, ShownStatistics> & { figures: { nodes: ShownFigure[] } }
  >(`{ ${fields.join("\n")} ${figures} } ${shownFragment}`);
  const answers = questions.map((question, index) => {
    const answer = data[`f${index}`];
    if (!answer) throw new Error(`No answer to ${JSON.stringify(question)}`);
    return { question, answer };
  });
  const [cells, , rows, columns] = answers.map(({ answer }) => !answer.disclosure.withheld);
  const { threshold, width, applied } = answers[0]?.answer.disclosure ?? {};
  expect({ threshold, width, applied }).toEqual({ threshold: 5, width: 4, applied: true });
  const intruder = new StatisticsIntruder(subject, dispatches, 5);
  intruder.learnTable(rows === true, columns === true, cells === true);
  for (const { question, answer } of answers) intruder.learn(question, answer);
  let learnt = 0;
  for (const figure of data.figures.nodes) {
    const period = periodOf(figure, subject);
    const filter = partOf(figure, data.figures.nodes);
    if (period < 0 || !filter || !figure.computed) continue;
    if (Object.keys(filter).some((name) => !subject.dimensions.includes(name as never))) continue;
    intruder.learnFigure(period, filter, figure.computed, figure.id);
    learnt += 1;
  }
  const found = intruder.narrow(highs, 4);
  const wrong = [...found, ...intruder.lies, ...intruder.shownOfFew];
  return { wrong, hidden: intruder.hidden, figures: learnt };
}

/** Which period of the subject a figure is of; −1 where it is of none. */
function periodOf({ asOf, fiscalYear }: ShownFigure, { asOf: day, fiscalYears = [] }: Subject) {
  if (day !== undefined) return asOf === day ? 0 : -1;
  return fiscalYears.findIndex((year) =>
    asOf === null ? fiscalYear?.year === year : asOf === `${year + 1}-03-31`,
  );
}

/** Which values of a dimension a figure counts; everything where it is no part. */
function partOf(
  figure: ShownFigure,
  all: readonly ShownFigure[],
): Partial<Record<DimensionName, readonly string[]>> | undefined {
  const { dimension, dimensionValue } = figure;
  if (dimension === "none") return {};
  const name = dimensionOf[dimension];
  if (!name || dimensionValue === null) return undefined;
  if (!rest.includes(dimensionValue)) {
    return universe[name].some((value) => value === dimensionValue)
      ? { [name]: [dimensionValue] }
      : undefined;
  }
  const named = all
    .filter((other) => other.dimension === dimension && other.asOf === figure.asOf)
    .map((other) => other.dimensionValue ?? "");
  return { [name]: universe[name].filter((value) => !named.includes(value)) };
}

it("shows an analyst with a solver no more of any suppressed number than is promised, whatever is asked", async () => {
  const random = new Random(7);
  const wrong: unknown[] = [];
  let [tables, attacked, figures] = [0, 0, 0];
  for (let dataSet = 0; dataSet < dataSets; dataSet += 1) {
    const year = random.one([2012, 2021]);
    const dispatches = randomDispatches(random, year);
    if (sweep.runs(dataSet)) await replaceDispatches(owner, dispatches);
    for (let of = 0; of < subjectsOfEach; of += 1) {
      const subject = subjectOf(random, year);
      const questions = questionsAbout(subject, random);
      if (!sweep.runs(dataSet)) continue;
      const result = await attack(subject, dispatches, questions);
      tables += 1;
      if (result.hidden > 0) attacked += 1;
      figures += result.figures;
      if (result.wrong.length > 0) wrong.push({ dataSet, subject, wrong: result.wrong });
    }
  }
  expect(wrong).toEqual([]);
  expect(tables).toBeGreaterThan(sweep.share(500));
  expect(attacked).toBeGreaterThan(tables / 2);
  expect(figures).toBeGreaterThan(sweep.share(100));
});
