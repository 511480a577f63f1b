import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { Client } from "pg";
import type { Browser, BrowserContextOptions, Download, Page } from "playwright-core";
import { figureIds } from "../../gateway/pages/figures/shared/figure-list";
import { readSharedFragment } from "../../gateway/pages/shared/share-link";
import { startTestGraph, type TestGraph } from "../support/graph";
import { patience } from "../support/patience";
import { postGraphql } from "../support/post-graphql";
import { Sweep } from "../support/sweep";
import { describeInChromium, startChromium } from "./support/chromium";
import {
  accessibilityProblems,
  loadSlowly,
  takePictures,
  widerThanAPhone,
} from "./support/page-checks";
import { drawnMarks, figureIsDrawn, openFigure, shownTable } from "./support/figures-page";

/** The id or text of the element that the keyboard is at, or that nobody sees that it is there; null at the end. */
const whatHasFocus = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  if (outlineStyle === "none" || outlineWidth === "0px") return "no outline";
  return element.id || element.textContent.trim();
})()`;

interface Cell {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

const textOf = ({ value, lower, upper }: Cell) => JSON.stringify([value, lower, upper]);

/** Every number, and every pair of bounds, that is released of any area. */
async function releasedNumbers({ databases }: TestGraph): Promise<Set<string>> {
  const numbers = new Set<string>();
  for (const { ownerUrl } of Object.values(databases)) {
    const owner = new Client({ connectionString: ownerUrl });
    await owner.connect();
    const { rows } = await owner.query<Cell>(
      "SELECT DISTINCT value, lower, upper FROM released_cell",
    );
    await owner.end();
    for (const cell of rows) numbers.add(textOf(cell));
  }
  return numbers;
}

/** The numbers of statistics in an answer. What is compared with a published figure is the sum of several. */
function statisticsIn(answer: unknown): Cell[] {
  if (typeof answer !== "object" || answer === null) return [];
  const { value, lower, upper } = answer as Cell;
  const isCell = "lower" in answer && "upper" in answer && (lower !== null || upper !== null);
  const inside = Object.entries(answer).flatMap(([name, each]) =>
    name === "computed" ? [] : statisticsIn(each),
  );
  return [...(isCell ? [{ value, lower, upper }] : []), ...inside];
}

/** Each of the eight figures is taken away and looked through in turn; an answer is cited in one language or the other. */
const sweep = new Sweep(
  ...["gateway/pages", "test/e2e/support/page-checks.ts", "test/e2e/support/figures-page.ts"],
  __filename,
);

describeInChromium("the figures page in Chromium, with every other host out of reach", () => {
  let graph: TestGraph | undefined;
  let browser: Browser | undefined;
  let url: string;
  let page: Page;
  /** What the page reported, and what it asked of others than the gateway. */
  let reported: string[];
  /** What the page was answered by the graph. */
  let answers: Promise<unknown>[];
  let released: Set<string>;
  let numbersTold = 0;

  beforeAll(async () => {
    browser = await startChromium({});
    graph = await startTestGraph({
      demo: true,
      gatewayVariables: { PAGES: "true", EXPLORER: "true", DATASET: "synthetic" },
    });
    ({ url } = graph);
    released = await releasedNumbers(graph);
  });
  afterAll(async () => {
    await browser?.close();
    await graph?.stop();
  });

  const open = async (options: BrowserContextOptions = {}) => {
    if (!browser) throw new Error("There is no browser.");
    const context = await browser.newContext({
      acceptDownloads: true,
      locale: "en-GB",
      ...options,
    });
    page = await context.newPage();
    page.setDefaultTimeout(patience);
    page.on("console", (message) => message.type() === "error" && reported.push(message.text()));
    page.on("pageerror", (error) => reported.push(error.message));
    page.on("response", (response) => {
      if (response.url() !== `${url}/graphql`) return;
      answers.push(response.json().catch(() => undefined));
    });
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${url}/`)) {
        reported.push(request.url());
      }
    });
  };
  beforeEach(async () => {
    reported = [];
    answers = [];
    await open();
  });
  afterEach(async () => {
    const told = (await Promise.all(answers)).flatMap(statisticsIn);
    for (const context of browser?.contexts() ?? []) await context.close();
    expect(reported).toEqual([]);
    // Nothing that the page asks for is counted for it: it is in the register, with what was protected together.
    numbersTold += told.length;
    expect(told.filter((cell) => !released.has(textOf(cell)))).toEqual([]);
  });

  /** Asks as the public. */
  async function ask<Data>(query: string): Promise<Data> {
    const { data, errors } = await postGraphql<Data>(url, query, {}, {});
    expect(errors).toEqual([]);
    return data;
  }

  it("draws regions with the numbers that the graph answers, and a suppressed one from its lower to its upper bound", async () => {
    const { counted, published } = await ask<{
      counted: { rows: { region: { name: string }; count: Cell }[] };
      published: { nodes: { dimensionValue: string; value: number }[] };
    }>(`{
      counted: dispatchStatistics(measure: ON_DISPATCH, asOf: "2014-03-31", groupBy: [REGION]) {
        rows { region { name } count { value lower upper } }
      }
      published: dispatchFigures(filter: {
        measure: { eq: "dispatch_stock" }, fiscalYear: { eq: 2013 }, dimension: { eq: "region" }
      }) { nodes { dimensionValue value } }
    }`);
    expect(counted.rows.filter(({ count }) => count.value === null)).toHaveLength(3);
    await openFigure(page, url, "figure=dispatch-region&year=2013&lang=en&table=1");
    const marks = await drawnMarks(page);
    const barOf = (title: string) => {
      const found = marks.filter((mark) => mark.kind === "rect" && mark.title === title);
      expect([title, found.length]).toEqual([title, 1]);
      return found[0] ?? { x: 0, width: 0 };
    };
    const scale = barOf("Asia – Counted from records: 188").width / 188;
    const zero = barOf("Asia – Counted from records: 188").x;
    for (const { region, count } of counted.rows) {
      const { value, lower, upper } = count;
      const said = value === null ? `${lower}–${upper} (suppressed)` : String(value);
      const bar = barOf(`${region.name} – Counted from records: ${said}`);
      expect(bar.x).toBeCloseTo(zero + (value === null ? (lower ?? 0) : 0) * scale, -0.5);
      expect(bar.width).toBeCloseTo((value ?? (upper ?? 0) - (lower ?? 0)) * scale, -0.5);
    }
    const table = await shownTable(page);
    for (const { dimensionValue, value } of published.nodes) {
      const row = table.find(({ code }) => code === dimensionValue);
      expect(row?.["published"]).toBe(String(value));
      expect(barOf(`${row?.["group"]} – Published: ${value}`).width / value).toBeCloseTo(scale, 0);
    }
    const small = table.find(({ code }) => code === "MIDDLE_EAST");
    expect(small).toMatchObject({ counted: "", lower: "0", upper: "9", status: "suppressed" });
    expect(await page.locator(".figure-picture").getAttribute("role")).toBe("img");
    expect(await page.locator("#figure-summary").innerText()).toContain(
      "3 numbers are suppressed to protect small groups and shown as intervals.",
    );
  });

  it("is drawn as wide as there is room, also after it was hidden for a while", async () => {
    await openFigure(page, url, "figure=dispatch-region&year=2013&lang=en");
    const widths = async () => [
      Number(await page.locator(".figure-picture svg").first().getAttribute("width")),
      await page.evaluate<number>(`document.querySelector(".figure-picture").clientWidth`),
    ];
    const [, usual] = await widths();
    const hide = (hidden: boolean) =>
      page.evaluate(`(async () => {
        document.querySelector("main").toggleAttribute("hidden", ${hidden});
        for (let frame = 0; frame < 3; frame += 1)
          await new Promise((resolve) => requestAnimationFrame(resolve));
      })()`);
    await hide(true);
    expect((await widths())[1]).toBe(0);
    await hide(false);
    expect(await widths()).toEqual([usual, usual]);
  });

  it("draws all years, with revisions as a band and years that records do not cover left open", async () => {
    const { dispatchStatistics } = await ask<{
      dispatchStatistics: { totals: { fiscalYear: { year: number }; count: Cell }[] };
    }>(`{ dispatchStatistics(measure: ON_DISPATCH, fiscalYears: [2006, 2013, 2018, 2023]) {
      totals { fiscalYear { year } count { value lower upper } }
    } }`);
    await openFigure(page, url, "figure=dispatch-years&lang=en");
    const titles = (await drawnMarks(page)).map(({ title }) => title);
    for (const { fiscalYear, count } of dispatchStatistics.totals) {
      const about = titles.filter((title) =>
        title.startsWith(`FY${fiscalYear.year}, All – Counted`),
      );
      expect(about).toEqual(
        count.value === null
          ? []
          : [`FY${fiscalYear.year}, All – Counted from records: ${count.value}`],
      );
    }
    expect(titles).toContain("FY2006, All – Published: 401");
    expect(titles).toContain("FY2013, All – Published: 397–399");
    expect(await page.locator(".figure-drawing").textContent()).toContain("Not covered by records");
    expect((await shownTable(page)).find(({ period }) => period === "2007")).toMatchObject({
      ...{ published: "", counted: "", lower: "", upper: "", status: "not covered by records" },
    });
  });

  it.each([
    [
      "recruitment-funnel",
      `{ nodes: recruitmentFigures(filter: { fiscalYear: { in: [2023, 2024] }, measure: { in: ["applications", "persons_selected", "persons_registered_added"] } }) { nodes { value } } }`,
      6,
    ],
    [
      "fellows-agency",
      `{ nodes: fellowshipFigures(first: 100, filter: { measure: { eq: "fellows_cumulative" }, dimension: { eq: "sending_agency" } }) { nodes { value } } }`,
      31,
    ],
    [
      "fellows-cohort",
      `{ nodes: fellowshipFigures(filter: { measure: { eq: "fellows_accepted" } }) { nodes { value } } }`,
      7,
    ],
  ])("draws every published number of %s", async (figure, query, many) => {
    const { nodes } = await ask<{ nodes: { nodes: { value: number }[] } }>(query);
    expect(nodes.nodes).toHaveLength(many);
    await openFigure(page, url, `figure=${figure}&lang=en`);
    const marks = await drawnMarks(page);
    const drawn = marks.flatMap(({ kind, title }) => {
      const [, value] = / – Published: (\d+)$/.exec(title) ?? [];
      return kind !== "text" && value !== undefined ? [Number(value)] : [];
    });
    const left = [...drawn];
    for (const { value } of nodes.nodes) {
      expect(left).toContain(value);
      left.splice(left.indexOf(value), 1);
    }
    // Of the first round nobody published more than how many came onto the list.
    expect(left).toEqual(figure === "recruitment-funnel" ? [13] : []);
  });

  it("draws each event that has a date, in their order, and who belonged to what on a day", async () => {
    const { networks } = await ask<{
      networks: {
        name: string;
        events: { nodes: { title: string; startsOn: string | null }[] };
        members: { country: { name: string } }[];
      }[];
    }>(
      `{ networks { name events(first: 200) { nodes { title startsOn } } members(asOf: "2013-06-01") { country { name } } } }`,
    );
    await openFigure(page, url, "figure=network-events&lang=en");
    const events = await drawnMarks(page);
    const dated = networks.flatMap(({ events: { nodes } }) =>
      nodes.filter((each) => each.startsOn),
    );
    expect(events).toHaveLength(dated.length);
    for (const { title, startsOn } of dated) {
      expect(
        events.filter(
          (mark) => mark.title.startsWith(startsOn ?? "") && mark.title.includes(title),
        ),
      ).not.toEqual([]);
    }
    const inOrder = events.toSorted((one, other) =>
      one.title.slice(0, 4).localeCompare(other.title.slice(0, 4)),
    );
    const yearOf = ({ title }: { title: string }) => Number(title.slice(0, 4));
    for (const [index, mark] of inOrder.entries()) {
      const before = inOrder[index - 1];
      if (before && yearOf(before) < yearOf(mark) - 1) expect(before.x).toBeLessThan(mark.x);
    }
    await openFigure(page, url, "figure=network-members&day=2013-06-01&lang=en");
    const cells = (await drawnMarks(page))
      .filter(({ kind }) => kind === "rect")
      .map(({ title }) => title);
    const expected = networks.flatMap(({ name, members }) => [
      ...new Set(members.map(({ country }) => `${country.name} – ${name}: `)),
    ]);
    expect(cells).toHaveLength(expected.length);
    for (const begin of expected)
      expect(cells.filter((title) => title.startsWith(begin))).toHaveLength(1);
  });

  it("can be walked through by keyboard alone: every control is reached, seen and works", async () => {
    await openFigure(page, url, "figure=dispatch-region&year=2013&lang=en");
    const reached: string[] = [];
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press("Tab");
      const focused = await page.evaluate<string | null>(whatHasFocus);
      if (focused === null) break;
      reached.push(focused);
    }
    expect(reached).toEqual([
      ...["personnel-graph", "Start", "Explorer", "Figures", "Files", "日本語"],
      ...["Dispatch by organization", "Dispatch by region", "Dispatch over the years"],
      ...["Recruitment funnel", "Fellows by agency", "Fellows by cohort"],
      ...["Events of networks", "Members of networks", "control-year", "Show as a table"],
      ...["CSV", "Excel", "SVG", "PNG", "Cite", "Open in explorer"],
      ...["Sources (3)", "How it was counted"],
    ]);
    await page.locator("#control-year").focus();
    await page.keyboard.press("ArrowUp");
    await page.locator(".figure-subtitle", { hasText: "FY2014" }).waitFor();
    await figureIsDrawn(page);
    expect(await page.evaluate("document.activeElement?.id")).toBe("control-year");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByRole("table").waitFor();
    await page.getByRole("link", { name: "Fellows by cohort" }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".figure-subtitle", { hasText: "Cohort 1–Cohort 29" }).waitFor();
    expect(await page.evaluate("document.activeElement?.id")).toBe("figure-title");
  });

  it("keeps what is shown in its address: through reload, back, and the other language", async () => {
    await openFigure(page, url, "figure=dispatch-organization&lang=en");
    await page.locator("#control-year").selectOption("2013");
    await page.locator(".figure-subtitle", { hasText: "FY2013" }).waitFor();
    await page.getByRole("button", { name: "Show as a table" }).click();
    await page.getByRole("link", { name: "Recruitment funnel" }).click();
    await page.locator(".figure-subtitle", { hasText: "FY2022" }).waitFor();
    await page.goBack();
    await page.locator(".figure-subtitle", { hasText: "As of the end of FY2013" }).waitFor();
    await page.reload();
    await figureIsDrawn(page);
    expect(await page.locator("#control-year").inputValue()).toBe("2013");
    expect(await page.getByRole("table").isVisible()).toBe(true);
    expect(new URL(page.url()).search).toBe(
      "?figure=dispatch-organization&year=2013&table=1&lang=en",
    );
    await page.getByRole("link", { name: "日本語" }).click();
    await page.locator(".figure-subtitle", { hasText: "2013年度(平成25年度)末現在" }).waitFor();
    expect(await page.getByRole("cell", { name: "国際連合" }).first().isVisible()).toBe(true);
  });

  it("gives each figure away as a table that equals what is shown, as drawings, and as its query", async () => {
    for (const figure of sweep.of(figureIds)) {
      await openFigure(page, url, `figure=${figure}&lang=ja&table=1`);
      const text = readFileSync(await (await downloaded(page, "csv")).path(), "utf8");
      expect(text.startsWith("\uFEFF")).toBe(true);
      const [head, ...rows] = parse(text, { bom: true });
      expect(head).toEqual(await page.locator("#figure-table th").allTextContents());
      const shown = await shownTable(page);
      expect(rows).toEqual(
        shown.map((row) => Object.values(row).map((cell) => cell.replace(/^[=+@]/, "'$&"))),
      );
      const link = (await page.locator("[data-explorer]").getAttribute("href")) ?? "";
      const shared = readSharedFragment(link.slice(link.indexOf("#")));
      const answer = await postGraphql(
        url,
        shared?.query ?? "",
        JSON.parse(shared?.variables ?? ""),
        {},
      );
      expect(answer.errors).toEqual([]);
    }
    const workbook = readFileSync(await (await downloaded(page, "xlsx")).path());
    // A workbook is a ZIP archive.
    expect(workbook.subarray(0, 2).toString()).toBe("PK");
    const svg = readFileSync(await (await downloaded(page, "svg")).path(), "utf8");
    expect(svg).toMatch(/^<svg [^]*出典[^]*<\/svg>$/);
    expect(svg).not.toContain("var(");
    const png = readFileSync(await (await downloaded(page, "png")).path());
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect(png.readUInt32BE(16)).toBeGreaterThan(1_500);
  });

  it("links each published number to a page of its own, which says all of it and how to cite it, in both languages", async () => {
    await openFigure(page, url, "figure=dispatch-region&year=2013&lang=en&table=1");
    const link = page.locator('[data-column="figure"] a').first();
    const id = (await link.textContent()) ?? "";
    await link.click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/figures/${id}`);
    const { publishedFigure } = await ask<{
      publishedFigure: { figure: { value: number; source: { title: string } } };
    }>(`{ publishedFigure(id: "${id}") { figure { value source { title } } } }`);
    const { value, source } = publishedFigure.figure;
    expect(await page.locator(".figure-value data").getAttribute("value")).toBe(String(value));
    for (const language of ["en", "ja"]) {
      await page.goto(`${url}/figures/dsp-2013-stock?lang=${language}`);
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.locator("main").textContent()).toContain(source.title);
      expect(await page.getByRole("button").count()).toBe(2);
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await widerThanAPhone(page)).toBe(0);
      await takePictures(page, `figure-dsp-2013-stock-${language}`, sweep);
    }
    expect(await page.locator("#cite-ja").textContent()).toContain(`${url}/figures/dsp-2013-stock`);
    expect(await page.locator("table tbody tr").count()).toBe(2);
    const file = async (name: string) => (await fetch(`${url}/figures/${name}?lang=ja`)).text();
    expect(await file("dsp-2013-stock.bib")).toMatch(/^@misc\{dsp-2013-stock,\n {2}author = /);
    expect(JSON.parse(await file("dsp-2013-stock.csl.json"))).toMatchObject([
      { id: "dsp-2013-stock", URL: `${url}/figures/dsp-2013-stock`, language: "ja" },
    ]);
    for (const name of ["dsp-1900-stock", "abc-1", "No-Figure", "dsp-1900-stock.bib"]) {
      expect([name, (await fetch(`${url}/figures/${name}`)).status]).toEqual([name, 404]);
    }
  });

  it.each(
    sweep.of([
      ["en", "light", "gives the same answer", "Asia"],
      ["ja", "dark", "回答は同じです", "アジア"],
    ] as const),
  )(
    "cites the answer behind a figure by a text, and by a page that shows it and asks again, in %s and %s",
    async (language, colorScheme, same, region) => {
      await open({ viewport: { width: 1_100, height: 800 }, colorScheme });
      await openFigure(page, url, `figure=dispatch-region&year=2013&lang=${language}`);
      await page.locator("[data-cite]").click();
      const text = await page.locator(".figure-cited textarea").inputValue();
      expect(text).toMatch(/^personnel-graph.*DispatchStock.*\/cite\/[a-z2-7]{32}$/);
      if (language === "en") expect(await accessibilityProblems(page)).toEqual([]);
      await page.locator(".figure-cited a").click();
      // A stranger's question is sent from here only when the reader wants it.
      await page.locator("#ask-today button").click();
      await page.locator("#today", { hasText: same }).waitFor();
      expect(page.url()).toBe(`${text.slice(text.indexOf("http"))}?lang=${language}`);
      expect(await page.locator(`#text-${language}`).innerText()).toBe(text);
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      await page.locator(`#text-${language} + p button`).click();
      await page.getByText(language === "en" ? "Copied" : "コピーしました").waitFor();
      expect(await page.evaluate("navigator.clipboard.readText()")).toBe(text);
      expect(await page.getByRole("cell", { name: region, exact: true }).count()).toBeGreaterThan(
        0,
      );
      await takePictures(page, `cite-${language}`, sweep);
      for (const details of await page.locator("details").all()) {
        await details.locator("summary").click();
      }
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await widerThanAPhone(page)).toBe(0);
    },
  );

  it.each([
    ["en", "light"],
    ["ja", "dark"],
  ] as const)(
    "has no barrier that axe knows, in %s and %s, and fits a phone",
    async (language, colorScheme) => {
      await open({ viewport: { width: 1_100, height: 800 }, colorScheme });
      for (const figure of sweep.of(figureIds)) {
        // One table has all that others have, and to look through the cells of all takes long.
        const table = figure === "dispatch-region" ? "&table=1" : "";
        await openFigure(page, url, `figure=${figure}&lang=${language}${table}`);
        expect([figure, await accessibilityProblems(page)]).toEqual([figure, []]);
        expect([figure, await widerThanAPhone(page)]).toEqual([figure, 0]);
        await takePictures(page, `figures-${figure}-${language}`, sweep);
      }
    },
  );

  it("is read before its script has run, and loads little: at most 150 kB for a drawn figure", async () => {
    const address = `${url}/figures?figure=dispatch-region&lang=en`;
    const { firstPaint, assetBytes } = await loadSlowly(page, address);
    expect(firstPaint).toBeLessThan(2_000);
    expect(assetBytes).toBeGreaterThan(50_000);
    expect(assetBytes).toBeLessThan(150_000);
  });

  it("has asked for many numbers by now, and each was released", () => {
    expect(numbersTold).toBeGreaterThan(100);
  });
});

/** Presses the button of a format, and waits for the file. */
async function downloaded(page: Page, format: string): Promise<Download> {
  const waiting = page.waitForEvent("download");
  await page.locator(`[data-download="${format}"]`).click();
  return waiting;
}
