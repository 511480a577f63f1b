import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { readXlsx } from "hucre/xlsx";
import { Client } from "pg";
import type { GivenCitation } from "../../gateway/pages/shared/citation/citation";
import { citationText } from "../../gateway/pages/shared/citation/citation-text";
import { dispatch } from "../../subgraphs/dispatch/dispatch";
import { withAlteredFacts } from "../support/altered-facts";
import { startTestGraph, type TestGraph } from "../support/graph";
import { callerHeaders } from "../support/identity";
import { asAdmin } from "../support/postgres";

const run = promisify(execFile);
const program = join(__dirname, "..", "..", "dist", "subgraphs", "dispatch", "main.js");
const origin = "https://graph.example";
const letters = "abcdefghijklmnopqrstuvwxyz234567";

/** A citation of an answer that is kept. */
type KeptCitation = GivenCitation & { readonly id: string };

interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly data?: unknown;
  readonly errors?: readonly { message: string; extensions: { code: string } }[];
  readonly extensions?: {
    readonly citation?: GivenCitation;
    readonly cost?: { estimated: number; actual: number };
  };
}

/** Numbers of a release, a published figure, and who belonged to what on a day. */
const question = `# written by a stranger
query Paid($years: [Int!]!, $figure: String!) {
  dispatchStatistics(measure: DEPARTURES, fiscalYears: $years, groupBy: [PAY_RATE]) {
    release { vintage } rows { payRate count { value lower upper suppressed } }
  }
  dispatchFigures(filter: { id: { eq: $figure } }) { nodes { id value source { title } } }
  network(code: "CJK_PPN") { members(asOf: "2013-06-01") { agency { name } } }
}
query Other { fiscalYear(year: 2023) { name } }`;
const variables = { figure: "dsp-2018-stock", years: [2014], other: "not declared" };

let graph: TestGraph;
let senders = 0;
beforeAll(async () => {
  graph = await startTestGraph({
    demo: true,
    gatewayVariables: {
      ...{ PUBLIC_URL: `${origin}/`, DATASET: "synthetic", TRUSTED_PROXIES: "127.0.0.1" },
      ...{ CITATION_BYTES: "20000", CITATION_BYTES_OF_ADDRESS: "6000" },
      CITATION_BYTES_A_DAY: "40000",
      CORS_ORIGINS: "https://other.example",
    },
  });
});
afterAll(() => graph.stop());
beforeEach(() => {
  senders += 1;
});

const sender = (number = senders) => ({ "x-forwarded-for": `192.0.2.${number}` });

interface AskOptions {
  readonly address?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(
  query: string,
  given: object = {},
  { address = "/graphql", headers = {} }: AskOptions = {},
): Promise<Reply> {
  const response = await fetch(`${graph.url}${address}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...sender(), ...headers },
    body: JSON.stringify({ query, ...given }),
  });
  const text = await response.text();
  const { status, headers: got } = response;
  return { status, headers: got, text, ...(JSON.parse(text) as object) };
}

const simple = "{ fiscalYear(year: 2023) { name } }";
const cited = { headers: { "graph-cite": "true" } };
const askPaid = (from = senders) =>
  ask(
    question,
    { variables, operationName: "Paid" },
    { headers: { ...cited.headers, ...sender(from) } },
  );

/** What is kept, as a browser or a program gets it. */
async function get(path: string, accept?: string, more: Readonly<Record<string, string>> = {}) {
  const headers = { ...sender(), ...(accept !== undefined && { accept }), ...more };
  const response = await fetch(`${graph.url}${path}`, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const givenIn = ({ extensions, text }: Reply): GivenCitation => {
  const citation = extensions?.citation;
  if (!citation) throw new Error(`Expected a citation: ${text}`);
  return citation;
};
const citationOf = (reply: Reply): KeptCitation => {
  const { id, ...citation } = givenIn(reply);
  if (id === undefined) throw new Error(`Expected an answer that is kept: ${reply.text}`);
  return { ...citation, id };
};
const codes = ({ errors = [] }: Pick<Reply, "errors">) =>
  errors.map(({ extensions }) => extensions.code);
const dataOf = (text: string) => /^\{"data":(.*),"extensions":\{/s.exec(text)?.[1];

function idOf(text: string): string {
  const bits = [...createHash("sha256").update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  return (bits.slice(0, 160).match(/.{5}/g) ?? [])
    .map((five) => letters[Number.parseInt(five, 2)])
    .join("");
}

const inAudit = <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
  asAdmin(graph.audit.adminUrl, async (client) => (await client.query<Row>(sql, values)).rows);
const countKept = async () =>
  Number((await inAudit<{ count: string }>("SELECT count(*) FROM citation"))[0]?.count);

describe("an answer that is to be cited", () => {
  it("says what was asked, when, and of which state of the graph, and costs a little more", async () => {
    const plain = await ask(question, { variables, operationName: "Paid" });
    const reply = await askPaid();
    const { operation, knownAt, id, address, ...rest } = citationOf(reply);
    expect(plain.extensions).not.toHaveProperty("citation");
    expect([reply.status, dataOf(reply.text)]).toEqual([200, dataOf(plain.text)]);
    expect(reply.extensions?.cost?.estimated).toBe((plain.extensions?.cost?.estimated ?? 0) + 100);
    expect(operation).toMatch(/^query Paid\(/);
    expect(operation).not.toMatch(/stranger|Other/);
    expect(Date.parse(knownAt)).toBeLessThanOrEqual(Date.now());
    expect(address).toBe(`${origin}/cite/${id}`);
    expect(reply.headers.get("graph-citation")).toBe(id);
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
    expect(rest).toEqual({
      kept: true,
      name: "Paid",
      variables: { years: [2014], figure: "dsp-2018-stock" },
      ...{ language: "en", asOf: today, namedDays: ["2013-06-01"], day: today },
      schemaVersion: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      // Nothing of cooperation was counted.
      dataVersion: {
        dispatch: { vintage: 1, releasedAt: expect.any(String) as string },
      },
      dataset: "synthetic",
      answer: createHash("sha256")
        .update(dataOf(reply.text) ?? "")
        .digest("hex"),
    });
  });

  it("is one row with one id, however many ask at once and whenever on a day", async () => {
    const ids = await Promise.all(
      Array.from({ length: 12 }, async (_each, n) => citationOf(await askPaid(200 + n)).id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await countKept()).toBe(1);
    // Asked once more it is known as it was first.
    expect(citationOf(await askPaid()).knownAt).toBe(citationOf(await askPaid()).knownAt);
  });

  it("is asked for by the address too, and has its id and its text in a file", async () => {
    const query = '{ agency(code: "JP-NPA") { code } a: fiscalYear(year: 2023) { name } }';
    const csv = await fetch(`${graph.url}/graphql?format=csv&cite=true&table=a`, {
      method: "POST",
      headers: { "content-type": "application/json", ...sender() },
      body: JSON.stringify({ query }),
    });
    const id = csv.headers.get("graph-citation");
    expect([csv.status, id]).toEqual([200, expect.stringMatching(/^[a-z2-7]{32}$/)]);
    const excel = await fetch(`${graph.url}/graphql?format=xlsx&cite=true`, {
      method: "POST",
      headers: { "content-type": "application/json", ...sender() },
      body: JSON.stringify({ query }),
    });
    expect(excel.headers.get("graph-citation")).toBe(id);
    const { sheets } = await readXlsx(Buffer.from(await excel.arrayBuffer()));
    const notes = sheets.find(({ name }) => name === "notes")?.rows ?? [];
    const text = notes.find(([item]) => item === "citation")?.[1];
    expect(text).toMatch(
      /^personnel-graph, “agency\(code: "JP-NPA"\), fiscalYear\(year: 2023\)”, answered on /,
    );
    expect(text).toMatch(new RegExp(`made up.* ${origin}/cite/${id ?? ""}$`));
  });

  it("is refused for a change, a whole list, and words that say neither yes nor no", async () => {
    const change = await ask(
      'mutation { cancelDispatch(input: { id: "x", reason: "x" }) { userErrors { code } } }',
      {},
      {
        headers: {
          ...(await callerHeaders("dispatch-officer")),
          ...{ ...cited.headers, "graph-purpose": "try" },
        },
      },
    );
    expect(codes(change)).toEqual(["BAD_REQUEST"]);
    expect(change.errors?.[0]?.message).toBe("Expected a query to cite, received a mutation.");
    const list = await ask(
      "{ municipalities { nodes { code } } }",
      {},
      { address: "/graphql?format=csv", headers: { ...cited.headers, "graph-export": "all" } },
    );
    expect([list.status, codes(list)]).toEqual([400, ["INVALID_FORMAT"]]);
    const word = await ask(simple, {}, { headers: { "graph-cite": "yes" } });
    expect([word.status, codes(word)]).toEqual([400, ["BAD_REQUEST"]]);
    expect(word.errors?.[0]?.message).toContain('to be true or false, received "yes"');
  });

  it("is not cited where it has an error, is only estimated, or is not asked for", async () => {
    const kept = await countKept();
    const wrong = await ask(
      '{ fiscalYear(year: 2023) { name } dispatchStatistics(measure: ON_DISPATCH, asOf: "2015-01-01") { unit } }',
      {},
      cited,
    );
    expect([codes(wrong), wrong.extensions]).toEqual([
      ["NOT_RELEASED"],
      expect.not.objectContaining({ citation: expect.anything() as unknown }),
    ]);
    const dry = await ask(simple, {}, { headers: { ...cited.headers, "graph-dry-run": "1" } });
    expect(dry.extensions).not.toHaveProperty("citation");
    const no = await ask(simple, {}, { headers: { "graph-cite": "false" } });
    expect(no.extensions).not.toHaveProperty("citation");
    expect(await countKept()).toBe(kept);
  });

  it("is not kept for anybody with a token, who may see what is personal", async () => {
    const kept = await countKept();
    for (const role of ["analyst", "dispatch-officer"] as const) {
      const headers = { ...(await callerHeaders(role)), "graph-purpose": "try", ...cited.headers };
      const reply = await ask(question, { variables, operationName: "Paid" }, { headers });
      const citation = givenIn(reply);
      expect([role, reply.errors, citation.kept]).toEqual([role, undefined, false]);
      expect(Object.keys(citation)).not.toContain("id");
      expect(Object.keys(citation)).not.toContain("address");
      // It can be from records.
      expect(citation.dataVersion).toEqual({ dispatch: null });
      expect(reply.headers.has("graph-citation")).toBe(false);
      expect(citationText(citation, "en")).toContain("The answer is not kept");
    }
    expect(await countKept()).toBe(kept);
  });
});

describe("a cited answer", () => {
  let citation: KeptCitation;
  let path: string;
  /** As it was first shown. */
  let shown: string;
  let data: string | undefined;

  beforeAll(async () => {
    const reply = await askPaid();
    citation = citationOf(reply);
    path = `/cite/${citation.id}`;
    data = dataOf(reply.text);
    shown = (await get(`${path}.json`)).text;
  });

  it("is JSON for programs, with the data as they were sent, and its id is that of its text", async () => {
    expect(dataOf(shown)).toBe(data);
    expect(idOf(shown)).toBe(citation.id);
    const { kept, id, address, ...said } = citation;
    expect(JSON.parse(shown)).toEqual({
      data: JSON.parse(data ?? "") as object,
      extensions: { citation: said },
    });
    for (const accept of [undefined, "application/json", "*/*"]) {
      const { text, headers } = await get(path, accept);
      expect(text).toBe(shown);
      expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
      expect(headers.get("vary")).toBe("Origin, Accept");
    }
    const tag = (await get(`${path}.json`)).headers.get("etag") ?? "";
    for (const known of [tag, `W/${tag}`, "*"]) {
      expect((await get(`${path}.json`, undefined, { "if-none-match": known })).status).toBe(304);
    }
  });

  it("is a page for browsers, in their language, and BibTeX and CSL-JSON", async () => {
    const english = await get(path, "text/html");
    expect(english.headers.get("x-robots-tag")).toBe("noindex");
    expect(english.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect(english.text).toContain(`${origin}/cite/${citation.id}`);
    const japanese = await get(`${path}?lang=ja`, "text/html");
    // Its fields are about several days.
    expect(japanese.text).not.toContain("日現在");
    const bibtex = await get(`${path}.bib`);
    expect(bibtex.headers.get("content-type")).toContain("application/x-bibtex");
    expect(bibtex.text).toContain(`url = {${origin}/cite/${citation.id}}`);
    const csl = JSON.parse((await get(`${path}.csl.json`)).text) as object[];
    expect(csl).toEqual([
      expect.objectContaining({ type: "dataset", URL: `${origin}/cite/${citation.id}` }),
    ]);
  });

  it("has the gateway's own address, and so has a published figure, whatever a request calls its host", async () => {
    const figure = await get("/figures/dsp-2013-stock.csl.json", undefined, {
      host: "evil.example",
    });
    expect(JSON.parse(figure.text)).toMatchObject([{ URL: `${origin}/figures/dsp-2013-stock` }]);
  });

  it("is 404 with a code where there is none, for people a page", async () => {
    for (const name of [
      "a".repeat(32),
      "x",
      "..%2F..",
      `${citation.id}.xml`,
      `${citation.id}'--`,
    ]) {
      const missing = await get(`/cite/${name}`, "application/json");
      expect([name, missing.status]).toEqual([name, 404]);
      expect(codes(JSON.parse(missing.text) as Reply)).toEqual(["CITATION_NOT_FOUND"]);
    }
    const page = await get(`/cite/${"a".repeat(32)}`, "text/html");
    expect([page.status, page.text]).toEqual([404, expect.stringContaining("No answer is kept")]);
  });

  it("stays as it was, byte for byte, after corrections, another release and another load of facts", async () => {
    const env = {
      ...process.env,
      OWNER_DATABASE_URL: graph.databases.dispatch.ownerUrl,
      DATABASE_URL: graph.databases.dispatch.appUrl,
    };
    const owner = new Client({ connectionString: graph.databases.dispatch.ownerUrl });
    await owner.connect();
    await owner.query(`UPDATE dispatch SET pay_ratio = 50 WHERE id IN (SELECT id FROM dispatch
      WHERE started_on BETWEEN '2014-04-01' AND '2015-03-31' AND pay_ratio = 100 ORDER BY id LIMIT 8)`);
    await owner.end();
    const released = await run(process.execPath, [program, "release"], { env });
    expect(released.stdout).toMatch(/^release 2: /);
    await withAlteredFacts(
      dispatch.dataDirectory,
      [
        {
          file: "published_figures.csv",
          from: "2019-03-31,,,2018,none,,,384,",
          to: "2019-03-31,,,2018,none,,,385,",
        },
      ],
      (directory) => run(process.execPath, [program, "load", directory], { env }),
    );
    const now = await askPaid();
    expect(dataOf(now.text)).not.toBe(data);
    expect(now.text).toContain('"value":385');
    expect(citationOf(now).id).not.toBe(citation.id);
    expect(citationOf(now).dataVersion["dispatch"]?.vintage).toBe(2);
    expect((await get(`${path}.json`)).text).toBe(shown);
  });

  it("is shown again from a restored backup", async () => {
    const rows = await inAudit<object>("SELECT * FROM citation");
    await graph.audit.renew();
    expect((await get(`${path}.json`)).status).toBe(404);
    for (const row of rows) {
      await inAudit(
        "INSERT INTO citation (id, answer_key, record, kept_at) VALUES ($1, $2, $3, $4)",
        Object.values(row),
      );
    }
    expect((await get(`${path}.json`)).text).toBe(shown);
  });

  it("is not shown where somebody has altered what is kept", async () => {
    await inAudit("ALTER TABLE citation DISABLE TRIGGER kept");
    const kept = await inAudit<{ record: Buffer }>(
      "SELECT record FROM citation WHERE id <> $1 LIMIT 1",
      [citation.id],
    );
    const own = await inAudit<{ record: Buffer }>("SELECT record FROM citation WHERE id = $1", [
      citation.id,
    ]);
    const put = (record: Buffer | undefined) =>
      inAudit("UPDATE citation SET record = $2 WHERE id = $1", [citation.id, record]);
    await put(kept[0]?.record);
    const altered = await get(`${path}.json`);
    expect([altered.status, codes(JSON.parse(altered.text) as Reply)]).toEqual([
      503,
      ["CITATION_UNAVAILABLE"],
    ]);
    await put(own[0]?.record);
    await inAudit("ALTER TABLE citation ENABLE TRIGGER kept");
    expect((await get(`${path}.json`)).text).toBe(shown);
  });
});

it("what a stranger wrote does nothing on the page, in BibTeX or in CSL-JSON", async () => {
  const evil = `"><script>alert(1)</script><img src=x onerror=alert(2)> {}}% \\input{x} $&#_^~ \u202E`;
  const query = `query Evil($code: ID!) { a: agency(code: $code) { code } b: agency(code: "</script><!--") { name } }`;
  const { id } = citationOf(await ask(query, { variables: { code: evil } }, cited));
  const { text: page } = await get(`/cite/${id}`, "text/html");
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).not.toMatch(/<img|<!--/);
  expect(page).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  const { text: bibtex } = await get(`/cite/${id}.bib`);
  expect(bibtex.match(/^@/gm)).toHaveLength(1);
  expect(bibtex).not.toMatch(/(?<!\\)%|\\input|\u202E/);
  let depth = 0;
  for (const [index, sign] of Array.from(bibtex).entries()) {
    if (sign === "{") depth += 1;
    if (sign === "}") depth -= 1;
    if (depth === 0 && sign === "}") expect(bibtex.slice(index).trim()).toBe("}");
  }
  expect(depth).toBe(0);
  const [item] = JSON.parse((await get(`/cite/${id}.csl.json`)).text) as { title: string }[];
  expect(item?.title).toContain("Evil (code: ");
});

/** After a failure nothing is tried for some seconds. */
async function citesAgain(): Promise<void> {
  for (const end = performance.now() + 15_000; ; await delay(300)) {
    const reply = await askPaid();
    if (!reply.errors) {
      expect(citationOf(reply).kept).toBe(true);
      return;
    }
    if (performance.now() > end) throw new Error(`Expected a citation: ${reply.text}`);
  }
}

describe("where answers cannot be kept", () => {
  it("one that was to be cited is refused while the database is away, and others are not", async () => {
    await graph.audit.down();
    try {
      const reply = await askPaid();
      expect([reply.status, codes(reply), "data" in reply]).toEqual([
        ...[503, ["CITATION_UNAVAILABLE"], false],
      ]);
      expect((await ask(simple)).errors).toBeUndefined();
      expect((await get(`/cite/${"a".repeat(32)}`)).status).toBe(503);
      const file = await ask(simple, {}, { ...cited, address: "/graphql?format=xlsx" });
      expect([file.status, codes(file)]).toEqual([503, ["CITATION_UNAVAILABLE"]]);
    } finally {
      await graph.audit.up();
    }
    await citesAgain();
  });

  it("nobody else waits while the table of cited answers is locked", async () => {
    const locker = new Client({ connectionString: graph.audit.adminUrl });
    await locker.connect();
    await locker.query("BEGIN; LOCK TABLE citation");
    try {
      const begun = performance.now();
      const asking = [1, 2, 3, 4].map((n) => askPaid(150 + n));
      await delay(200);
      const others = performance.now();
      expect((await ask(simple)).errors).toBeUndefined();
      expect(performance.now() - others).toBeLessThan(700);
      for (const reply of await Promise.all(asking)) {
        expect([reply.status, codes(reply)]).toEqual([503, ["CITATION_UNAVAILABLE"]]);
      }
      expect(performance.now() - begun).toBeLessThan(3_500);
      // What has just failed is not tried again at once.
      const again = performance.now();
      expect(codes(await askPaid())).toEqual(["CITATION_UNAVAILABLE"]);
      expect(performance.now() - again).toBeLessThan(700);
    } finally {
      await locker.end();
    }
    await citesAgain();
  });

  it("one that is too long is refused, and so is a question that is", async () => {
    const long = await ask(
      "query ($code: ID!) { agency(code: $code) { code } }",
      { variables: { code: "x".repeat(17_000) } },
      cited,
    );
    expect(codes(long)).toHaveLength(1);
    const skipped = await ask(
      "query ($code: ID!, $on: Boolean!) { fiscalYear(year: 2023) { name } agency(code: $code) @include(if: $on) { code } }",
      { variables: { code: "x", on: false } },
      cited,
    );
    expect(citationOf(skipped).variables).toEqual({});
    const reply = await ask(
      "{ municipalities(first: 500) { nodes { code name ja: name(language: JA) prefecture { code name } } } }",
      {},
      cited,
    );
    expect([reply.status, codes(reply), "data" in reply]).toEqual([
      ...[400, ["CITATION_TOO_LARGE"], false],
    ]);
    expect(reply.errors?.[0]?.message).toContain("at most 20000 bytes");
  });

  it("an address has no more kept in a day than one may, and all together no more than all may", async () => {
    const answers: string[] = [];
    const citeYears = async (address: number) => {
      for (let year = 1990; year < 2020; year++) {
        const query = `{ fiscalYear(year: ${year}) { name startsOn endsOn } sender${address}: agency(code: "JP-NPA") { code } }`;
        const reply = await ask(query, {}, { headers: { ...cited.headers, ...sender(address) } });
        const [code] = codes(reply);
        if (code !== undefined) {
          const wait = Number(reply.headers.get("retry-after"));
          if (code === "RATE_LIMITED") expect(wait).toBeGreaterThan(0);
          return [code, reply.status];
        }
        answers.push(citationOf(reply).id);
      }
      return ["none"];
    };
    expect(await citeYears(100)).toEqual(["RATE_LIMITED", 429]);
    const kept = answers.length;
    expect(kept).toBeGreaterThan(3);
    let last: unknown[] = [];
    for (let address = 101; address < 120 && last[0] !== "CITATIONS_FULL"; address++) {
      last = await citeYears(address);
    }
    expect(last).toEqual(["CITATIONS_FULL", 503]);
    // What is kept is shown all the same, and what is not cited answered.
    expect((await get(`/cite/${answers[0] ?? ""}.json`)).status).toBe(200);
    expect((await ask(simple, {}, { headers: sender(100) })).errors).toBeUndefined();
  });
});
