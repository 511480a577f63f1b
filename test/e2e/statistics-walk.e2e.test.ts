import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { getNamedType, isObjectType, parse } from "graphql";
import { Client } from "pg";
import { roleScopes } from "../../gateway/access/roles";
import { apiSchema } from "../../schema/api-schema";
import { type AreaName, areaNames, statisticsScope } from "../../subgraphs/areas";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { fiscalYearOfDay } from "../../subgraphs/catalog/fiscal-year/fiscal-year-range";
import { enumName } from "../../subgraphs/catalog/statistics/check-statistics";
import { cooperationMeasures } from "../../subgraphs/cooperation/statistics/cooperation.measures";
import { dispatchMeasures } from "../../subgraphs/dispatch/statistics/dispatch.measures";
import { fellowshipMeasures } from "../../subgraphs/fellowship/statistics/fellowship.measures";
import type { AreaMeasures, Measure } from "../../subgraphs/kit/statistics/measure";
import { recruitmentMeasures } from "../../subgraphs/recruitment/statistics/recruitment.measures";
import { assertionHeaders } from "../support/assertions";
import { type GraphAnswer, startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, type TestHeaders } from "../support/identity";
import { today } from "../../subgraphs/kit/clock";
import { passTime } from "../support/pass-time";
import { type GraphqlAnswer, postGraphql } from "../support/post-graphql";
import { Sweep } from "../support/sweep";
import { call, waysToTypes } from "./support/field-walk";
import { type TrueGroup, trueGroups, type TrueTime } from "./support/statistics-truth";

const threshold = 5;
const sweep = new Sweep(
  ...["subgraphs/kit/disclosure", "subgraphs/kit/statistics", ":(glob)subgraphs/*/statistics/**"],
  ...["subgraphs/catalog/statistics", "subgraphs/catalog/area-statistics.ts"],
  ...[":(glob)test/e2e/support/statistics-*", __filename],
);
const supergraph = readFileSync(join(__dirname, "../../schema/supergraph.graphql"), "utf8");
const schema = apiSchema(supergraph);

const areas = {
  recruitment: recruitmentMeasures,
  dispatch: dispatchMeasures,
  fellowship: fellowshipMeasures,
  cooperation: cooperationMeasures,
} as const satisfies Readonly<Record<AreaName, AreaMeasures>>;

/** Callers besides the public who neither see the records that an area counts persons in nor are its analysts. */
function outsidersOf(area: AreaName): string[] {
  const officers = areaNames.filter((each) => each !== area).map((each) => `${each}-officer`);
  return ["municipality", ...officers];
}

interface Cell {
  readonly value: number | null;
  readonly suppressed: boolean;
  readonly lower: number | null;
  readonly upper: number | null;
}

type Row = Readonly<Record<string, unknown>> & {
  readonly count: Cell;
  readonly share: number | null;
};

interface Statistics {
  readonly rows: readonly Row[];
  readonly remainder: {
    readonly rows: number | null;
    readonly count: Cell;
    readonly share: number | null;
  } | null;
  readonly total: Cell;
  readonly totals: readonly { readonly count: Cell }[];
  readonly disclosure: {
    readonly applied: boolean;
    readonly withheld: boolean;
    readonly suppressedRows: number;
  };
}

/** One table that is asked for. */
interface Grouping {
  readonly area: AreaName;
  readonly name: string;
  readonly measure: Measure;
  readonly dimensions: readonly string[];
  readonly time: TrueTime;
}

const times: readonly TrueTime[] = [{ day: "2024-03-31" }, { year: 2023 }];

/** The fiscal year that goes on. */
const runningYear = fiscalYearOfDay(today());

const policies = accessPolicies(parse(supergraph));

/** Whether everybody may ask for a measure. */
function isAsked(area: AreaName, measure: string): boolean {
  return !policies.has(`${capital(area)}Measure.${measure}`);
}

/** Whether everybody may group by a dimension. */
function isOpen(area: AreaName, dimension: string): boolean {
  return !policies.has(`${capital(area)}Dimension.${enumName(dimension)}`);
}

function capital(area: AreaName): string {
  return `${area[0]?.toUpperCase() ?? ""}${area.slice(1)}`;
}

function groupingsOf(area: AreaName): Grouping[] {
  return Object.entries<Measure>(areas[area].measures)
    .filter(([name, { persons }]) => persons !== null && isAsked(area, name))
    .flatMap(([name, measure]) => {
      const names = Object.keys(measure.dimensions).filter((each) => isOpen(area, each));
      const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other]));
      const told = [[], ...names.map((each) => [each]), ...pairs].filter((dimensions) =>
        dimensions.every((each) => {
          const { within } = measure.dimensions[each] ?? {};
          return within === undefined || dimensions.length < 2 || dimensions.includes(within);
        }),
      );
      // Everybody is shown flows of years that have ended.
      const ofTime = times.filter((time) => measure.time.kind === "STOCK" || "year" in time);
      return told.flatMap((dimensions) =>
        ofTime.map((time) => ({ area, name, measure, dimensions, time })),
      );
    });
}

function selectionOf(area: AreaName, dimension: string): string {
  const row = schema.getType(`${capital(area)}StatisticsRow`);
  const field = isObjectType(row) ? row.getFields()[dimension] : undefined;
  const type = field && getNamedType(field.type);
  if (!isObjectType(type)) return dimension;
  return `${dimension} { ${"code" in type.getFields() ? "code" : "year"} }`;
}

function fieldOf({ area, name, dimensions, time }: Grouping, more = "limit: 400"): string {
  const cell = "{ value suppressed lower upper }";
  const when = "day" in time ? `asOf: "${time.day}"` : `fiscalYears: [${time.year}]`;
  const keys = dimensions.map((dimension) => selectionOf(area, dimension)).join(" ");
  return `${area}Statistics(measure: ${name}, ${when}, groupBy: [${dimensions.map(enumName).join(", ")}], ${more}) {
    rows { ${keys} share count ${cell} } remainder { rows share count ${cell} } total ${cell} totals { count ${cell} }
    disclosure { applied withheld suppressedRows } }`;
}

/** Whether a published measure counts the persons of records, and not things or what is public itself. */
function isOfPersons(area: AreaName, published: string): boolean {
  const figure = { id: "", kind: "STOCK", day: "2024-03-31", fiscalYear: 2023, dimension: "none" };
  const definition = areas[area].figures[published];
  const question = definition?.question({
    ...{ ...figure, dimensionValue: null, agencyCode: null },
    named: [],
  });
  const measure = question && "measure" in question ? question.measure : "";
  const counted = areas[area].measures[measure];
  return counted?.persons != null && !["agencies", "countries"].includes(counted.unit);
}

function keysOf(row: Row, dimensions: readonly string[]): string {
  const keys = dimensions.map((dimension) => {
    const value = row[dimension] as { code?: string; year?: number } | string | number | null;
    const key = typeof value === "object" ? (value?.code ?? value?.year) : value;
    return key === null || key === undefined ? null : String(key);
  });
  return JSON.stringify(keys);
}

let graph: TestGraph;
const owners = {} as Record<AreaName, Client>;

/** Asks a subgraph as the gateway does for a caller with these scopes. */
function askSubgraph<Data>(area: AreaName, query: string, roles: string[], scopes: string[]) {
  return postGraphql<Data>(graph.subgraphs[area].url, query, {}, (body) =>
    assertionHeaders(area, body, {
      requestId: "11111111-1111-4111-8111-111111111111",
      caller: { subject: "x", roles, scopes: new Set(scopes), attributes: {} },
    }),
  );
}

/**
 * Asks for what is counted on request and protected. Analysts see cooperation's records, so of that area it is an
 * application with the scope of statistics alone that asks.
 */
function askOnRequest<Data>(area: AreaName, query: string): Promise<GraphqlAnswer<Data>> {
  return area === "cooperation"
    ? askSubgraph<Data>(area, query, ["app"], ["published", statisticsScope(area)])
    : graph.execute<Data>(query, {}, headers["analyst"]);
}
const headers: Record<string, TestHeaders> = {};
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
  for (const area of areaNames) {
    owners[area] = new Client({ connectionString: graph.databases[area].ownerUrl });
    await owners[area].connect();
  }
  for (const role of new Set(["public", "analyst", ...areaNames.flatMap(outsidersOf)])) {
    headers[role] = role === "public" ? { authorization: undefined } : await callerHeaders(role);
  }
});
afterAll(async () => {
  await Promise.all(Object.values(owners).map((owner) => owner.end()));
  await graph.stop();
});

/** Operations that ask for many fields, a few in each. */
function operationsOf(fields: readonly string[]): string[][] {
  const size = 4;
  return Array.from({ length: Math.ceil(fields.length / size) }, (_unused, at) =>
    fields.slice(at * size, (at + 1) * size).map((field, index) => `f${index}: ${field}`),
  );
}

/** Asks for many fields that are counted on request and protected. */
async function askAll(
  area: AreaName,
  fields: readonly string[],
): Promise<(Statistics | undefined)[]> {
  const answers: (Statistics | undefined)[] = [];
  for (const some of operationsOf(fields)) {
    const query = `{ ${some.join("\n")} }`;
    const { data, errors } = await askOnRequest<Record<string, Statistics>>(area, query);
    expect(errors).toEqual([]);
    answers.push(...some.map((_field, index) => data[`f${index}`]));
  }
  return answers;
}

/** Numbers in an answer that are about few persons, or not what is on record, or narrower than they may be. */
function told(answer: Statistics, grouping: Grouping, groups: readonly TrueGroup[]): string[] {
  const { dimensions } = grouping;
  const byKeys = new Map(groups.map((group) => [JSON.stringify(group.keys), group]));
  const problems: string[] = [];
  const of = (what: string, cell: Cell, some: readonly TrueGroup[], count?: number) => {
    const persons = new Set(some.flatMap((group) => [...group.persons]));
    const isFew = persons.size > 0 && persons.size < threshold;
    if (cell.value !== null && isFew) problems.push(`${what}: ${cell.value} of ${persons.size}`);
    if (cell.value === null && cell.lower !== null && cell.lower === cell.upper) {
      problems.push(`${what}: an interval of one number`);
    }
    if (count === undefined) return;
    if (cell.value !== null && cell.value !== count) problems.push(`${what}: not ${count}`);
    if ((cell.lower ?? 0) > count || (cell.upper ?? Infinity) < count) {
      problems.push(`${what}: ${count} not in ${cell.lower}–${cell.upper}`);
    }
  };
  const shown = new Set<string>();
  for (const row of answer.rows) {
    const keys = keysOf(row, dimensions);
    shown.add(keys);
    const group = byKeys.get(keys);
    of(`row ${keys}`, row.count, group ? [group] : [], group?.count ?? 0);
    if (row.share !== null && (row.count.value === null || answer.total.value === null)) {
      problems.push(`row ${keys}: a share of what is not shown`);
    }
  }
  of("total", answer.total, groups);
  for (const { count } of answer.totals) of("totals", count, groups);
  const left = groups.filter(({ keys }) => !shown.has(JSON.stringify(keys)));
  if (answer.remainder) of("remainder", answer.remainder.count, left);
  else if (left.length > 0) problems.push("rows are missing");
  if (!answer.disclosure.applied) problems.push("nothing is protected");
  return problems;
}

describe.each(areaNames)("what is counted of %s", (area) => {
  const groupings = sweep.of(groupingsOf(area));

  it("shows an analyst no number about few persons, whatever it is grouped by", async () => {
    const [whole, cut] = [
      await askAll(
        area,
        groupings.map((each) => fieldOf(each)),
      ),
      await askAll(
        area,
        groupings.map((each) =>
          fieldOf(each, "limit: 2, orderBy: [{ by: COUNT, direction: DESC }]"),
        ),
      ),
    ];
    const problems: unknown[] = [];
    let small = 0;
    for (const [index, grouping] of groupings.entries()) {
      const groups = await trueGroups(
        owners[area],
        grouping.measure,
        grouping.dimensions,
        grouping.time,
      );
      if (groups.some(({ persons }) => persons.size < threshold)) small += 1;
      for (const answer of [whole[index], cut[index]]) {
        if (!answer) throw new Error("No answer.");
        const wrong = told(answer, grouping, groups);
        if (wrong.length > 0) {
          const { name, dimensions, time } = grouping;
          problems.push({ name, dimensions, time, wrong });
        }
      }
    }
    expect(problems).toEqual([]);
    if (sweep.isWhole) expect(small).toBeGreaterThan(1);
  });

  it("tells everybody else without access to its records what the public is told, or refuses it too", async () => {
    const fields = groupings.filter(({ time }) => "year" in time).map((each) => fieldOf(each));
    for (const some of operationsOf(fields)) {
      const told = async (role: string) => {
        const { text } = await graph.execute(`{ ${some.join("\n")} }`, {}, headers[role]);
        const { data, errors } = JSON.parse(text) as {
          data?: unknown;
          errors?: { message: string }[];
        };
        return { data, refused: errors?.map(({ message }) => message) };
      };
      const publics = await told("public");
      for (const role of outsidersOf(area)) expect(await told(role)).toEqual(publics);
    }
  });

  it("shows by bounds and orders no more than its intervals do", async () => {
    const some = groupings.filter(({ dimensions }) => dimensions.length === 1);
    const whole = await askAll(
      area,
      some.map((each) => fieldOf(each)),
    );
    for (const bound of [2, 4, 7]) {
      for (const way of ["gte", "lte"] as const) {
        const having = `limit: 400, having: { ${way}: ${bound} }, orderBy: [{ by: COUNT }]`;
        const answers = await askAll(
          area,
          some.map((each) => fieldOf(each, having)),
        );
        for (const [index, answer] of answers.entries()) {
          const all = whole[index]?.rows ?? [];
          const meeting = all.filter(({ count: { lower, upper } }) =>
            way === "gte" ? (upper ?? Infinity) >= bound : (lower ?? 0) <= bound,
          );
          const ordered = [
            ...meeting
              .filter(({ count }) => count.value !== null)
              .sort((one, other) => (one.count.value ?? 0) - (other.count.value ?? 0)),
            ...meeting.filter(({ count }) => count.value === null),
          ];
          expect(answer?.rows).toEqual(ordered);
          expect(answer?.total).toEqual(whole[index]?.total);
        }
      }
    }
  });

  it("costs an analyst the same where groups are withheld, however many there are", async () => {
    // Of cooperation, which analysts see exactly, nothing is withheld from them.
    const costs = new Map<unknown, Set<unknown>>();
    for (const grouping of groupings.filter(({ dimensions }) => dimensions.length > 0)) {
      const field = fieldOf(grouping).replace(/rows \{.*?share count/, "rows { share count");
      const { data, extensions } = await graph.execute<{ s: Statistics }>(
        `{ s: ${field} }`,
        {},
        headers["analyst"],
      );
      if (!data.s.disclosure.withheld || data.s.rows.length > 0) continue;
      expect(data.s.remainder?.rows).toBeNull();
      // By fiscal year it costs more than as of a day, whatever is withheld.
      const { actual, estimated } = extensions["cost"] as { actual: number; estimated: number };
      costs.set(estimated, (costs.get(estimated) ?? new Set()).add(actual));
    }
    for (const actual of costs.values()) expect(actual.size).toBe(1);
    expect(costs.size).toBeLessThanOrEqual(2);
  });

  it("is the same whenever it was known, with no number of years that had not ended then", async () => {
    const known = groupings.filter(
      ({ measure, dimensions }) =>
        measure.known && !dimensions.some((each) => measure.dimensions[each]?.isKnownNowOnly),
    );
    if (known.length === 0) return;
    await passTime(graph.databases[area].ownerUrl, "3 days");
    const knownAt = today(new Date(Date.now() - 86_400_000));
    const now = await askAll(
      area,
      known.map((each) => fieldOf(each)),
    );
    const then = await askAll(
      area,
      known.map((each) => fieldOf(each, `limit: 400, knownAt: "${knownAt}"`)),
    );
    expect(then).toEqual(now);
    const moment = new Date(Date.now() - 86_400_000).toISOString();
    for (const { name, measure } of known) {
      const { errors } = await askOnRequest(
        area,
        `{ ${area}Statistics(measure: ${name}, fiscalYears: [2023], knownAt: "${moment}") { total { value } } }`,
      );
      const codes = errors.map(({ extensions }) => extensions?.["code"]);
      expect(codes).toEqual(["TABLE_TOO_DETAILED"]);
      const running = await askOnRequest(
        area,
        `{ ${area}Statistics(measure: ${name}, fiscalYears: [${runningYear}], knownAt: "${knownAt}") { total { value reason } } }`,
      );
      expect([measure.time.kind, running.errors, running.data]).toEqual([
        measure.time.kind,
        [],
        { [`${area}Statistics`]: { total: { value: null, reason: "NOT_COVERED" } } },
      ]);
    }
  });

  it("is not disclosed by the computed values of published figures", async () => {
    const figure =
      "id measure value computed { value suppressed lower upper } agreement difference";
    interface Figure {
      id: string;
      measure: string;
      value: number | null;
      computed: Cell | null;
      agreement: string;
      difference: number | null;
    }
    const figures = async (role: string) => {
      const { data, errors } = await graph.execute<{
        all: { nodes: Figure[] };
        differing: { nodes: Figure[] };
      }>(
        `{ all: ${area}Figures(first: 200) { nodes { ${figure} } } differing: ${area}Discrepancies(first: 500) { nodes { ${figure} } } }`,
        {},
        headers[role],
      );
      expect(errors).toEqual([]);
      return data;
    };
    const publics = await figures("public");
    for (const { all, differing } of [publics, await figures("analyst")]) {
      for (const { id, measure, computed, agreement, difference, value } of all.nodes) {
        const isShown = computed?.value !== null && computed !== null;
        if (isShown && computed.value > 0 && isOfPersons(area, measure)) {
          expect({ id, value: computed.value >= threshold }).toEqual({ id, value: true });
        }
        const isCompared = isShown && value !== null;
        expect({ id, compared: ["AGREES", "DIFFERS"].includes(agreement) }).toEqual({
          id,
          compared: isCompared,
        });
        expect({ id, difference: difference !== null }).toEqual({ id, difference: isCompared });
      }
      const different = all.nodes.filter(({ agreement }) => agreement === "DIFFERS");
      expect(differing.nodes.map(({ id }) => id).sort()).toEqual(
        different.map(({ id }) => id).sort(),
      );
    }
    for (const role of outsidersOf(area)) expect(await figures(role)).toEqual(publics);
  });
});

describe("the persons themselves", () => {
  const ways = waysToTypes(schema, () => true);
  const codes = ({ errors }: Pick<GraphAnswer<unknown>, "errors">) =>
    errors.map(({ extensions }) => extensions?.["code"]);

  it("are not counted by lists, filters or orderings, run or not", async () => {
    const wrong: string[] = [];
    let [lists, asked] = [0, 0];
    for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
      for (const field of Object.values(type.getFields())) {
        const node = getNamedType(field.type).name.replace(/Connection$/, "");
        const way = ways.get(type.name);
        const policy = policies.get(node);
        const isList = getNamedType(field.type).name.endsWith("Connection");
        if (!way || !isList || policy?.personal !== true || type.name === "Mutation") continue;
        for (const role of ["public", "analyst", ...areaNames.map((area) => `${area}-officer`)]) {
          const scopes: readonly string[] = roleScopes[role as keyof typeof roleScopes];
          if (policy.scopes.some((scope) => scopes.includes(scope))) continue;
          if (!sweep.runs(lists++)) continue;
          const orderBy = field.args.some(({ name }) => name === "orderBy");
          for (const given of [{}, { filter: "{}" }, ...(orderBy ? [{ orderBy: "[]" }] : [])]) {
            if ("filter" in given && !field.args.some(({ name }) => name === "filter")) continue;
            const query = way(`${call(field, given)} { totalCount }`);
            for (const dry of [{}, { "graph-dry-run": "1" }]) {
              // Of refusals the log has a hundred a second; each of these is looked up there.
              await delay(10);
              const answer = await graph.execute(query, {}, { ...headers[role], ...dry });
              asked += 1;
              if (String(codes(answer)) !== "FORBIDDEN" || answer.calls.length > 0) {
                wrong.push(`${role}: ${query}`);
              }
            }
          }
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(asked).toBeGreaterThan(sweep.share(300));
  });

  it("are counted by no subgraph for a caller whom the gateway would not let count them", async () => {
    const asPublic = (area: AreaName, query: string) =>
      askSubgraph<Record<string, unknown>>(area, query, ["public"], ["published"]);
    for (const [area, query] of [
      [
        "dispatch",
        '{ _entities(representations: [{ __typename: "Country", code: "FR" }]) { ... on Country { dispatches { totalCount } } } }',
      ],
      [
        "dispatch",
        "{ dispatchStatistics(measure: ON_DISPATCH, groupBy: [ORGANIZATION]) { rows { count { value } } } }",
      ],
      [
        "dispatch",
        '{ dispatchStatistics(measure: ON_DISPATCH, filter: { organization: { eq: "X" } }) { total { value } } }',
      ],
      ["fellowship", "{ fellows { totalCount } }"],
      ["recruitment", "{ registrations { totalCount } }"],
    ] as const) {
      const scopes = ["published", statisticsScope(area)];
      for (const answer of [
        await asPublic(area, query),
        await askSubgraph(area, query, ["app"], scopes),
      ]) {
        expect({ query, codes: codes(answer) }).toEqual({ query, codes: ["FORBIDDEN"] });
      }
      const unsigned = await postGraphql(graph.subgraphs[area].url, query).catch(() => undefined);
      expect(unsigned?.status ?? 401).toBe(401);
    }
    const { rows } = await owners.dispatch.query<{ id: string }>("SELECT id FROM official LIMIT 1");
    const entity = (id?: string) =>
      asPublic(
        "dispatch",
        `{ _entities(representations: [{ __typename: "Official", id: "${id ?? ""}" }]) { __typename } }`,
      );
    expect((await entity(rows[0]?.id)).text).toBe((await entity("nobody")).text);
    expect((await entity(rows[0]?.id)).text).not.toContain("__typename");
    const { data } = await asPublic(
      "dispatch",
      "{ s: dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2023], groupBy: [REGION]) { disclosure { applied } } }",
    );
    expect(data["s"]).toEqual({ disclosure: { applied: true } });
  });

  it("are counted by pay only for callers who are permitted to see it", async () => {
    const applied = async (asked: string, ...scopes: string[]) => {
      const { data, errors } = await askSubgraph<{ s: Statistics }>(
        "dispatch",
        `{ s: dispatchStatistics(measure: ON_DISPATCH, ${asked}) { disclosure { applied } } }`,
        ["app"],
        scopes,
      );
      return errors[0]?.extensions?.["code"] ?? data.s.disclosure.applied;
    };
    const computed = async (...scopes: string[]) => {
      const { data } = await askSubgraph<{ f: { nodes: { id: string; agreement: string }[] } }>(
        "dispatch",
        `{ f: dispatchFigures(first: 500) { nodes { id computed { value lower upper } agreement } } }`,
        ["app"],
        scopes,
      );
      return data.f.nodes.filter(({ id }) => id.startsWith("dsp-2023-dep-pay"));
    };
    const persons = ["published", "dispatch:records", "dispatch:persons"];
    expect(await applied("groupBy: [REGION]", ...persons)).toBe(false);
    for (const asked of ["groupBy: [PAY_RATE]", "filter: { payRate: { eq: NONE } }"]) {
      expect(await applied(asked, "published", "dispatch:statistics")).toBe(true);
      // Who knows the persons of a group would learn of them what they have in common.
      expect(await applied(asked, ...persons)).toBe("FORBIDDEN");
      expect(await applied(asked, ...persons, "dispatch:pay")).toBe(false);
    }
    const unreleased = {
      computed: { value: null, lower: null, upper: null },
      agreement: "WITHHELD",
    };
    expect(await computed(...persons)).not.toEqual([]);
    for (const figure of await computed(...persons)) expect(figure).toMatchObject(unreleased);
    for (const { agreement } of await computed(...persons, "dispatch:pay"))
      expect(["AGREES", "DIFFERS", "VALUE_UNKNOWN"]).toContain(agreement);
  });

  it("are not disclosed by errors, nor by what an operation would cost", async () => {
    const of = (code: string) =>
      `{ s: dispatchStatistics(measure: ON_DISPATCH, groupBy: [REGION, TERM], filter: { country: { eq: "${code}" } }) { total { value } } }`;
    const texts = [];
    for (const code of ["FR", "ZZ"]) {
      const { errors } = await graph.execute(of(code), {}, headers["analyst"]);
      texts.push(JSON.stringify(errors));
    }
    expect(texts[0]).toContain("TABLE_TOO_DETAILED");
    expect(texts[0]).toBe(texts[1]);
    for (const role of ["public", "analyst"]) {
      const costs = [];
      for (const country of ["FR", "KI"]) {
        const { text, calls } = await graph.execute(
          `{ s: dispatchStatistics(measure: ON_DISPATCH, groupBy: [REGION], filter: { country: { eq: "${country}" } }) { rows { count { value } } } }`,
          {},
          { ...headers[role], "graph-dry-run": "1" },
        );
        expect(calls).toEqual([]);
        costs.push(text);
      }
      expect(costs[0]).toBe(costs[1]);
    }
  });
});
