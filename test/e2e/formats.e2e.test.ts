import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { machineReadableProblems } from "../support/machine-readable";
import { asAdmin, testPostgres } from "../support/postgres";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

interface File {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: Headers;
}

/** Without what the graph's `execute` sends where it is not told otherwise. */
const nobody = { authorization: undefined, "graph-purpose": undefined };

type Row = Readonly<Record<string, unknown>>;

async function fileOf(
  query: string,
  format: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<File> {
  const response = await fetch(`${graph.url}/graphql?format=${format}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ query }),
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, bytes, headers: response.headers };
}

async function rowsOf(query: string, table: string, headers = {}): Promise<Row[]> {
  const { status, bytes } = await fileOf(query, `ndjson&table=${table}`, headers);
  expect([status, bytes.toString().slice(0, 200)]).toEqual([200, expect.any(String)]);
  const lines = bytes.toString().split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => JSON.parse(line) as Row);
}

const officer = async (area: string) => ({
  ...(await callerHeaders(`${area}-officer`)),
  "graph-purpose": "try",
});

/** The value below an object of the answer that dotted names lead to. */
function below(object: unknown, heading: string): unknown {
  let value = object;
  for (const name of heading.split(".")) {
    if (typeof value !== "object" || value === null) return null;
    value = (value as Row)[name];
  }
  return value ?? null;
}

const listed = (data: unknown, path: string): readonly unknown[] => {
  const found = below(data, path);
  if (!Array.isArray(found)) throw new Error(`Expected a list at ${path}.`);
  return found;
};

/** Queries, the tables of each, and where their rows are in the answer. */
const questions: readonly {
  readonly query: string;
  readonly tables: Readonly<Record<string, string>>;
  readonly area?: string;
}[] = [
  {
    query: `{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2012, 2013, 2022], groupBy: [REGION]) {
      unit total { value suppressed lower upper }
      rows { fiscalYear { year name } region { code name(language: JA) } count { value suppressed lower upper } share } } }`,
    tables: { "dispatchStatistics.rows": "dispatchStatistics.rows" },
  },
  {
    query: `{ fiscalYear(year: 2023) { name
      applied: recruitmentFigures(first: 500) { totalCount nodes { id value unit measure source { title url } note } }
      abroad: dispatchFigures(first: 500) { edges { cursor node { id value unit otherRevisions { value unit } } } } } }`,
    tables: {
      "fiscalYear.applied": "fiscalYear.applied.nodes",
      "fiscalYear.abroad": "fiscalYear.abroad.edges",
    },
  },
  {
    query: `{ networks { code members(asOf: "2013-06-01") { agency { code name(language: JA) } country { code } } } }`,
    tables: { networks: "networks" },
  },
  {
    query: `{ officials(first: 100, orderBy: [{ by: NAME }]) { nodes { id name personnelNumber homeAgency { code } } } }`,
    tables: { officials: "officials.nodes" },
    area: "dispatch",
  },
  {
    query: `{ municipalities(first: 200) { nodes { code name(language: JA) prefecture { name } } } }`,
    tables: { municipalities: "municipalities.nodes" },
    area: "recruitment",
  },
];

describe.each(questions)("$query", ({ query, tables, area }) => {
  const headers = async (): Promise<Record<string, string>> =>
    area === undefined ? {} : officer(area);

  it("has in every format what it has in JSON", async () => {
    const asked = await headers();
    const { data, errors } = await graph.execute(query, {}, { ...nobody, ...asked });
    expect(errors).toEqual([]);
    const { bytes, status } = await fileOf(query, "xlsx", asked);
    expect(status).toBe(200);
    const workbook = await readXlsx(bytes);
    const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet.rows]));
    for (const [table, path] of Object.entries(tables)) {
      const expected = listed(data, path).map((one) =>
        path.endsWith("edges") ? below(one, "node") : one,
      );
      const rows = await rowsOf(query, table, asked);
      expect(rows).toHaveLength(expected.length);
      const headings = Object.keys(rows[0] ?? {});
      for (const [index, row] of rows.entries()) {
        for (const [heading, cell] of Object.entries(row)) {
          if (heading === "row" || heading.endsWith("areaCode")) continue;
          expect([heading, cell]).toEqual([heading, below(expected[index], heading)]);
        }
      }
      const csv = await fileOf(query, `csv&table=${table}`, asked);
      const read: string[][] = parse(csv.bytes, { bom: true });
      expect(read).toEqual([
        headings,
        ...rows.map((row) => headings.map((heading) => text(row[heading]))),
      ]);
      const sheet = sheets.get(table.slice(0, 31)) ?? [];
      expect(
        sheet.slice(1).map((cells) => headings.map((_heading, index) => plain(cells[index]))),
      ).toEqual(rows.map((row) => headings.map((heading) => row[heading])));
      expect(machineReadableProblems({ name: table, rows: read })).toEqual([]);
    }
    for (const sheet of workbook.sheets) {
      expect(sheet.merges ?? []).toEqual([]);
      expect(machineReadableProblems(sheet)).toEqual([]);
    }
  });
});

it("A dry run says which tables a file would have, and is no file", async () => {
  const query = "{ networks { code members { role } } }";
  const { status, headers } = await fileOf(query, "xlsx", { "graph-dry-run": "1" });
  expect([status, headers.get("graph-tables")]).toEqual([200, "networks, networks.members"]);
  expect(headers.get("content-type")).toContain("application/json");
  expect(headers.get("content-disposition")).toBeNull();
});

/** A cell as CSV has it. */
function text(cell: unknown): string {
  if (cell === null) return "";
  const written = typeof cell === "string" ? cell : JSON.stringify(cell);
  return typeof cell === "string" && /^[=+\-@\t\r\n＝＋－＠]/u.test(cell) ? `'${written}` : written;
}

/** A cell as the other library has read it. */
function plain(cell: unknown): unknown {
  if (cell === undefined || cell === "") return null;
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : cell;
}

describe("a workbook", () => {
  const soffice = "/usr/bin/soffice";
  const withLibreOffice = existsSync(soffice) ? it : it.skip;

  withLibreOffice(
    "is read by LibreOffice as it was answered (skipped where there is none)",
    async () => {
      const [question] = questions;
      if (!question) throw new Error("no question");
      const folder = await mkdtemp(join(tmpdir(), "workbook-"));
      try {
        await writeFile(join(folder, "a.xlsx"), (await fileOf(question.query, "xlsx")).bytes);
        const csvOfSheet2 =
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2";
        await promisify(execFile)(
          soffice,
          [
            "--headless",
            `-env:UserInstallation=file://${folder}/profile`,
            "--convert-to",
            csvOfSheet2,
            "--outdir",
            folder,
            join(folder, "a.xlsx"),
          ],
          { timeout: 120_000 },
        );
        const rows = await rowsOf(question.query, "dispatchStatistics.rows");
        const read: string[][] = parse(
          await readFile(join(folder, "a-dispatchStatistics.rows.csv")),
        );
        const headings = Object.keys(rows[0] ?? {});
        expect(read[0]).toEqual(headings);
        expect(read.slice(1)).toEqual(
          rows.map((row) =>
            headings.map((heading) => {
              const cell = row[heading];
              // It shows fifteen digits.
              if (typeof cell === "number") return String(Number(cell.toPrecision(15)));
              return typeof cell === "boolean" ? String(cell).toUpperCase() : text(cell);
            }),
          ),
        );
      } finally {
        await rm(folder, { recursive: true });
      }
    },
  );
});

describe("a whole list", () => {
  const query = `{ officials(orderBy: [{ by: PERSONNEL_NUMBER }]) { nodes { personnelNumber name } } }`;

  it("has every record once, in its order, in every format, and every page is on record", async () => {
    const asked = { ...(await officer("dispatch")), "graph-export": "all" };
    const { data } = await graph.execute<{ officials: { totalCount: number } }>(
      "{ officials { totalCount } }",
    );
    const { totalCount } = data.officials;
    expect(totalCount).toBeGreaterThan(1_000);
    const before = (await graph.audit.entries()).length;
    const rows = await rowsOf(query, "officials", asked);
    expect((await graph.audit.entries()).length - before).toBe(Math.ceil(totalCount / 500));
    expect(rows).toHaveLength(totalCount);
    expect(new Set(rows.map((row) => row["personnelNumber"])).size).toBe(totalCount);
    const csv = await fileOf(query, "csv", asked);
    const read: string[][] = parse(csv.bytes, { bom: true });
    expect(read.slice(1)).toEqual(rows.map((row) => Object.values(row).map(text)));
    const { sheets } = await readXlsx((await fileOf(query, "xlsx", asked)).bytes);
    expect(sheets[0]?.rows.slice(1)).toEqual(rows.map((row) => Object.values(row)));
    expect(sheets.map(({ name }) => name)).toEqual(["officials", "notes"]);
  });

  it.each([
    ["without its purpose", query, {}, 403, "PURPOSE_REQUIRED"],
    [
      "with lists in its rows",
      "{ officials { nodes { id dispatches { nodes { id } } } } }",
      {},
      400,
      "INVALID_FORMAT",
    ],
    [
      "with a page of its own",
      "{ officials(first: 2) { nodes { id } } }",
      {},
      400,
      "INVALID_FORMAT",
    ],
    ["that is no list of records", "{ countries { code } }", {}, 400, "INVALID_FORMAT"],
  ])("is refused %s", async (what, asked, _more, status, code) => {
    const { "graph-purpose": purpose, ...headers } = await officer("dispatch");
    const answer = await fileOf(asked, "csv", {
      ...headers,
      ...(what !== "without its purpose" && { "graph-purpose": purpose }),
      "graph-export": "all",
    });
    expect(JSON.parse(answer.bytes.toString())).toMatchObject({
      errors: [{ extensions: { code } }],
    });
    expect(answer.status).toBe(status);
  });
});

describe("what is refused", () => {
  it("is refused in every format, as JSON and never with 200", async () => {
    for (const format of ["csv", "xlsx", "ndjson"]) {
      const { status, bytes, headers } = await fileOf("{ officials { nodes { name } } }", format);
      expect(status).toBe(403);
      expect(headers.get("content-type")).toMatch(/^application\/json/);
      expect(JSON.parse(bytes.toString())).toMatchObject({
        errors: [{ extensions: { code: "FORBIDDEN" } }],
      });
    }
  });
});

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  fetch(`${graph.url}${path}`, { headers, method });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

interface Addresses {
  readonly operations: readonly {
    readonly name: string;
    readonly description: Readonly<Record<"en" | "ja", string>>;
    readonly addresses: Readonly<Record<string, string>>;
    readonly parameters: readonly { readonly name: string }[];
    readonly example: string;
  }[];
}
const addresses = async () => (await (await get("/q")).json()) as Addresses;

const regions = "/q/dispatch-by-region.csv?year=2012,2013";

describe("the addresses of a graph", () => {
  it("are listed at /q, and each has an answer in every format to whoever asks", async () => {
    const { operations } = await addresses();
    expect(operations.map(({ name }) => name)).toEqual([
      ...["cooperation-figures", "dispatch-by-organization-type", "dispatch-by-region"],
      ...["dispatch-departures", "dispatch-figures", "fellowship-by-agency", "fellowship-figures"],
      ...["network-events", "network-members", "recruitment-applications", "recruitment-figures"],
    ]);
    for (const { name, description, example, parameters } of operations) {
      expect(Object.values(description).every((text) => text.length > 10)).toBe(true);
      expect(parameters.at(-1)?.name).toBe("language");
      const answered = await get(example);
      const text = await answered.clone().text();
      expect([name, answered.status, text.slice(0, 300)]).toEqual([name, 200, expect.any(String)]);
      const bytes = await bytesOf(answered);
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from("\uFEFF"));
      const rows: string[][] = parse(bytes, { bom: true });
      expect([name, rows.length > 1]).toEqual([name, true]);
      const lines = await (await get(example.replace(".csv", ".ndjson"))).text();
      expect(lines.trimEnd().split("\n")).toHaveLength(rows.length - 1);
      const workbook = await readXlsx(await bytesOf(await get(example.replace(".csv", ".xlsx"))));
      expect(workbook.sheets.some((sheet) => sheet.rows.length === rows.length)).toBe(true);
      expect(await (await get(example.replace(".csv", ".json"))).json()).toMatchObject({
        data: expect.any(Object),
      });
    }
  });

  it("have what the graph answers to everybody, as a file", async () => {
    const response = await get(regions);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="dispatch-by-region.csv"',
      "cache-control": "public, max-age=300, must-revalidate",
      vary: "Accept-Language",
      etag: expect.stringMatching(/^"[\w-]{43}"$/),
    });
    const rows: Record<string, string>[] = parse(await bytesOf(response), {
      bom: true,
      columns: true,
    });
    const { data } = await graph.execute<{
      dispatchStatistics: { rows: { region: { name: string }; count: { upper: number } }[] };
    }>(
      "{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2012, 2013], groupBy: [REGION]) { rows { region { name } count { upper } } } }",
      {},
      { authorization: undefined, "graph-purpose": undefined },
    );
    expect(rows.map((row) => [row["region.name"], row["count.upper"]])).toEqual(
      data.dispatchStatistics.rows.map(({ region, count }) => [region.name, String(count.upper)]),
    );
  });

  it("answer as the public, and the same bytes whatever is sent along", async () => {
    const plain = await bytesOf(await get(regions));
    for (const headers of [
      await callerHeaders("dispatch-officer"),
      { ...(await callerHeaders("analyst")), "graph-purpose": "try it" },
      { authorization: "Bearer forged", "graph-purpose": "?", "x-actor": "%ff" },
      { accept: "text/html", "graph-as-of": "never", "graph-export": "all", "graph-dry-run": "1" },
    ]) {
      const response = await get(regions, headers);
      expect([response.status, (await bytesOf(response)).equals(plain)]).toEqual([200, true]);
    }
    const id = randomUUID();
    const officer = { ...(await callerHeaders("dispatch-officer")), "x-request-id": id };
    await get(regions, officer);
    const line = await graph.gateway.answered(id);
    expect(line).toMatchObject({
      path: "/q/dispatch-by-region.csv",
      caller: { roles: ["public"] },
      subgraphCalls: [{ subgraph: "dispatch" }],
    });
    const json = await get("/q/dispatch-by-region.json?year=2012", officer);
    expect(await json.json()).toMatchObject({
      extensions: { cost: { estimated: expect.any(Number) } },
    });
  });

  it("are in the language that the address says, or the header", async () => {
    const japanese = await get(`${regions}&language=ja`);
    expect(japanese.headers.get("vary")).toBeNull();
    const text = await japanese.text();
    expect(text).toContain("北米");
    expect(await (await get(regions, { "accept-language": "ja" })).text()).toBe(text);
    expect(await (await get(`${regions}&language=en`, { "accept-language": "ja" })).text()).toBe(
      await (await get(regions)).text(),
    );
  });

  it("take an empty parameter that can be left out as left out, as a form sends it", async () => {
    const asked = await get("/q/network-members.csv?network=CJK_PPN&asOf=&language=");
    expect([asked.status, asked.headers.get("vary")]).toEqual([200, "Accept-Language"]);
    const left = await get("/q/network-members.csv?network=CJK_PPN");
    expect((await bytesOf(asked)).equals(await bytesOf(left))).toBe(true);
  });

  it.each(["csv", "xlsx", "ndjson", "json"])(
    "are sent once to whoever keeps them: %s",
    async (format) => {
      const path = `/q/network-members.${format}?network=CJK_PPN&asOf=2013-06-01`;
      const response = await get(path);
      const etag = response.headers.get("etag") ?? "";
      const bytes = await bytesOf(response);
      for (const header of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
        const known = await get(path, { "if-none-match": header });
        expect([known.status, (await bytesOf(known)).length]).toEqual([304, 0]);
        expect(known.headers.get("etag")).toBe(etag);
        expect(known.headers.get("vary")).toBe("Accept-Language");
        expect(known.headers.get("content-type")).toBeNull();
      }
      expect((await get(path, { "if-none-match": '"other"' })).status).toBe(200);
      const head = await get(path, {}, "HEAD");
      expect([head.status, head.headers.get("etag")]).toEqual([200, etag]);
      expect(head.headers.get("content-length")).toBe(String(bytes.length));
      expect(head.headers.get("content-type")).toBe(response.headers.get("content-type"));
      const unchanged = await get(path, { "if-none-match": etag }, "HEAD");
      expect([unchanged.status, unchanged.headers.get("content-length")]).toEqual([304, null]);
    },
  );
});

describe("an address that is not right", () => {
  const wrong: readonly [path: string, status: number, code: string][] = [
    ["/q/nothing.csv", 404, "ADDRESS_NOT_FOUND"],
    ["/q/dispatch-by-region", 404, "ADDRESS_NOT_FOUND"],
    ["/q/dispatch-by-region.pdf?year=2013", 404, "ADDRESS_NOT_FOUND"],
    ["/q/dispatch-by-region.__proto__?year=2013", 404, "ADDRESS_NOT_FOUND"],
    ["/q/__proto__.csv", 404, "ADDRESS_NOT_FOUND"],
    ["/q/constructor.csv", 404, "ADDRESS_NOT_FOUND"],
    ["/q/DispatchDetails.csv?id=1", 404, "ADDRESS_NOT_FOUND"],
    ["/q/..%2f..%2fetc%2fpasswd", 404, "ADDRESS_NOT_FOUND"],
    ["/q/a/b.csv", 404, "ADDRESS_NOT_FOUND"],
    [`/q/${"a".repeat(5_000)}.csv`, 404, "ADDRESS_NOT_FOUND"],
    ["/q/dispatch-by-region%00.csv", 404, "ADDRESS_NOT_FOUND"],
    ["/q/dispatch-by-region.csv", 400, "INVALID_PARAMETER"],
    ["/q/dispatch-by-region.csv?year=", 400, "INVALID_PARAMETER"],
    ["/q/dispatch-by-region.csv?year=abc", 400, "INVALID_PARAMETER"],
    ["/q/dispatch-by-region.csv?year=2013&year=2014", 400, "INVALID_PARAMETER"],
    ["/q/dispatch-by-region.csv?year=2013&format=xlsx", 400, "INVALID_PARAMETER"],
    ["/q/dispatch-by-region.csv?year=2013&__proto__[a]=1", 400, "INVALID_PARAMETER"],
    ["/q/network-members.csv?network=CJK_PPN&asOf=2013-02-30", 400, "INVALID_PARAMETER"],
    [`/q/dispatch-by-region.csv?year=${"1,".repeat(1_500)}1`, 400, "BAD_USER_INPUT"],
    [
      `/q/dispatch-by-region.csv?year=${Array.from({ length: 140 }, (_none, n) => 1_950 + n).join(",")}`,
      400,
      "QUERY_TOO_COSTLY",
    ],
    ["/q/dispatch-by-region.json?year=1000", 400, "INVALID_FISCAL_YEAR"],
    ["/q/%ff.csv", 400, "BAD_REQUEST"],
    ["/q/dispatch-by-region.csv?year=%ff", 400, "BAD_REQUEST"],
    ["/q/%.csv", 400, "BAD_REQUEST"],
  ];
  it.each(wrong.map(([path, ...expected]) => [path.slice(0, 60), path, ...expected] as const))(
    "is refused in JSON with a code: %s",
    async (_shown, path, status, code) => {
      const response = await get(path);
      const body = (await response.json()) as { errors: { message: string; extensions: object }[] };
      expect([response.status, body.errors[0]?.extensions]).toEqual([
        status,
        expect.objectContaining({ code }),
      ]);
      expect(body.errors[0]?.message).toContain("Expected");
      expect(body.errors[0]?.message.length).toBeLessThan(400);
      expect(response.headers.get("etag")).toBeNull();
      expect(response.headers.get("cache-control") ?? "no-store").toBe("no-store");
      expect(response.headers.get("content-type")).toContain("application/json");
    },
  );

  it("is refused in the language that it names, or the header does, saying once what was expected", async () => {
    const wrongDay = "/q/network-members.csv?network=CJK_PPN&asOf=2013-02-30";
    const japanese =
      'アドレスのパラメーターが正しくありません。パラメーターasOf："2024-03-31"のように、実在する日付をYYYY-MM-DDの形で指定してください。受け取った値は"2013-02-30"です。';
    const english =
      'In the parameter asOf: Expected a day that exists, YYYY-MM-DD such as "2024-03-31", received "2013-02-30".';
    for (const [path, accepted, expected] of [
      [wrongDay, "ja", japanese],
      [`${wrongDay}&language=ja`, "en", japanese],
      [`${wrongDay}&language=en`, "ja", english],
      [wrongDay, "en", english],
    ] as const) {
      const response = await get(path, { "accept-language": accepted });
      expect(await response.json()).toMatchObject({ errors: [{ message: expected }] });
    }
  });

  it("takes no other method, and no longer address than any", async () => {
    const posted = await get(regions, {}, "POST");
    expect([posted.status, posted.headers.get("allow")]).toEqual([405, "GET, HEAD, OPTIONS"]);
    expect((await get(regions, {}, "OPTIONS")).status).toBe(204);
    expect((await get(`${regions}&language=${"x".repeat(20_000)}`)).status).toBe(431);
  });

  it("asks nothing of subgraphs", async () => {
    const id = randomUUID();
    await get("/q/dispatch-by-region.csv?year=abc", { "x-request-id": id });
    expect((await graph.gateway.answered(id)).subgraphCalls).toBeUndefined();
  });
});

describe("a subgraph whose database has no connection free", () => {
  const limitConnections = (most: number) =>
    asAdmin(testPostgres().adminUrl, async (client) => {
      const { name } = graph.databases.dispatch;
      await client.query(`ALTER DATABASE "${name}" CONNECTION LIMIT ${most}`);
      await client.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
        [name],
      );
    });

  it("is busy, not broken, and the answer says when to ask again", async () => {
    await limitConnections(0);
    try {
      // The first may be asked over a connection of which nobody has noticed yet that it was ended.
      await get(regions);
      const file = await get(regions);
      expect([file.status, file.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(file.headers.get("cache-control")).toBe("no-store");
      expect(await file.json()).toMatchObject({
        errors: [{ extensions: { code: "SERVICE_BUSY", subgraph: "dispatch" } }],
      });
      const response = await fetch(`${graph.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          query:
            '{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2013]) { total { lower } } network(code: "CJK_PPN") { code } }',
        }),
      });
      expect([response.status, response.headers.get("retry-after")]).toEqual([200, "5"]);
      expect(await response.json()).toMatchObject({
        data: { dispatchStatistics: null, network: { code: "CJK_PPN" } },
        errors: [
          {
            message: expect.stringContaining("Send it again in a few seconds"),
            path: ["dispatchStatistics"],
            extensions: { code: "SERVICE_BUSY" },
          },
        ],
      });
    } finally {
      await limitConnections(-1);
    }
    expect((await get(regions)).status).toBe(200);
  });
});
