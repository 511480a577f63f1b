import { request } from "node:http";
import { text as readText } from "node:stream/consumers";
import { getIntrospectionQuery } from "graphql";
import type { Role } from "../../gateway/access/roles";
import { usualBudgets } from "../../gateway/limits/budgets";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

/** A query that costs an object for the page, and one for each of its nodes. */
const figures = (first: number, times = 1) =>
  `{ ${Array.from({ length: times }, (_unused, n) => `p${n}: dispatchFigures(first: ${first}) { nodes { splits { parts { value } } } }`).join(" ")} }`;
const costOfFigures = (first: number) => 1 + first * (1 + 10 * (1 + 60));

const as = (role: Role) => callerHeaders(role);
const codes = (errors: readonly { extensions?: unknown }[]) =>
  errors.map(({ extensions }) => (extensions as { code: string }).code);

describe("the cost of an operation", () => {
  it.each(["public", "analyst", "dispatch-officer"] as const)(
    "may be what the budget of %s allows, and no more",
    async (role) => {
      const { cost } = usualBudgets[role];
      const first = 40;
      const times = Math.floor(cost / costOfFigures(first));
      const within = await graph.execute(figures(first, times), {}, await as(role));
      expect(within.errors).toEqual([]);
      expect(within.extensions["cost"]).toMatchObject({
        estimated: times * costOfFigures(first),
        limit: cost,
      });
      const over = await graph.execute(figures(first, times + 1), {}, await as(role));
      expect(codes(over.errors)).toEqual(["QUERY_TOO_COSTLY"]);
      expect(over.errors[0]?.message).toContain(
        `at most ${cost}, received one that could cost ${(times + 1) * costOfFigures(first)}.`,
      );
      expect(over.calls).toEqual([]);
    },
  );

  it("is shown without running, over budget too", async () => {
    const dry = { "graph-dry-run": "1", ...(await as("public")) };
    for (const first of [1, 500]) {
      const { errors, extensions, calls, status, ran } = await graph.execute(
        figures(first),
        {},
        dry,
      );
      expect([status, errors, calls, ran]).toEqual([200, [], [], true]);
      expect(extensions["cost"]).toEqual({
        estimated: costOfFigures(first),
        limit: usualBudgets.public.cost,
        withinBudget: first === 1,
        depth: 5,
        fields: 5,
        tokens: 22,
        aliases: 1,
        directives: 0,
        limits: { depth: 12, fields: 150, tokens: 1_500, aliases: 15, directives: 20 },
      });
    }
  });

  it("lets an officer read a hundred applications with all that belongs to them", async () => {
    const query = `{ applications(first: 100) { nodes {
      applicant { name } solicitation { opensOn } stages { stage }
      evaluations { evaluator { name } scores { score } }
      enrolments { course { courseCode } }
      registrations { engagements { role municipality { name } } } } } }`;
    const headers = { ...(await as("recruitment-officer")), "graph-purpose": "test" };
    const dry = await graph.execute(query, {}, { ...headers, "graph-dry-run": "1" });
    expect(dry.extensions["cost"]).toMatchObject({ withinBudget: true });
    expect((await graph.execute(query, {}, headers)).errors).toEqual([]);
  });

  it("is a mutation's too: a dry run changes nothing", async () => {
    const mutation = `mutation { registerOfficial(input: { personnelNumber: "D-1", name: "架空 太郎", homeAgency: "JP-MOF", from: "2019-04-01" }) { userErrors { code } } }`;
    const headers = { "graph-dry-run": "1", ...(await as("dispatch-officer")) };
    const { extensions, calls } = await graph.execute(mutation, {}, headers);
    expect(calls).toEqual([]);
    expect(extensions["cost"]).toMatchObject({ estimated: 50 + 1 + 200 });
  });

  it.each(["2", "true", ""])("is no dry run with another value: %j", async (value) => {
    const { errors, status, calls } = await graph.execute(
      figures(1),
      {},
      { "graph-dry-run": value },
    );
    expect([status, codes(errors), calls]).toEqual([400, ["BAD_REQUEST"], []]);
  });
});

it("refuses few words that stand for many fields, which would take long to plan", async () => {
  const doubled = (levels: number) => {
    const fragments = Array.from({ length: levels }, (_unused, n) =>
      n % 2 === 0
        ? `fragment F${n} on FiscalYear { name solicitation { ...F${n + 1} } b: solicitation { ...F${n + 1} } }`
        : `fragment F${n} on Solicitation { fiscalYear { ...F${n + 1} } b: fiscalYear { ...F${n + 1} } }`,
    );
    const type = levels % 2 === 0 ? "FiscalYear { year" : "Solicitation { opensOn";
    return `{ fiscalYear(year: 2023) { ...F0 } } ${fragments.join(" ")} fragment F${levels} on ${type} }`;
  };
  const headers = await as("public");
  expect((await graph.execute(doubled(4), {}, headers)).errors).toEqual([]);
  const { errors, calls } = await graph.execute(doubled(10), {}, headers);
  expect([codes(errors), calls]).toEqual([["QUERY_TOO_COSTLY"], []]);
  expect(errors[0]?.message).toContain(`at most ${usualBudgets.public.fields} fields`);
});

describe("a document", () => {
  const { tokens, aliases, directives, depth } = usualBudgets.public;
  const repeated = (count: number, part: (n: number) => string) =>
    `{ ${Array.from({ length: count }, (_unused, n) => part(n)).join(" ")} }`;
  const listsOf = (values: number) =>
    `{ agencies(filter: { codes: [${`"JP-NPA" `.repeat(values - 700)}], countries: [${`"JP" `.repeat(700)}] }) { code } }`;
  const nested = (levels: number) =>
    `{ agency(code: "JP-NPA") { ${"successors { ".repeat(levels - 2)}code${" }".repeat(levels - 2)} } }`;

  it.each([
    ["tokens", listsOf(tokens - 20), "DOCUMENT_TOO_LONG", listsOf(tokens - 19)],
    [
      "aliases",
      repeated(aliases, (n) => `a${n}: __typename`),
      "DOCUMENT_TOO_LONG",
      repeated(aliases + 1, (n) => `a${n}: __typename`),
    ],
    [
      "directives",
      repeated(directives, () => "__typename @skip(if: false)"),
      "DOCUMENT_TOO_LONG",
      repeated(directives + 1, () => "__typename @skip(if: false)"),
    ],
    ["depth", nested(5), "QUERY_TOO_DEEP", nested(depth + 1)],
    [
      "aliases, ten thousand",
      repeated(1, (n) => `a${n}: __typename`),
      "DOCUMENT_TOO_LONG",
      repeated(10_000, (n) => `a${n}: __typename`),
    ],
    [
      "the same field, twenty thousand times",
      "{ __typename }",
      "DOCUMENT_TOO_LONG",
      repeated(20_000, () => "__typename"),
    ],
    [
      "a field with ten thousand directives",
      "{ __typename }",
      "DOCUMENT_TOO_LONG",
      `{ __typename ${"@skip(if: false) ".repeat(10_000)} }`,
    ],
    ["fields a thousand deep", "{ __typename }", "QUERY_TOO_DEEP", nested(1_000)],
    [
      "lists a thousand deep",
      "{ __typename }",
      "QUERY_TOO_DEEP",
      `{ agencies(filter: ${"[".repeat(1_000)}${"]".repeat(1_000)}) { code } }`,
    ],
  ])("may have so much of it, and no more: %s", async (_what, accepted, code, refused) => {
    const headers = await as("public");
    expect((await graph.execute(accepted, {}, headers)).errors).toEqual([]);
    const { errors, calls } = await graph.execute(refused, {}, headers);
    expect([codes(errors), calls]).toEqual([[code], []]);
  });

  it("of ten megabytes is not read", async () => {
    const body = JSON.stringify({ query: `{ ${"__typename ".repeat(1_000_000)} }` });
    const { status, text } = await post(`${graph.url}/graphql`, body, {
      "x-request-id": "ten-megabytes",
    });
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ errors: [{ extensions: { code: "BAD_REQUEST" } }] });
    const { subgraphCalls } = await graph.gateway.answered("ten-megabytes");
    expect(subgraphCalls ?? []).toEqual([]);
  });

  it("may ask for the whole schema, but not round in circles", async () => {
    const headers = await as("analyst");
    expect((await graph.execute(getIntrospectionQuery(), {}, headers)).errors).toEqual([]);
    const circle = `{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }`;
    const { errors, calls } = await graph.execute(circle, {}, headers);
    expect([codes(errors), calls]).toEqual([["GRAPHQL_VALIDATION_FAILED"], []]);
    expect(errors[0]?.message).toContain("Maximum introspection depth exceeded");
    const wide = `{ __schema { types { ${Array.from({ length: 20 }, (_unused, n) => `a${n}: fields { type { ...F } }`).join(" ")} } } }
      fragment F on __Type { ${Array.from({ length: 20 }, (_unused, n) => `b${n}: fields { name }`).join(" ")} }`;
    expect(codes((await graph.execute(wide, {}, headers)).errors)).toEqual(["QUERY_TOO_COSTLY"]);
  });
});

/** Posts a body and reads the answer, which may come, and the connection close, before all of the body is sent. */
function post(
  url: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    let isAnswered = false;
    const sent = request(url, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
    });
    sent.on("response", (response) => {
      isAnswered = true;
      void readText(response).then((text) => {
        resolve({ status: response.statusCode, text });
      }, reject);
    });
    sent.on("error", (error: NodeJS.ErrnoException) => {
      if (isAnswered) return;
      // A server that refuses a large body can end the connection before its answer is read: it is asked again.
      if (error.code === "EPIPE" || error.code === "ECONNRESET") resolve(post(url, body, headers));
      else reject(error);
    });
    sent.end(body);
  });
}
