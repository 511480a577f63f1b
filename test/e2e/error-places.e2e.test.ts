import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders, type TestHeaders } from "../support/identity";

let graph: TestGraph;
let dispatchOfficer: TestHeaders;
beforeAll(async () => {
  graph = await startTestGraph({ gatewayVariables: { OPEN_SCHEMA: "" } });
  dispatchOfficer = await callerHeaders("dispatch-officer");
});
afterAll(() => graph.stop());

/** A caller without a token. */
const nobody: TestHeaders = { authorization: undefined };

/** What is reported of a request that is refused as a whole, with its only error. */
async function refusal(query: string, variables: object = {}, headers: TestHeaders = nobody) {
  const { errors, ran, calls } = await graph.execute(query, variables, headers);
  expect({ query, ran, calls, errors: errors.length }).toEqual({
    ...{ query, ran: false, calls: [], errors: 1 },
  });
  const [error] = errors;
  return { ...error, code: error?.extensions?.["code"] };
}

describe("what a caller may not see", () => {
  it("is named as the caller wrote it, with its place and that a token is missing", async () => {
    const query = "{ countries { code }\n  plans: workPlans(first: 1) { nodes { title } } }";
    expect(await refusal(query)).toMatchObject({
      code: "FORBIDDEN",
      message:
        "Expected a caller with cooperation:records for plans, received one without a token. Send one in the header authorization.",
      path: ["plans"],
      locations: [{ line: 2, column: 3 }],
    });
  });

  it("is named once each where it is several, and a few of many", async () => {
    const query = `{ workPlans { nodes { title } } a: workPlans { totalCount }
      officials { nodes { name } } fellows { totalCount } applications { totalCount } }`;
    expect(await refusal(query)).toMatchObject({
      code: "FORBIDDEN",
      message:
        "Expected a caller with cooperation:records for workPlans, dispatch:persons for officials, fellowship:persons for fellows and 1 more, received one without a token. Send one in the header authorization.",
      path: ["workPlans"],
      locations: [
        { line: 1, column: 3 },
        { line: 2, column: 7 },
        { line: 2, column: 36 },
      ],
    });
  });

  it("is found in fragments and in what variables set", async () => {
    const inFragment =
      '{ agency(code: "JP-NPA") { ...F } } fragment F on Agency { them: fellowsSent { totalCount } }';
    expect(await refusal(inFragment)).toMatchObject({ path: ["agency", "them"] });
    expect(
      await refusal(
        "query ($f: DispatchFilter) { d: dispatches(filter: $f) { totalCount } }",
        { f: { payRatio: { gte: 1 } } },
        await callerHeaders("analyst"),
      ),
    ).toMatchObject({ code: "FORBIDDEN", path: ["d"] });
  });

  it("and may not be seen without a purpose is named in the same way", async () => {
    const query = "{ o: officials { nodes { name } } }";
    const headers = { ...dispatchOfficer, "graph-purpose": undefined };
    expect(await refusal(query, {}, headers)).toMatchObject({
      code: "PURPOSE_REQUIRED",
      message: expect.stringContaining("the personal data in o are asked for") as string,
      path: ["o"],
      locations: [{ line: 1, column: 3 }],
    });
  });

  it("is the schema, where its place is reported too", async () => {
    expect(await refusal("{ s: __schema { queryType { name } } }")).toMatchObject({
      code: "INTROSPECTION_REFUSED",
      message: expect.stringContaining("received one without a token") as string,
      path: ["s"],
      locations: [{ line: 1, column: 3 }],
    });
  });
});

describe("a value that does not fit", () => {
  const figures = "dispatchFigures(first: 1, filter: { fiscalYear: 2013 }) { totalCount }";

  it("has a place, and where a filter was expected what one looks like", async () => {
    expect(await refusal(`{ a: ${figures} }`)).toMatchObject({
      code: "GRAPHQL_VALIDATION_FAILED",
      message: 'Expected value of type "IntFilter" such as {eq: 2013}, found 2013.',
      path: ["a"],
      locations: [{ line: 1, column: 54 }],
    });
    expect(
      await refusal(
        "query ($f: PublishedFigureFilter) { dispatchFigures(filter: $f) { totalCount } }",
        { f: { fiscalYear: 2013 } },
      ),
    ).toMatchObject({
      code: "BAD_USER_INPUT",
      message:
        'Variable "$f" got invalid value 2013 at "f.fiscalYear"; Expected type "IntFilter" to be an object such as {eq: 2013}.',
      path: ["dispatchFigures"],
      locations: [{ line: 1, column: 8 }],
    });
  });

  it.each([
    [
      "query ($d: OrderDirection) { networkEvents(first: 1, orderBy: [{ by: STARTS_ON, direction: $d }]) { totalCount } }",
      { d: null },
      ["networkEvents"],
    ],
    [
      'query ($a: Boolean = true) { country(code: "US") { name @include(if: $a) code } }',
      { a: null },
      ["country", "name"],
    ],
    [
      'query ($a: Boolean = true) { country(code: "US") { code ... on Country @skip(if: $a) { name } } }',
      { a: null },
      ["country"],
    ],
    [
      'query ($a: Boolean = true) { c: country(code: "US") { ...F } } fragment F on Country { n: name @skip(if: $a) }',
      { a: null },
      ["c", "n"],
    ],
    [
      "query ($g: [DispatchDimension!] = []) { dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2023], groupBy: $g) { unit } }",
      { g: null },
      ["dispatchStatistics"],
    ],
  ])("is null where there is a default: %s", async (query, variables, path) => {
    expect(await refusal(query, variables)).toMatchObject({
      code: "BAD_USER_INPUT",
      message: expect.stringContaining(`null`) as string,
      path,
      locations: [{ line: 1, column: expect.any(Number) as number }],
    });
  });

  it.each([
    [
      "INVALID_DATE",
      'network(code: "CJK_PPN") { members(asOf: "2024-02-30") { role } }',
      ["network", "members"],
    ],
    [
      "INVALID_DATE",
      'network(code: "CJK_PPN") { members(asOf: 20240230) { role } }',
      ["network", "members"],
    ],
    ["INVALID_COUNTRY_CODE", 'country(code: "jpn") { name }', ["country"]],
    ["INVALID_KNOWN_AT", "dispatches(knownAt: 2024) { totalCount }", ["dispatches"]],
    [
      "INVALID_KNOWN_AT",
      'dispatches(knownAt: { day: "2024-01-01" }) { totalCount }',
      ["dispatches"],
    ],
    ["INVALID_KNOWN_AT", 'dispatches(knownAt: "2999-01-01") { totalCount }', ["dispatches"]],
  ])("is a scalar that is not %s: %s", async (code, field, path) => {
    const query = `{ ${field} networks { code } solicitations(first: 1) { totalCount } }`;
    expect(await refusal(query, {}, dispatchOfficer)).toMatchObject({
      code,
      path,
      locations: [{ line: 1, column: expect.any(Number) as number }],
    });
  });

  it("is a scalar of a variable", async () => {
    const query =
      'query ($d: Date) { networks { code } network(code: "CJK_PPN") { members(asOf: $d) { role } } }';
    expect(await refusal(query, { d: "2024-02-30" })).toMatchObject({
      code: "INVALID_DATE",
      path: ["network", "members"],
      locations: [{ line: 1, column: 8 }],
    });
  });
});

describe("a filter by a code that does not exist", () => {
  const filter = '(first: 1, filter: { measure: { eq: "dispatch_stok" } })';

  it.each([
    [`{ f: dispatchFigures${filter} { nodes { value } totalCount } }`, ["f"], 3],
    [`{ dispatchFigures${filter} { edges { node { value } } } }`, ["dispatchFigures"], 3],
    [`{ dispatchFigures${filter} { pageInfo { hasNextPage } } }`, ["dispatchFigures"], 3],
    [
      `{ fiscalYear(year: 2013) { c: dispatchFigures${filter} { totalCount } } }`,
      ["fiscalYear", "c"],
      28,
    ],
  ])("is reported at the list: %s", async (query, path, column) => {
    const { errors } = await graph.execute(query, {}, nobody);
    expect(errors).toMatchObject([
      { path, locations: [{ line: 1, column }], extensions: { code: "INVALID_FILTER" } },
    ]);
  });
});

describe("a name that does not exist", () => {
  const statistics = (args: string) => `{ s: dispatchStatistics(${args}) { unit } }`;

  it.each([
    [statistics("measure: ON_DISPATCH, groupBy: [ORGANISATION]"), {}],
    [statistics('measure: ON_DISPATCH, groupBy: "REGION"'), {}],
    [
      `query ($g: [DispatchDimension!]!) ${statistics("measure: ON_DISPATCH, groupBy: $g")}`,
      { g: ["ORGANIZATIO"] },
    ],
  ])(
    "of an enum is reported with the names that are open to the caller: %s",
    async (query, variables) => {
      const { message = "" } = await refusal(query, variables);
      expect(message).toMatch(
        / Open to the caller are COUNTRY, HOME_AGENCY, ORGANIZATION_TYPE, PAY_RATE, REGION, TERM\.$/,
      );
      expect(message).not.toContain("Did you mean");
      const officers = await refusal(query, variables, dispatchOfficer);
      expect(officers.message).toContain(" LEGAL_BASIS, ORGANIZATION, ORGANIZATION_TYPE,");
    },
  );

  it("of an enum that is wholly open is reported with the names that exist", async () => {
    const query = "{ officials(orderBy: [{ by: NAMEX }]) { totalCount } }";
    expect((await refusal(query)).message).toMatch(/ enum\. It has [A-Z_]+(, [A-Z_]+)+\.$/);
  });

  it("of a field of an input is reported with the names that exist", async () => {
    const query = '{ dispatchFigures(filter: { measure: { equals: "x" } }) { totalCount } }';
    expect(await refusal(query)).toMatchObject({
      message:
        'Field "equals" is not defined by type "StringFilter". It has contains, eq, in, isNull.',
      path: ["dispatchFigures"],
    });
  });

  it("of an argument is reported with the names that exist", async () => {
    expect(await refusal('{ country(cod: "JP", code: "JP") { name } }')).toMatchObject({
      message: 'Unknown argument "cod" on field "Query.country". It has code.',
      path: ["country"],
    });
  });
});

describe("a request that is refused as a whole", () => {
  it("for its cost is reported at what costs most", async () => {
    const many = "officials: dispatchFigures(first: 500) { nodes { splits { parts { value } } } }";
    const headers = await callerHeaders("public");
    expect(await refusal(`{ networks { code } ${many} }`, {}, headers)).toMatchObject({
      code: "QUERY_TOO_COSTLY",
      path: ["officials"],
      locations: [{ line: 1, column: 21 }],
    });
  });

  it("for what any site could send is reported in one line", async () => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "text/plain" },
      body: "{}",
    });
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    expect(errors[0]?.message).toMatch(/^Expected the content-type application\/json.*\(CSRF\)\.$/);
  });
});

describe("the errors of one document", () => {
  it("are reported once where they are of one kind, with all their places", async () => {
    const { errors } = await graph.execute(`{ __typename ${"@aa ".repeat(10)} }`, {}, nobody);
    expect(errors).toMatchObject([{ message: 'Unknown directive "@aa".', path: ["__typename"] }]);
    expect(errors[0]?.locations).toHaveLength(10);
  });

  it("are a few of many", async () => {
    const query = `{ ${Array.from({ length: 100 }, (_unused, n) => `no${n}`).join(" ")} }`;
    const { errors } = await graph.execute(query, {}, nobody);
    expect(errors.length).toBeLessThan(10);
  });
});

describe("the name of an operation", () => {
  const told = async (query: string, operationName: string) => {
    const response = await fetch(`${graph.url}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, operationName }),
    });
    const { errors } = (await response.json()) as { errors: { message: string }[] };
    return errors[0]?.message;
  };

  it("is refused with the names there are, or that there are none", async () => {
    expect(await told("{ __typename }", "")).toBe(
      'Expected no operationName, as the operation of the document has no name, received "".',
    );
    expect(await told("query A { __typename }", "")).toBe(
      'Expected operationName to be one of ["A"], received "".',
    );
    expect(await told("query A { __typename }", "\u202eB")).toBe(
      'Expected operationName to be one of ["A"], received "\\u202eB".',
    );
  });
});

describe("the message of an error", () => {
  const spell = "\u202e\u200b\u0007";

  it.each([
    ["a syntax error", `{ country(code: "${spell}" }`],
    ["a value", `{ country(code: "${spell}") { name } }`],
    ["a value of another type", `{ fiscalYear(year: "${spell}") { name } }`],
  ])("shows no character that cannot be seen: %s", async (_what, query) => {
    const { errors } = await graph.execute(query, {}, nobody);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
  });

  it("shows none of a variable, and is cut between characters", async () => {
    const language = async (l: string) =>
      graph.execute(
        'query ($l: Language!) { country(code: "JP") { name(language: $l) } }',
        { l },
        nobody,
      );
    for (const l of ["𠮷".repeat(1_200), `x${"𠮷".repeat(1_200)}`, spell]) {
      const { errors } = await language(l);
      expect(errors[0]?.message).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
    }
  });
});
