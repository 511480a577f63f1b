import { execFile } from "node:child_process";
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
