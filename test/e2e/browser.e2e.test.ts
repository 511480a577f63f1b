import type { Browser, Page } from "playwright-core";
import { developersOrigins } from "../../gateway/local/for-developers";
import { patience } from "../support/patience";
import { startTestGraph, type TestGraph } from "../support/graph";
import { hosts, startApolloStandIn } from "./support/apollo-stand-in";
import { describeInChromium, startChromium } from "./support/chromium";

describeInChromium("in Chromium, without a token", () => {
  let graph: TestGraph | undefined;
  let apollo: Awaited<ReturnType<typeof startApolloStandIn>> | undefined;
  let browser: Browser | undefined;
  let url: string;
  let page: Page;
  /** What the page reported: errors, and what a policy forbade. */
  let reported: string[];

  beforeAll(async () => {
    apollo = await startApolloStandIn();
    const { port } = apollo;
    browser = await startChromium(
      Object.fromEntries(Object.values(hosts).map((name) => [name, port])),
    );
    graph = await startTestGraph({
      gatewayVariables: {
        ...{ OPEN_SCHEMA: "true", EXPLORER: "true", SANDBOX: "true" },
        CORS_ORIGINS: developersOrigins,
      },
    });
  });
  // Whatever has been started, where the rest could not be.
  afterAll(async () => {
    apollo?.stop();
    await browser?.close();
    await graph?.stop();
  });

  beforeEach(async () => {
    reported = [];
    page = await started(browser).newPage();
    ({ url } = started(graph));
    page.setDefaultTimeout(patience);
    page.on("console", (message) => {
      // A browser asks for an icon by itself, and there is none.
      const isIcon = message.location().url.endsWith("/favicon.ico");
      if (message.type() === "error" && !isIcon) reported.push(message.text());
    });
    page.on("pageerror", (error) => reported.push(error.message));
  });
  afterEach(async () => {
    for (const context of browser?.contexts() ?? []) await context.close();
  });

  it.each(["/", "/graphql"])(
    "%s leads to GraphiQL, which shows the documentation of a type and completes a field",
    async (address) => {
      await page.goto(`${url}${address}`);
      expect(page.url()).toBe(`${url}/explorer`);
      await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
      const docs = page.locator(".graphiql-doc-explorer");
      await docs.getByRole("link", { name: "Query" }).first().click();
      await docs.getByRole("link", { name: "FiscalYear", exact: true }).first().click();
      await docs.getByText("A Japanese fiscal year").first().waitFor();
      expect(await docs.innerText()).toContain("endsOn");

      await page.locator(".graphiql-query-editor .CodeMirror").click();
      await page.keyboard.press("Control+A");
      // One letter offers the fields that have it; two more leave one, which Ctrl-Space writes.
      await page.keyboard.type("{ fiscalYear(year: 2023) { e");
      await page.locator(".CodeMirror-hint", { hasText: "endsOn" }).waitFor();
      await page.keyboard.type("nd");
      await page.keyboard.press("Control+Space");
      await page.locator(".CodeMirror-line", { hasText: "endsOn" }).first().waitFor();
      await page.keyboard.press("Control+Enter");
      await page.locator(".result-window", { hasText: "2024-03-31" }).waitFor();
      expect(reported).toEqual([]);
    },
  );

  it("Apollo Sandbox is loaded and embedded, and asks the graph, with nothing forbidden by a policy", async () => {
    await page.goto(`${url}/sandbox`);
    const frame = page.frameLocator("iframe");
    await frame.locator("output", { hasText: `"queryType":{"name":"Query"}` }).waitFor();
    expect(await page.locator("iframe").getAttribute("src")).toContain(
      encodeURIComponent(`${url}/graphql`),
    );
    expect(reported).toEqual([]);
  });

  it("a page of Sandbox at Apollo's own address may ask the graph, and a page of another may not", async () => {
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

function started<What>(what: What | undefined): What {
  if (what === undefined) throw new Error("It has not been started.");
  return what;
}

/** Asks from a page as its own scripts would, with the headers that Apollo's and ours are. */
function askFrom(page: Page, url: string) {
  return page.evaluate(async (address) => {
    try {
      const response = await fetch(`${address}/graphql`, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "apollographql-client-name": "sandbox",
          "graph-as-of": "2024-03-31",
        },
        body: JSON.stringify({ query: "{ fiscalYear(year: 2023) { name } }" }),
      });
      const { status, headers } = response;
      return { status, requestId: headers.get("x-request-id"), text: await response.text() };
    } catch (error) {
      return (error as Error).message;
    }
  }, url);
}
