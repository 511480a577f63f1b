import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getNamedType, parse } from "graphql";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { roles, roleScopes } from "../../gateway/access/roles";
import { callersSchema } from "../../gateway/inputs/scalars";
import { developersOrigins } from "../../gateway/local/for-developers";
import { type Example, examples } from "../../gateway/pages/explorer/shared/examples";
import { requestHeaders } from "../../gateway/pages/explorer/shared/request-headers";
import { words } from "../../gateway/pages/explorer/shared/words";
import { operationExample } from "../../gateway/pages/reference/example/operation-example";
import { type Operation, Reference } from "../../gateway/pages/reference/model/reference";
import { loadSupergraph } from "../../gateway/supergraph/load-supergraph";
import { accessPolicies } from "../../subgraphs/kit/access/access-policy";
import { startTestGraph, type TestGraph } from "../support/graph";
import { patience } from "../support/patience";
import { Sweep } from "../support/sweep";
import { hosts, startApolloStandIn } from "./support/apollo-stand-in";
import { describeInChromium, startChromium } from "./support/chromium";
import { LocalIssuer } from "./support/local-issuer";
import { askFrom, serveEmptyPage, tokenFrom } from "./support/other-pages";
import {
  accessibilityProblems,
  loadSlowly,
  keptForTab,
  takePictures,
  widerThanAPhone,
} from "./support/page-checks";

/** A page is looked at in one of its languages, and in all of them where pages have changed. */
const sweep = new Sweep("gateway/pages", "test/e2e/support/page-checks.ts", __filename);
/** The examples of queries that are asked. */
const asking = new Sweep("gateway/pages/reference", "schema/*.graphql", __filename);

describeInChromium("in Chromium", () => {
  let graph: TestGraph | undefined;
  let issuer: LocalIssuer | undefined;
  let apollo: Awaited<ReturnType<typeof startApolloStandIn>> | undefined;
  let browser: Browser | undefined;
  let url: string;
  let page: Page;
  /** What most tabs are opened in, so that the editor is loaded once. */
  let common: BrowserContext;
  /** What the page reported: errors, and what a policy forbade. */
  let reported: string[];
  /** What the page wanted from other hosts than the gateway and the issuer. */
  let elsewhere: string[];

  beforeAll(async () => {
    apollo = await startApolloStandIn();
    const { port } = apollo;
    browser = await startChromium(
      Object.fromEntries(Object.values(hosts).map((name) => [name, port])),
    );
    common = await browser.newContext({ locale: "en-US" });
    // A browser ends with its last window.
    await common.newPage();
    issuer = await LocalIssuer.prepare();
    graph = await startTestGraph({
      demo: true,
      gatewayVariables: {
        ...{ OPEN_SCHEMA: "true", EXPLORER: "true", SANDBOX: "true", DATASET: "synthetic" },
        ...{ OIDC_ISSUER: issuer.url, LOCAL_ISSUER: "true" },
        CORS_ORIGINS: developersOrigins,
      },
    });
    ({ url } = graph);
    await issuer.start(url);
  });
  // Whatever has been started, where the rest could not be.
  afterAll(async () => {
    apollo?.stop();
    await browser?.close();
    await issuer?.stop();
    await graph?.stop();
  });

  /** Opens a tab that reaches the gateway and the issuer, and no other host unless it may. */
  async function openTab(context: BrowserContext, mayGoElsewhere = false): Promise<void> {
    reported = [];
    elsewhere = [];
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    const own = [url, started(issuer).url];
    await page.route("**/*", (route, request) => {
      const { origin, protocol } = new URL(request.url());
      if (mayGoElsewhere || own.includes(origin) || !protocol.startsWith("http")) {
        return route.continue();
      }
      elsewhere.push(request.url());
      return route.abort();
    });
    page.on("console", (message) => {
      if (message.type() === "error") reported.push(message.text());
    });
    page.on("pageerror", (error) => reported.push(error.message));
  }
  const newContext = (options: object) =>
    started(browser).newContext({ locale: "en-US", ...options });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) {
      await (context === common ? page.close() : context.close());
    }
  });

  const button = (name: keyof typeof words, language: "en" | "ja" = "en") =>
    page.getByRole("button", { name: words[name][language], exact: true });
  const field = (name: keyof typeof words, language: "en" | "ja" = "en") =>
    page.getByLabel(words[name][language], { exact: true });
  const run = () => page.getByRole("button", { name: /Execute query/ }).click();
  const downloadOf = async (format: string) => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: format, exact: true }).click(),
    ]);
    return download;
  };
  const answer = (text: string) =>
    page.locator(".result-window .view-line", { hasText: text }).first().waitFor();
  /** Opens the explorer, and waits for its editor. */
  const openExplorer = async (fragment = "") => {
    await page.goto(`${url}/explorer${fragment}`);
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  };
  /** Chooses an example, and waits until requests have the token of its role. */
  const choose = async ({ id, role, query }: Example, language: "en" | "ja" = "en") => {
    await field("example", language).selectOption(id);
    const picked = field("role", language).locator("option:checked", { hasText: role });
    await picked.waitFor({ state: "attached" });
    await isRead(/\b(?:query|mutation) (\w+)/.exec(query)?.[1] ?? "");
  };
  /** Waits for the tab to have the operation's name: GraphiQL runs the operation that it last read in the text. */
  const isRead = (operation: string) =>
    page.getByRole("tab", { name: operation }).first().waitFor({ state: "attached" });

  it.each(
    sweep.of([
      ["en-US", "Japanese personnel administration", "342 were abroad", "Middle East: 0–9"],
      ["ja-JP", "日本の人事行政", "海外派遣 342人", "中東：0–9"],
    ] as const),
  )(
    "a browser in %s arrives on a page in its language, with answers of the graph",
    async (locale, heading, figure, interval) => {
      await openTab(await newContext({ locale }));
      const language = locale.slice(0, 2);
      await page.goto(`${url}/graphql`);
      expect(page.url()).toBe(`${url}/`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      for (const line of [figure, interval]) {
        await page.locator(".answer li", { hasText: line }).waitFor();
      }
      expect(await page.locator(".answer li").count()).toBe(7);
      expect(await page.locator(".notice").count()).toBe(1);
      expect(await widerThanAPhone(page)).toBe(0);
      expect(await accessibilityProblems(page)).toEqual([]);
      await takePictures(page, `arrival-${language}`, sweep);

      // To the other language and back, and to a question in the explorer.
      await page.locator("[data-language]").click();
      expect(await page.locator("html").getAttribute("lang")).not.toBe(language);
      await page.locator("[data-language]").click();
      await page.locator("main a[href^='/explorer']").first().click();
      await page.locator(".graphiql-query-editor .view-line", { hasText: "fiscalYear" }).waitFor();
      expect([reported, elsewhere]).toEqual([[], []]);
    },
  );

  it("the page that browsers arrive on is read before its script has run, and loads little", async () => {
    await openTab(await newContext({}));
    const { firstPaint, assetBytes } = await loadSlowly(page, `${url}/`);
    expect(firstPaint).toBeLessThan(2_000);
    expect(assetBytes).toBeLessThan(20_000);
  });

  it("the page that browsers arrive on can be read without JavaScript", async () => {
    await openTab(await newContext({ javaScriptEnabled: false }));
    await page.goto(url);
    const text = await page.locator("main").innerText();
    expect(text).toContain("Who may see what");
    expect(text).toContain("With JavaScript, the graph's answer is shown here.");
    expect(elsewhere).toEqual([]);
  });

  it.each(
    sweep.of([
      ["en-US", "light", "API reference", "Who may see it", "Open in the explorer"],
      ["ja-JP", "dark", "API リファレンス", "閲覧できる人", "エクスプローラーで開く"],
    ] as const),
  )(
    "the reference is searched and read in %s and %s, down to a query that is opened in the explorer",
    async (locale, colorScheme, heading, whoSees, inExplorer) => {
      await openTab(await newContext({ locale, colorScheme }));
      const language = locale.slice(0, 2);
      await page.goto(`${url}/reference`);
      await page.getByRole("heading", { level: 1, name: heading }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await takePictures(page, `reference-${language}`, sweep);
      const looked = async () => {
        expect(await widerThanAPhone(page)).toBe(0);
        expect(await accessibilityProblems(page)).toEqual([]);
      };
      await looked();

      const isSearch = (address: URL) => address.pathname === "/reference/search.json";
      await page.route(isSearch, (route) => route.fulfill({ status: 503 }));
      await page.getByRole("searchbox").fill("official");
      const failed = language === "en" ? "could not be loaded" : "読み込めませんでした";
      await page.locator("#reference-search [role=status]", { hasText: failed }).waitFor();
      await page.unroute(isSearch);
      reported.splice(0);
      await page.getByRole("searchbox").fill("official homeagency");
      await page.getByRole("link", { name: "Official.homeAgency", exact: true }).click();
      await page.waitForURL(/\/reference\/Official\?lang=..#homeAgency$/);
      expect(await page.locator("main").innerText()).toContain(whoSees);
      await looked();
      await takePictures(page, `reference-type-${language}`, sweep);

      await page.getByRole("searchbox").fill("query.network");
      await page.locator("#reference-search li a").first().waitFor();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/reference\/Query\.network\?/);
      await looked();
      await takePictures(page, `reference-query-${language}`, sweep);
      await page.getByRole("link", { name: inExplorer }).click();
      await page.locator(".graphiql-query-editor .view-line", { hasText: "CJK_PPN" }).waitFor();
      expect([reported, elsewhere]).toEqual([[], []]);
    },
  );

  it("the reference is read without JavaScript, and says plainly what it does not have", async () => {
    await openTab(await newContext({ javaScriptEnabled: false }));
    await page.goto(`${url}/reference`);
    expect(await page.getByRole("searchbox").count()).toBe(0);
    await page.locator("main a[href*='/reference/Query.agency?']").click();
    expect(await page.locator("main").innerText()).toContain("JP-NPA");
    await page.locator("main dd a[href*='/reference/Agency?'], main .facts a").first().click();
    expect(await page.locator("main h1").innerText()).toContain("Agency");
    const nothing = await page.goto(`${url}/reference/Nothing?lang=ja`);
    expect(nothing?.status()).toBe(404);
    expect(await page.locator("main h1").innerText()).toBe("スキーマにこの名前はありません");
    expect(await widerThanAPhone(page)).toBe(0);
    expect(elsewhere).toEqual([]);
  });

  it.each(
    sweep.of([
      ["en-US", true, "Files", /Officials on dispatch.*by region/],
      ["ja-JP", true, "ファイル", /海外へ派遣されていた職員数、地域別/],
      ["en-US", false, "Files", /Officials on dispatch.*by region/],
    ] as const),
  )(
    "a table is chosen on the page of files in %s (JavaScript: %s), and taken as its address answers it",
    async (locale, javaScriptEnabled, heading, name) => {
      await openTab(await newContext({ locale, javaScriptEnabled }));
      const language = locale.slice(0, 2);
      await page.goto(`${url}/q`);
      expect(page.url()).toBe(`${url}/files`);
      await page.getByRole("heading", { level: 1, name: heading, exact: true }).waitFor();
      expect(await page.locator("form").count()).toBe(11);
      const form = page.getByRole("form", { name });
      const shown = page.locator("#dispatch-by-region-address");
      const table = `${url}/q/dispatch-by-region.csv`;
      const address = (year: string) => `${table}?year=${year}&language=${language}`;
      expect(await shown.innerText()).toBe(address("2021,2022,2023"));
      await form.getByRole("textbox").fill("2012,2013");
      if (javaScriptEnabled) expect(await shown.innerText()).toBe(address("2012,2013"));
      for (const format of ["CSV", "NDJSON"]) {
        const downloading = page.waitForEvent("download");
        await form.getByRole("button", { name: format, exact: true }).click();
        const download = await downloading;
        const ending = `.${format.toLowerCase()}`;
        expect(download.suggestedFilename()).toBe(`dispatch-by-region${ending}`);
        const answered = await fetch(address("2012,2013").replace(".csv", ending));
        expect(await readFile(await download.path())).toEqual(
          Buffer.from(await answered.arrayBuffer()),
        );
      }
      if (javaScriptEnabled) {
        await page.locator("summary").nth(8).click();
        expect(await page.locator("#network-members-r").innerText()).toContain("asOf=2013-06-01");
        await page.locator("#network-members-asOf").fill("");
        expect(await page.locator("#network-members-r").innerText()).not.toContain("asOf");
        expect(await accessibilityProblems(page)).toEqual([]);
        expect(await widerThanAPhone(page)).toBe(0);
        await takePictures(page, `files-${language}`, sweep);
      }
      expect([reported, elsewhere]).toEqual([[], []]);
    },
  );

  it("every query's example of the reference runs as it stands, as a role that may ask it", async () => {
    const supergraph = await loadSupergraph(join(__dirname, "../../schema/supergraph.graphql"));
    const reference = new Reference({
      schema: callersSchema(supergraph),
      supergraphSdl: supergraph.sdl,
      policies: accessPolicies(parse(supergraph.sdl)),
    });
    const failed: unknown[] = [];
    const empty: string[] = [];
    const queries = [...reference.operations].filter(([, { root }]) => root === "Query");
    for (const [name, operation] of asking.of(queries)) {
      const {
        query,
        variables,
        asOf = "",
        needsId,
      } = operationExample(operation, reference.policies);
      const role = roleFor(operation, reference);
      const token = role === "public" ? undefined : await started(issuer).tokenOf(role);
      const headers = requestHeaders({ asOf, language: "en", purpose: "Try the example", token });
      const response = await fetch(`${url}/graphql`, {
        ...{ method: "POST", headers, body: JSON.stringify({ query, variables }) },
      });
      const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
      if (errors !== undefined) failed.push({ name, role, errors });
      else if (!needsId && Object.values(data ?? {}).includes(null)) empty.push(name);
    }
    expect({ failed, empty }).toEqual({ failed: [], empty: [] });
  });

  it("the explorer shows the documentation of a type without a token, and completes a field", async () => {
    await openTab(common);
    await openExplorer();
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    const docs = page.locator(".graphiql-doc-explorer");
    await docs.getByRole("link", { name: "Query" }).first().click();
    await docs.getByRole("link", { name: "FiscalYear", exact: true }).first().click();
    await docs.getByText("A Japanese fiscal year").first().waitFor();
    expect(await docs.innerText()).toContain("endsOn");

    const first = page.locator(".graphiql-query-editor .view-line").first();
    await first.click({ position: { x: 5, y: 5 } });
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    await page.keyboard.type("query EndOfYear { fiscalYear(year: 2023) { end");
    // What is still being typed closes the list that was open before it.
    await page.locator(".graphiql-query-editor .view-line", { hasText: /\{\send/ }).waitFor();
    await page.locator(".suggest-widget .monaco-list-row", { hasText: "endsOn" }).first().click();
    await page.locator(".graphiql-query-editor .view-line", { hasText: "endsOn" }).waitFor();
    await isRead("EndOfYear");
    await run();
    await answer("2024-03-31");
    expect([reported, elsewhere]).toEqual([[], []]);
  });

  it.each(examples.map((example) => [example.id, example] as const))(
    "the example %s runs as it stands, as the role that it names",
    async (_id, { role, query, variables, purpose, asOf = "" }) => {
      const token = role === "public" ? undefined : await started(issuer).tokenOf(role);
      for (const language of ["en", "ja"] as const) {
        const headers = requestHeaders({
          asOf,
          language,
          purpose: purpose?.[language] ?? "",
          token,
        });
        const response = await fetch(`${url}/graphql`, {
          ...{ method: "POST", headers },
          body: JSON.stringify({ query, variables }),
        });
        const { data, errors } = (await response.json()) as { data?: object; errors?: unknown };
        expect(errors).toBeUndefined();
        // Something is in it: a list with nothing would show nothing.
        expect(JSON.stringify(data)).toMatch(/\[\{/);
      }
    },
  );

  it.each(
    sweep.of([
      ["analyst", "abroad-by-region", "en", "upper"],
      ["officer", "who-is-abroad", "ja", "personnelNumber"],
      ["developer", "one-query-three-subgraphs", "ja", "networkEvents"],
    ] as const),
  )(
    "an example for the %s is chosen, costed, run, looked at as a table, taken away and cited: %s",
    async (_who, id, language, expected) => {
      await openTab(common);
      await openExplorer(`?lang=${language}`);
      const example = exampleOf(id);
      await choose(example, language);
      await button("cost", language).click();
      const status = page.getByRole("status");
      await status.filter({ hasText: /[1-9]\d*.*[1-9]/ }).waitFor();
      const [sent] = await Promise.all([
        page.waitForRequest((request) => request.postData()?.includes(expected) === true),
        run(),
      ]);
      await answer(expected);
      await takePictures(page, `explorer-${id}-${language}`, sweep);

      await button("table", language).click();
      const table = page.getByRole("dialog").getByRole("table").first();
      expect(await table.locator("tbody tr").count()).toBeGreaterThan(0);
      await button("close", language).click();

      const download = await downloadOf("JSON");
      expect(download.suggestedFilename()).toMatch(/^\w+\.json$/);
      const saved = JSON.parse(await readFile(await download.path(), "utf8")) as object;
      const received = (await (await sent.response())?.json()) as object;
      expect(saved).toEqual(received);
      expect(received).not.toHaveProperty("errors");
      if (id === "abroad-by-region") {
        const [csv, excel] = [await downloadOf("CSV"), await downloadOf("Excel")];
        expect(csv.suggestedFilename()).toMatch(/\.csv$/);
        expect(await readFile(await csv.path(), "utf8")).toMatch(/^\uFEFF.*fiscalYear\.year/);
        expect(excel.suggestedFilename()).toMatch(/\.xlsx$/);
        expect((await readFile(await excel.path())).subarray(0, 2).toString()).toBe("PK");
      }

      await button("cite", language).click();
      const text = await page.getByLabel(words.cited[language]).inputValue();
      const isKept = example.role === "public";
      expect(text).toMatch(isKept ? /http:\S+\/cite\/[a-z2-7]{32}$/ : /SHA-256/);
      expect(await page.getByRole("link", { name: words.citedPage[language] }).count()).toBe(
        isKept ? 1 : 0,
      );

      if (example.purpose) {
        const purpose = example.purpose[language];
        expect(sent.headers()["graph-purpose"]).toBe(encodeURIComponent(purpose));
        const entries = await started(graph).audit.entries();
        expect(entries.at(-1)).toMatchObject({ purpose, subject: `local.${example.role}` });
      }
      expect([reported, elsewhere]).toEqual([[], []]);
    },
  );

  it("asks which table a file is to hold, where an answer has several", async () => {
    await openTab(common);
    const query = "{ networks { code members { role country { code } } } }";
    await openExplorer(`#${new URLSearchParams({ operation: query }).toString()}`);
    await run();
    await answer("networks");
    for (const format of ["CSV", "NDJSON"]) {
      await page.getByRole("button", { name: format, exact: true }).click();
      const choice = page.getByLabel(words.table.en, { exact: true });
      await choice.waitFor();
      expect(await choice.locator("option").allTextContents()).toEqual([
        "networks",
        "networks.members",
      ]);
      await choice.selectOption("networks.members");
      const download = await downloadOf(`${words.download.en} ${format}`);
      const text = await readFile(await download.path(), "utf8");
      expect(text).toMatch(
        format === "CSV" ? /^\uFEFFnetworks\.row,role,/ : /^\{"networks\.row":1/,
      );
      await choice.waitFor({ state: "detached" });
    }
    // A refusal is an answer here, which browsers report as a resource that was not found.
    expect(elsewhere).toEqual([]);
  });

  it("a share link carries the operation and its variables to another tab, and no header or token", async () => {
    await openTab(common);
    await openExplorer();
    const example = exampleOf("who-is-abroad");
    await choose(example);
    await button("share").click();
    const link = await page.getByLabel(words.shareByHand.en).inputValue();
    const token = await keptForTab(page, "explorer:token");
    expect(token).toMatch(/^ey/);
    const { hash } = new URL(link);
    expect([...new URLSearchParams(hash.slice(1)).keys()]).toEqual(["operation", "variables"]);
    for (const secret of [token ?? "", example.purpose?.en ?? "", example.asOf ?? "", "earer"]) {
      expect(decodeURIComponent(link)).not.toContain(secret);
    }
    // Another tab has none of what this one keeps.
    await page.close();
    await openTab(common);
    await openExplorer(hash);
    expect(await keptForTab(page, "explorer:token")).toBeNull();
    await page.locator(".graphiql-query-editor .view-line", { hasText: "WhoIsAbroad" }).waitFor();
    const [sent] = await Promise.all([
      page.waitForRequest((request) => request.postData()?.includes("WhoIsAbroad") === true),
      run(),
    ]);
    const { query, variables } = sent.postDataJSON() as { query: string; variables: object };
    expect([query, variables]).toEqual([example.query, example.variables]);
    expect(sent.headers()).not.toHaveProperty("authorization");
    await answer("FORBIDDEN");
    expect(await page.evaluate<number>("localStorage.length")).toBe(0);
    expect(elsewhere).toEqual([]);
  });

  it("the explorer's own parts have no violation of axe, in light and dark, and fit a phone", async () => {
    await openTab(common);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await openExplorer();
    await page.locator("summary", { hasText: words.settings.en }).click();
    expect(await widerThanAPhone(page)).toBe(0);
    expect(await accessibilityProblems(page, graphiqlItself)).toEqual([]);
    await choose(exampleOf("abroad-by-region"));
    await run();
    await answer("upper");
    await button("table").click();
    await page.getByRole("dialog").waitFor();
    expect(await accessibilityProblems(page, graphiqlItself)).toEqual([]);
    await takePictures(page, "explorer-table-dark-en", sweep);
    await button("close").click();
    await page.emulateMedia({ colorScheme: "light" });
    expect(await accessibilityProblems(page, graphiqlItself)).toEqual([]);
  });

  it("no page of another origin gets a token from the issuer of the local stack", async () => {
    await openTab(common, true);
    const other = await serveEmptyPage();
    try {
      await page.goto(other.url);
      expect(await tokenFrom(page, started(issuer).url)).toBe("Failed to fetch");
      expect(reported.join()).toContain("blocked by CORS policy");
      await page.goto(`${url}/explorer`);
      expect(await tokenFrom(page, started(issuer).url)).toMatch(/^ey/);
    } finally {
      other.server.close();
    }
  });

  it("Apollo Sandbox is loaded and embedded, and asks the graph, with nothing forbidden by a policy", async () => {
    await openTab(common, true);
    await page.goto(`${url}/sandbox`);
    const frame = page.frameLocator("iframe");
    await frame.locator("output", { hasText: `"queryType":{"name":"Query"}` }).waitFor();
    expect(await page.locator("iframe").getAttribute("src")).toContain(
      encodeURIComponent(`${url}/graphql`),
    );
    expect(reported).toEqual([]);
  });

  it("a page of Sandbox at Apollo's own address may ask the graph, and a page of another may not", async () => {
    await openTab(common, true);
    await page.goto(`https://${hosts.studio}/sandbox`);
    expect(await askFrom(page, url)).toEqual({
      status: 200,
      requestId: expect.any(String),
      text: expect.stringContaining(`"fiscalYear":{"name":`),
    });
    await page.goto(`https://${hosts.elsewhere}/`);
    expect(await askFrom(page, url)).toEqual("Failed to fetch");
    expect(reported.join()).toContain("blocked by CORS policy");
  });
});

/** A role that has what a query needs, as the issuer of the local stack names it. */
function roleFor({ root, field }: Operation, { policies }: Reference): string {
  const needed = [`${root}.${field.name}`, getNamedType(field.type).name].flatMap(
    (coordinate) => policies.get(coordinate)?.scopes.slice(0, 1) ?? [],
  );
  const role = roles.find((each) => needed.every((scope) => roleScopes[each].includes(scope)));
  return role === "municipality" ? "municipality:012220" : (role ?? "public");
}

/** What axe does not look at here: GraphiQL's own parts, of which gateway/pages/README.md lists what it finds. */
const graphiqlItself = [".graphiql-container"];

function exampleOf(id: string): Example {
  return started(examples.find((each) => each.id === id));
}

function started<What>(what: What | undefined): What {
  if (what === undefined) throw new Error("It has not been started.");
  return what;
}
