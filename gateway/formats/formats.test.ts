import { createHash } from "node:crypto";
import { ApolloServer } from "@apollo/server";
import { parse } from "csv-parse/sync";
import { buildSchema } from "graphql";
import { readXlsx } from "hucre/xlsx";
import pino from "pino";
import { mountGraphql } from "../../subgraphs/kit/graphql/mount-graphql";
import { createHttpServer } from "../../subgraphs/kit/http/http-server";
import { setCaller } from "../../subgraphs/kit/http/request-caller";
import { testCaller } from "../../test/support/assertions";
import { asOfExtension } from "../as-of-extension";
import { datasetExtension } from "../dataset-extension";
import type { GatewayContext } from "../context/gateway-context";
import { operationSteps } from "../steps/operation-steps";
import { chooseFormat, tabulate } from "./choose-format";
import { completeDocuments } from "./complete-documents";
import { writeAnswer } from "./write-answer";

const typeDefs = `
  scalar Date
  type Query { language: String, person: Person, people(first: Int): PersonConnection!, codes: [String!]!, statistics: Statistics!, fails: Int!, partly: Person }
  type Mutation { change: Int }
  type PageInfo { hasNextPage: Boolean! }
  type PersonConnection { totalCount: Int!, nodes: [Person!]!, edges: [PersonEdge!]!, pageInfo: PageInfo! }
  type PersonEdge { cursor: String!, node: Person! }
  type Person { name: String, born: Date, pay: Float, isHere: Boolean, town: Municipality, posts: [Post!]!, nicknames: [String!]!, gone: Int }
  type Post { title: String!, places: [Municipality!]! }
  type Municipality { code: ID!, name: String! }
  type Statistics { unit: String!, total: Cell!, rows: [Row!]! }
  type Row { year: Int!, region: Region!, count: Cell! }
  type Region { code: ID!, name: String! }
  type Cell { value: Int, lower: Int, upper: Int, suppressed: Boolean! }
`;

const tsukuba = { code: "082201", name: "つくば市" };
const shown = (value: number) => ({ value, lower: value, upper: value, suppressed: false });
const hidden = { value: null, lower: 1, upper: 9, suppressed: true };
const people = [
  {
    ...{ name: "=1+1", born: "2001-02-03", pay: -5.5, isHere: true, town: tsukuba },
    nicknames: ["1-7", "007"],
    posts: [
      { title: "甲, 乙", places: [tsukuba] },
      { title: 'a "b"\nc', places: [] },
    ],
  },
  { name: "山田 太郎", born: null, pay: null, isHere: false, town: null, nicknames: [], posts: [] },
];
const rows = [
  { year: 2022, region: { code: "EU", name: "Europe" }, count: shown(120) },
  { year: 2022, region: { code: "ME", name: "Middle East" }, count: hidden },
  { year: 2023, region: { code: "EU", name: "Europe" }, count: shown(118) },
];

const app = createHttpServer({
  logger: pino({ level: "silent" }),
  bodyLimit: 10_000,
  readiness: async () => ({ ready: true, details: {} }),
});
let executed = 0;
const contextOf = () => ({ requestId: "request-1", asOf: "2024-03-31" }) as GatewayContext;

beforeAll(async () => {
  const apollo = new ApolloServer<GatewayContext>({
    typeDefs,
    resolvers: {
      Query: {
        language: () => "JA",
        person: () => people[0],
        people: () => {
          executed += 1;
          return {
            totalCount: 2,
            nodes: people,
            edges: people.map((node) => ({ cursor: "secret", node })),
            pageInfo: { hasNextPage: false },
          };
        },
        codes: () => ["012220", "+1"],
        statistics: () => ({ unit: "persons", total: hidden, rows }),
        partly: () => ({
          name: "x",
          gone: () => {
            throw new Error("gone");
          },
        }),
      },
    },
    stringifyResult: writeAnswer,
    plugins: [operationSteps([tabulate(), asOfExtension(), datasetExtension("synthetic")])],
  });
  await apollo.start();
  const complete = completeDocuments(buildSchema(typeDefs));
  const guard = (scope: typeof app) => {
    scope.addHook("onRequest", (request, _reply, done) => {
      const role = request.headers["x-role"];
      setCaller(request, { ...testCaller(), roles: typeof role === "string" ? [role] : [] });
      done();
    });
    chooseFormat(scope);
    complete(scope);
  };
  await mountGraphql(app, apollo, contextOf, guard, { write: writeAnswer });
});

afterAll(() => app.close());

interface Request {
  readonly format?: string;
  readonly accept?: string;
  readonly role?: string;
  readonly variables?: object;
}

function ask(query: string, { format, accept = "*/*", role, variables }: Request = {}) {
  return app.inject({
    method: "POST",
    url: `/graphql${format === undefined ? "" : `?format=${format}`}`,
    headers: { accept, ...(role !== undefined && { "x-role": role }) },
    payload: { query, ...(variables && { variables }) },
  });
}

async function csvOf(query: string, more = "", request: Request = {}): Promise<string[][]> {
  const { body, statusCode, headers } = await ask(query, { ...request, format: `csv${more}` });
  expect([statusCode, body]).toEqual([200, expect.stringMatching(/^\uFEFF/)]);
  expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
  return parse(body, { bom: true });
}

async function sheetsOf(query: string): Promise<Record<string, unknown[][]>> {
  const { rawPayload, headers } = await ask(query, { format: "xlsx" });
  expect(headers["content-length"]).toBe(String(rawPayload.length));
  const { sheets } = await readXlsx(rawPayload);
  // The notes are last, and looked at by themselves.
  return Object.fromEntries(sheets.slice(0, -1).map(({ name, rows: cells }) => [name, cells]));
}

const refusal = async (query: string, request: Request) => {
  const { statusCode, headers, body } = await ask(query, request);
  expect(headers["content-type"]).toMatch(/^application\/json/);
  const { errors } = JSON.parse(body) as {
    errors: { message: string; extensions: { code: string } }[];
  };
  return { statusCode, code: errors[0]?.extensions.code, message: errors[0]?.message };
};

describe("an answer in JSON", () => {
  it.each([
    ["application/json", {}],
    ["application/graphql-response+json", {}],
    ["application/json", { format: "json" }],
  ])("is one line, as %s", async (accept, more) => {
    const { body, headers } = await ask("{ language }", { accept, ...more });
    expect(headers["content-type"]).toBe(`${accept}; charset=utf-8`);
    expect(body).toBe(
      '{"data":{"language":"JA"},"extensions":{"asOf":"2024-03-31","dataset":"synthetic"}}\n',
    );
  });

  it("is refused to those who accept nothing that there is", async () => {
    expect((await ask("{ language }", { accept: "image/png" })).statusCode).toBe(406);
  });
});

describe("an answer in CSV", () => {
  it("has a row for each record of a list, and a column for each value, with dotted names", async () => {
    expect(
      await csvOf(
        "{ people { nodes { name born pay isHere town { code name } } pageInfo { hasNextPage } } }",
      ),
    ).toEqual([
      ["name", "born", "pay", "isHere", "town.code", "town.areaCode", "town.name"],
      ["'=1+1", "2001-02-03", "-5.5", "true", "082201", "08220", "つくば市"],
      ["山田 太郎", "", "", "false", "", "", ""],
    ]);
  });

  it("has the rows of edges without their cursors, those of fragments, and what variables leave", async () => {
    expect(
      await csvOf(
        "query ($all: Boolean = false) { people { edges { cursor node { ...P } } } } fragment P on Person { name pay @include(if: $all) ... on Person { isHere } }",
      ),
    ).toEqual([
      ["name", "isHere"],
      ["'=1+1", "true"],
      ["山田 太郎", "false"],
    ]);
  });

  it("marks what is suppressed in a column of its own, and says the unit, although the query leaves both out", async () => {
    const query = "{ statistics { rows { year region { name } count { value } } } }";
    expect(await csvOf(query, "&table=statistics.rows")).toEqual([
      ["year", "region.name", "count.suppressed", "count.value"],
      ["2022", "Europe", "false", "120"],
      ["2022", "Middle East", "true", ""],
      ["2023", "Europe", "false", "118"],
    ]);
    // It is the only list, so that it is the table where none is named.
    expect(await csvOf(query)).toHaveLength(4);
    expect(await csvOf(query, "&table=statistics")).toEqual([["unit"], ["persons"]]);
  });

  it("is by Accept as by address, and named as its operation", async () => {
    const { headers, body } = await ask("query Codes { codes }", { accept: "text/csv" });
    expect(headers["content-disposition"]).toBe('attachment; filename="Codes.csv"');
    expect(headers["graph-tables"]).toBe("codes");
    expect(body).toBe("\uFEFFvalue\r\n012220\r\n'+1\r\n");
  });

  it("is refused before it is run where it would have to hold several tables", async () => {
    executed = 0;
    expect(
      await refusal("{ people { nodes { name posts { title } } } }", { format: "csv" }),
    ).toEqual({
      statusCode: 400,
      code: "INVALID_FORMAT",
      message:
        "Expected table=people or people.posts: csv holds one table, and the answer has 2. Excel (format=xlsx) holds all.",
    });
    expect(executed).toBe(0);
  });

  it.each([
    [
      "an unknown format",
      "{ language }",
      "ods",
      /Expected format to be one of json, csv, xlsx, ndjson, received "ods"/,
    ],
    ["two formats", "{ language }", "csv&format=xlsx", /received "csv, xlsx"/],
    [
      "a table of JSON",
      "{ language }",
      "json&table=x",
      /Expected a format of tables beside table: csv, xlsx, ndjson/,
    ],
    [
      "a table that there is not",
      "{ codes }",
      "csv&table=people",
      /Expected table to be codes, received "people"/,
    ],
    ["a change", "mutation { change }", "csv", /Expected a query for csv, received a mutation/],
    [
      "two columns of one name",
      "{ people { nodes { town { code areaCode: name } } } }",
      "csv",
      /two columns called town.areaCode/,
    ],
    ["introspection", "{ __schema { description } }", "csv", /Expected fields that have values/],
  ])("is refused for %s", async (_what, query, format, message) => {
    expect(await refusal(query, { format })).toEqual({
      statusCode: 400,
      code: "INVALID_FORMAT",
      message: expect.stringMatching(message) as string,
    });
  });

  it("is refused to an app whose operation does not ask for what marks suppressed numbers", async () => {
    const { message } = await refusal("{ statistics { rows { count { value } } } }", {
      ...{ format: "csv", role: "app" },
    });
    expect(message).toMatch(/^Expected suppressed beside statistics.rows.count.value/);
  });

  it("leaves a query as it is that is sent with its hash, which would not fit any more", async () => {
    const query = "{ statistics { rows { count { value } } } }";
    const sha256Hash = createHash("sha256").update(query).digest("hex");
    const { statusCode, body } = await app.inject({
      method: "POST",
      url: "/graphql?format=csv",
      payload: { query, extensions: { persistedQuery: { version: 1, sha256Hash } } },
    });
    expect([statusCode, body]).toEqual([
      400,
      expect.stringContaining("Expected suppressed beside") as string,
    ]);
  });

  it("is no file where a part of the answer is missing", async () => {
    const { statusCode } = await refusal("{ partly { name gone } }", { format: "csv" });
    expect(statusCode).toBe(500);
  });
});

describe("an answer in newline-delimited JSON", () => {
  it("has an object for each row, with numbers as numbers and null for what is not known", async () => {
    const { body, headers } = await ask("{ people { nodes { name pay town { name } } } }", {
      accept: "application/x-ndjson",
    });
    expect(headers["content-type"]).toBe("application/x-ndjson; charset=utf-8");
    expect(
      body
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { name: "=1+1", pay: -5.5, "town.name": "つくば市" },
      { name: "山田 太郎", pay: null, "town.name": null },
    ]);
  });
});

describe("an answer in Excel", () => {
  it("has a sheet for each list, those within rows by the number of the row", async () => {
    expect(
      await sheetsOf(
        "{ language people { totalCount nodes { name nicknames posts { title places { name } } } } }",
      ),
    ).toEqual({
      language: [["language"], ["JA"]],
      "people.about": [["totalCount"], [2]],
      people: [
        ["row", "name"],
        [1, "=1+1"],
        [2, "山田 太郎"],
      ],
      "people.nicknames": [
        ["people.row", "value"],
        [1, "1-7"],
        [1, "007"],
      ],
      "people.posts": [
        ["people.row", "row", "title"],
        [1, 1, "甲, 乙"],
        [1, 2, 'a "b"\nc'],
      ],
      "people.posts.places": [
        ["people.posts.row", "name"],
        [1, "つくば市"],
      ],
    });
  });

  it("has statistics by two dimensions in long form and as a cross table", async () => {
    const sheets = await sheetsOf(
      "{ statistics { rows { year region { code name } count { value lower upper } } } }",
    );
    expect(sheets["statistics.rows.cross"]).toEqual([
      [
        "year",
        ...["Europe suppressed", "Europe", "Europe lower", "Europe upper"],
        ...["Middle East suppressed", "Middle East", "Middle East lower", "Middle East upper"],
      ],
      [2022, false, 120, 120, 120, true, null, 1, 9],
      [2023, false, 118, 118, 118, null, null, null, null],
    ]);
  });

  it("ends with notes: what is hidden, as of when, the question and the request, in the language of the request", async () => {
    const query =
      "query Shown($first: Int) { people(first: $first) { totalCount } statistics { rows { count { lower } } } }";
    const { rawPayload } = await app.inject({
      method: "POST",
      url: "/graphql?format=xlsx",
      headers: { "accept-language": "ja,en;q=0.5" },
      payload: { query, variables: { first: 2 } },
    });
    const { sheets } = await readXlsx(rawPayload);
    const notes = sheets.at(-1);
    expect(notes?.name).toBe("注記");
    expect(notes?.rows).toEqual([
      ["項目", "内容"],
      ["秘匿", expect.stringContaining("TRUE") as string],
      ["基準日（問合せに日付がない場合）", "2024-03-31"],
      ["記録", expect.stringContaining("架空") as string],
      ["回答日時", expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string],
      ["回答番号", "request-1"],
      ["問合せ", expect.stringContaining("query Shown($first: Int)") as string],
      ["変数", '{"first":2}'],
    ]);
  });

  it("has days as days, and texts as texts whatever they look like", async () => {
    const { rawPayload } = await ask("{ people { nodes { name born } } }", { format: "xlsx" });
    const { sheets } = await readXlsx(rawPayload);
    expect(sheets[0]?.rows[1]).toEqual(["=1+1", new Date(Date.UTC(2001, 1, 3))]);
  });
});
