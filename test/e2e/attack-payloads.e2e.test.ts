import { gzipSync } from "node:zlib";
import { attempt, type AttemptOptions } from "../support/attempt";
import { startTestGraph, type TestGraph } from "../support/graph";
import { Sweep } from "../support/sweep";

/** The attacks that are sent again and again. */
const sweep = new Sweep("gateway", __filename);

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph();
});
afterAll(() => graph.stop());

/** An attack, and the codes that may come of it. */
type Attack = readonly [what: string, sent: AttemptOptions, codes: readonly string[]];

const query = (text: string, variables?: object): AttemptOptions => ({
  body: JSON.stringify({ query: text, variables }),
});
const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_unused, index) => each(index)).join(" ");
const nested = (depth: number, open: string, close: string, within = "") =>
  open.repeat(depth) + within + close.repeat(depth);
const body = (text: string | Buffer, contentType?: string): AttemptOptions => ({
  body: text,
  ...(contentType !== undefined && { headers: { "content-type": contentType } }),
});
const name = 'country(code: "JP") { name }';
const arrays = nested(100_000, "[", "]");
const withDate =
  'query ($d: Date) { network(code: "ACCSM") { members(asOf: $d) { country { code } } } }';

const tooLarge: readonly Attack[] = [
  [
    "10,000 aliases",
    query(`{ ${many(10_000, (n) => `a${n}: __typename`)} }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "10,000 repeated fields",
    query(`{ ${many(10_000, () => "__typename")} }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  ["10,000 repeated objects", query(`{ ${many(10_000, () => name)} }`), ["DOCUMENT_TOO_LONG"]],
  [
    "10,000 directives",
    query(`{ __typename ${many(10_000, () => "@skip(if: false)")} }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "10,000 unknown directives",
    query(`{ __typename ${many(10_000, () => "@a")} }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "10,000 operations",
    query(many(10_000, (n) => `query Q${n} { __typename }`)),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "10,000 fragments",
    query(
      `{ ...F0 } ${many(10_000, (n) => `fragment F${n} on Query { ...F${n + 1} ...F${n + 1} }`)}`,
    ),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "10,000 variables",
    query(`query (${many(10_000, (n) => `$v${n}: Int`)}) { __typename }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "fields 1,000 deep",
    query(nested(1_000, "{ fiscalYear(year: 2023) ", "}", "{ name }")),
    ["DOCUMENT_TOO_LONG", "QUERY_TOO_DEEP"],
  ],
  [
    "selections 1,000 deep",
    query(nested(1_000, "{a", "}", "{a}")),
    ["QUERY_TOO_DEEP", "DOCUMENT_TOO_LONG"],
  ],
  ["fields 13 deep", query(nested(13, "{ source", "}", " { id }")), ["GRAPHQL_VALIDATION_FAILED"]],
  [
    "lists 1,000 deep in an argument",
    query(`{ agencies(filter: { codes: ${nested(1_000, "[", "]")} }) { code } }`),
    ["QUERY_TOO_DEEP", "DOCUMENT_TOO_LONG"],
  ],
  [
    "objects 1,000 deep in an argument",
    query(`{ agencies(filter: ${nested(1_000, "{a:", "}", "1")}) { code } }`),
    ["QUERY_TOO_DEEP", "DOCUMENT_TOO_LONG"],
  ],
  [
    "a type of lists 1,000 deep",
    query(`query ($a: ${nested(1_000, "[", "]", "Int")}) { __typename }`),
    ["QUERY_TOO_DEEP", "DOCUMENT_TOO_LONG"],
  ],
  ["fragments that double one another", query(bomb("", "")), ["QUERY_TOO_COSTLY"]],
  [
    "fragments that double one another apart",
    query(bomb("", "@include(if: true)")),
    ["QUERY_TOO_COSTLY", "DOCUMENT_TOO_LONG"],
  ],
  [
    "fragments in a circle",
    query("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }"),
    ["GRAPHQL_VALIDATION_FAILED"],
  ],
  [
    "a body of 10 MB",
    query(`{ __typename ${" ".repeat(10_000_000)} }`),
    ["BAD_REQUEST", "CONNECTION ENDED"],
  ],
  [
    "an alias of 1 MB",
    query(`{ ${"a".repeat(1_000_000)}: officials { totalCount } }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "an alias of 190 kB",
    query(`{ ${"a".repeat(190_000)}: officials { totalCount } }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  ["a name of 1 MB", query(`{ ${"a".repeat(1_000_000)} }`), ["DOCUMENT_TOO_LONG"]],
  ["a name of 190 kB", query(`{ ${"a".repeat(190_000)} }`), ["DOCUMENT_TOO_LONG"]],
  [
    "a text of 1 MB",
    query(`{ agencies(filter: { codes: ["${"a".repeat(1_000_000)}"] }) { code } }`),
    ["DOCUMENT_TOO_LONG"],
  ],
  [
    "a text of 190 kB",
    query(`{ agencies(filter: { codes: ["${"a".repeat(190_000)}"] }) { code } }`),
    ["BAD_USER_INPUT"],
  ],
  [
    "a list of 1,001 elements",
    query(`{ countries(codes: [${'"JP" '.repeat(1_001)}]) { code } }`),
    ["BAD_USER_INPUT"],
  ],
  [
    "a variable of 240,000 texts that twelve entities are asked with",
    query(
      `query ($c: [String!]) { ${many(12, (n) => `a${n}: cooperationFigures(first: 1) { nodes { fiscalYear { ...F } } }`)} }
       fragment F on FiscalYear { recruitmentFigures(filter: { measure: { in: $c } }, first: 1) { nodes { value } } }`,
      { c: Array.from({ length: 240_000 }, () => "x") },
    ),
    ["BAD_USER_INPUT"],
  ],
  [
    "a variable of 120,000 countries",
    query("query ($c: [CountryCode!]) { countries(codes: $c) { code } }", {
      c: Array.from({ length: 120_000 }, () => "JP"),
    }),
    ["BAD_USER_INPUT"],
  ],
  [
    "a variable of 1 MB",
    query("query ($c: [ID!]) { agencies(filter: { codes: $c }) { code } }", {
      c: ["a".repeat(1_000_000)],
    }),
    ["BAD_USER_INPUT"],
  ],
  [
    "a number of 100,000 digits",
    query(`{ fiscalYear(year: ${"9".repeat(100_000)}) { name } }`),
    ["GRAPHQL_VALIDATION_FAILED"],
  ],
];

/** Twenty fragments, each of which spreads the next twice: a million of the last. */
function bomb(first: string, second: string): string {
  const each = (n: number) =>
    `fragment F${n} on Country { ... on Country ${first} { ...F${n + 1} } ... on Country ${second} { ...F${n + 1} } }`;
  return `{ country(code: "JP") { ...F0 } } ${many(20, each)} fragment F20 on Country { name }`;
}

const unreadable: readonly Attack[] = [
  [
    "a variable nested 100,000 deep",
    body(`{"query":"{ __typename }","variables":{"x":${arrays}}}`),
    ["BAD_REQUEST", "BAD_USER_INPUT"],
  ],
  [
    "a variable for a date nested 100,000 deep",
    body(`{"query":${JSON.stringify(withDate)},"variables":{"d":${arrays}}}`),
    ["BAD_REQUEST", "BAD_USER_INPUT"],
  ],
  [
    "a hash nested 100,000 deep",
    body(`{"query":"{ __typename }","extensions":{"persistedQuery":${arrays}}}`),
    ["BAD_REQUEST"],
  ],
  ["a query nested 100,000 deep", body(`{"query":${arrays}}`), ["BAD_REQUEST"]],
  [
    "an operation's name nested 100,000 deep",
    body(`{"query":"{ __typename }","operationName":${arrays}}`),
    ["BAD_REQUEST"],
  ],
  [
    "a list of 300,000 objects in a variable",
    body(
      `{"query":"query ($c: [ID!]) { agencies(filter: { codes: $c }) { code } }","variables":{"c":[${"{},".repeat(300_000)}{}]}}`,
    ),
    ["BAD_USER_INPUT"],
  ],
  [
    "a number beyond all numbers",
    body(`{"query":"query ($y: Int!) { fiscalYear(year: $y) { name } }","variables":{"y":1e400}}`),
    ["BAD_USER_INPUT"],
  ],
  ["a null byte in the body", body('{"query":"{ __typename }"}\0'), ["BAD_REQUEST"]],
  ["a null byte in the document", query("{ __typename \0 }"), ["GRAPHQL_PARSE_FAILED"]],
  [
    "__proto__ in the body",
    body('{"query":"{ __typename }","__proto__":{"variables":{}}}'),
    ["BAD_REQUEST"],
  ],
  [
    "__proto__ in variables",
    body('{"query":"{ __typename }","variables":{"__proto__":{"a":1}}}'),
    ["BAD_REQUEST"],
  ],
  [
    "constructor.prototype in the body",
    body('{"query":"{ __typename }","constructor":{"prototype":{}}}'),
    ["BAD_REQUEST"],
  ],
  [
    "bytes that are no UTF-8",
    body(Buffer.from('{"query":"\xff\xfe"}', "latin1")),
    ["GRAPHQL_PARSE_FAILED", "BAD_REQUEST"],
  ],
  [
    "a multipart form",
    body(
      '--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n{"query":"{ __typename }"}\r\n--x--',
      "multipart/form-data; boundary=x",
    ),
    ["BAD_REQUEST"],
  ],
  [
    "a urlencoded form",
    body("query=%7B__typename%7D", "application/x-www-form-urlencoded"),
    ["BAD_REQUEST"],
  ],
  ["plain text", body('{"query":"{ __typename }"}', "text/plain"), ["BAD_REQUEST"]],
  [
    "a compressed megabyte",
    { body: gzipSync(Buffer.alloc(100_000_000, " ")), headers: { "content-encoding": "gzip" } },
    ["BAD_REQUEST"],
  ],
  ["a batch", body('[{"query":"{ __typename }"},{"query":"{ __typename }"}]'), ["BAD_REQUEST"]],
  ["nothing", body(""), ["BAD_REQUEST"]],
  ["null", body("null"), ["BAD_REQUEST"]],
];

describe("a request beyond all measure", () => {
  it.each([...tooLarge, ...unreadable])(
    "is refused, and no subgraph is asked: %s",
    async (_what, sent, expected) => {
      const { status, codes, calls, text, processorTime } = await attempt(graph, sent);
      expect(calls).toBe(0);
      expect(status).toBeLessThan(500);
      expect(codes).toHaveLength(1);
      expect(expected).toContain(codes[0]);
      expect(text.length).toBeLessThan(2_000);
      expect(text).not.toMatch(/call stack|node_modules|FST_|    at /);
      expect(processorTime).toBeLessThan(2_000);
    },
  );

  it("in which one key comes twice is one request, that of the last", async () => {
    const twice = body('{"query":"{ officials { totalCount } }","query":"{ __typename }"}');
    expect(await attempt(graph, twice)).toMatchObject({ codes: ["ANSWERED"], calls: 0 });
    const other = body('{"query":"{ __typename }","query":"{ officials { totalCount } }"}');
    expect(await attempt(graph, other)).toMatchObject({ codes: ["FORBIDDEN"], calls: 0 });
  });

  it("cannot change what later requests are answered from", async () => {
    const polluted = query(
      '{ __proto__: country(code: "JP") { scopes: name } constructor: country(code: "US") { prototype: name } }',
    );
    await attempt(graph, polluted);
    expect(await attempt(graph, query("{ officials { totalCount } }"))).toMatchObject({
      ...{ codes: ["FORBIDDEN"], calls: 0 },
    });
    expect((await attempt(graph, query(`{ ${name} }`))).text).toContain('"name":"Japan"');
  });

  it("leaves the gateway's memory as it was", async () => {
    const attacks = sweep.of([...tooLarge, ...unreadable]);
    // What one of few leaves has to come to as much: each is sent more often.
    const times = sweep.isWhole ? 1 : 2;
    /** The least while so many rounds go on: what is left when garbage has been collected. */
    const leastOf = async (rounds: number) => {
      const samples: number[] = [];
      for (const [, sent] of Array.from({ length: rounds * times }, () => attacks).flat()) {
        await attempt(graph, sent);
        samples.push((await graph.gateway.memory()) ?? 0);
      }
      return Math.min(...samples) / 1_048_576;
    };
    // The first of each kind load what stays loaded.
    await leastOf(2);
    const before = await leastOf(2);
    await leastOf(3);
    expect((await leastOf(2)) - before).toBeLessThan(64);
  });
});
