import { randomUUID } from "node:crypto";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre/xlsx";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { asAdmin, testPostgres } from "../support/postgres";

let graph: TestGraph;
beforeAll(async () => {
  graph = await startTestGraph({ demo: true });
});
afterAll(() => graph.stop());

const get = (path: string, headers: Readonly<Record<string, string>> = {}, method = "GET") =>
  fetch(`${graph.url}${path}`, { headers, method });
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

interface Listed {
  readonly operations: readonly {
    readonly name: string;
    readonly description: Readonly<Record<"en" | "ja", string>>;
    readonly addresses: Readonly<Record<string, string>>;
    readonly parameters: readonly { readonly name: string }[];
    readonly example: string;
  }[];
}
const listed = async () => (await (await get("/q")).json()) as Listed;

const regions = "/q/dispatch-by-region.csv?year=2012,2013";

describe("the addresses of a graph", () => {
  it("are listed at /q, and each has an answer in every format to whoever asks", async () => {
    const { operations } = await listed();
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
