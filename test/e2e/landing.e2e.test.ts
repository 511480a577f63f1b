import { startTestGraph } from "../support/graph";
import { recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

/** What Chromium sends when an address is opened. */
const browser =
  "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";

/** Gateways that have the page to arrive on and others, GraphiQL alone, Sandbox alone, and none. */
type GatewayName = "pages" | "explorer" | "sandbox" | "none";

const urls = new Map<GatewayName, string>();
const stops: (() => Promise<void>)[] = [];
beforeAll(async () => {
  const all = { EXPLORER: "true", SANDBOX: "true" };
  for (const [name, PAGES] of [
    ["pages", "true"],
    ["explorer", "false"],
  ] as const) {
    const graph = await startTestGraph({ gatewayVariables: { ...all, PAGES } });
    stops.push(() => graph.stop());
    urls.set(name, graph.url);
  }
  for (const [name, SANDBOX] of [
    ["sandbox", true],
    ["none", false],
  ] as const) {
    const graph = await TestGraph.start([recruitment], { SANDBOX });
    stops.push(() => graph.stop());
    urls.set(name, graph.url);
  }
});
afterAll(() => Promise.all(stops.map((stop) => stop())));

const open = (name: GatewayName, address: string, accept?: string, method = "GET") =>
  fetch(`${urls.get(name) ?? ""}${address}`, {
    method,
    redirect: "manual",
    headers: accept === undefined ? {} : { accept },
  });

describe("a browser that opens the gateway", () => {
  it("arrives on a page at /, in its language or that of the address, and is led there from the graph's", async () => {
    for (const [address, language, expected] of [
      ["/", "ja,en;q=0.5", "ja"],
      ["/?utm=1", "fr", "en"],
      ["/?lang=ja", "en", "ja"],
    ] as const) {
      for (const method of ["GET", "HEAD"]) {
        const page = await fetch(`${urls.get("pages") ?? ""}${address}`, {
          method,
          headers: { accept: browser, "accept-language": language },
        });
        expect([page.status, page.headers.get("vary")]).toEqual([200, "Accept, Accept-Language"]);
        const text = await page.text();
        expect(text.includes(`<html lang="${expected}">`)).toBe(method === "GET");
      }
    }
    const led = await open("pages", "/graphql?query={language}", browser);
    expect([led.status, led.headers.get("location"), led.headers.get("vary")]).toEqual([
      ...[302, "/", "Accept"],
    ]);
  });

  it.each(["/", "/graphql", "/graphql?query={language}", "/?utm=1"])(
    "at %s is led to GraphiQL where there is no such page, or to Apollo Sandbox where that is all",
    async (address) => {
      for (const [page, to] of [
        ["explorer", "/explorer"],
        ["sandbox", "/sandbox"],
      ] as const) {
        for (const method of ["GET", "HEAD"]) {
          const led = await open(page, address, browser, method);
          expect([led.status, led.headers.get("location")]).toEqual([302, to]);
          expect(led.headers.get("vary")).toBe("Accept");
        }
      }
    },
  );

  it("is led from /q to the page of files where there is one, and programs are listed what there is", async () => {
    for (const address of ["/q", "/q/", "/q?x=1"]) {
      for (const method of ["GET", "HEAD"]) {
        const led = await open("pages", address, browser, method);
        expect([led.status, led.headers.get("location")]).toEqual([302, "/files"]);
        expect(led.headers.get("vary")).toBe("Accept");
      }
    }
    for (const [name, accept, vary] of [
      ["pages", undefined, "Accept"],
      ["pages", "*/*", "Accept"],
      ["pages", "application/json", "Accept"],
      ["explorer", browser, null],
    ] as const) {
      const listed = await open(name, "/q", accept);
      expect([listed.status, listed.headers.get("vary")]).toEqual([200, vary]);
      expect(((await listed.json()) as { operations: object[] }).operations).not.toEqual([]);
    }
    expect((await open("explorer", "/files", browser)).status).toBe(404);
  });

  it("is led nowhere where no page is switched on", async () => {
    const plain = await open("none", "/graphql", browser);
    expect([plain.status, await plain.text()]).toEqual([400, expect.not.stringContaining("<html")]);
    expect((await open("none", "/", browser)).status).toBe(404);
    expect((await open("none", "/sandbox", browser)).status).toBe(404);
  });

  it("is shown Apollo Sandbox at its own address, beside GraphiQL too", async () => {
    for (const page of ["explorer", "sandbox"] as const) {
      const shown = await open(page, "/sandbox", browser);
      expect(shown.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(await shown.text()).toContain("embeddable-sandbox");
      // Whoever signs in with Apollo does so in a window that the page opens.
      expect(shown.headers.get("cross-origin-opener-policy")).toBe("same-origin-allow-popups");
      const head = await open(page, "/sandbox", browser, "HEAD");
      expect([head.status, await head.text()]).toEqual([200, ""]);
    }
  });
});

describe("a program", () => {
  it.each([undefined, "*/*", "application/json", "application/graphql-response+json", "image/png"])(
    "that accepts %s is answered as ever",
    async (accept) => {
      for (const name of ["pages", "explorer"] as const) {
        const answer = await open(name, "/graphql?query={language}", accept);
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain("CSRF");
        const nothing = await open(name, "/", accept);
        expect([nothing.status, nothing.headers.get("vary")]).toEqual([404, "Accept"]);
        expect(await nothing.json()).toMatchObject({
          errors: [{ extensions: { code: "BAD_REQUEST" } }],
        });
      }
    },
  );

  it("that posts is never led away, whatever it accepts", async () => {
    const answer = await fetch(`${urls.get("sandbox") ?? ""}/graphql`, {
      method: "POST",
      headers: { accept: browser, "content-type": "application/json" },
      body: JSON.stringify({ query: "{ language }" }),
    });
    expect(answer.status).toBe(200);
  });
});

describe("a method that an address does not have", () => {
  it.each([
    ["PUT", "/graphql", "GET, POST, OPTIONS"],
    ["DELETE", "/graphql", "GET, POST, OPTIONS"],
    ["POST", "/explorer", "GET, HEAD, OPTIONS"],
    ["PATCH", "/sandbox", "GET, HEAD, OPTIONS"],
    ["POST", "/ready", "GET, HEAD, OPTIONS"],
    ["PUT", "/health?x=1", "GET, HEAD, OPTIONS"],
  ])("%s of %s is refused with those it has", async (method, address, allow) => {
    const refused = await open("explorer", address, undefined, method);
    expect([refused.status, refused.headers.get("allow")]).toEqual([405, allow]);
    expect(await refused.json()).toEqual({
      errors: [
        {
          message: `Expected one of the methods ${allow}, received ${method}.`,
          extensions: { code: "BAD_REQUEST" },
        },
      ],
    });
    const asked = await open("explorer", address, undefined, "OPTIONS");
    expect([asked.status, asked.headers.get("allow"), await asked.text()]).toEqual([
      204,
      allow,
      "",
    ]);
  });

  it("is refused to HEAD of the graph itself, which has no answer without a query", async () => {
    const head = await open("none", "/graphql", undefined, "HEAD");
    expect([head.status, head.headers.get("allow")]).toEqual([405, "GET, POST, OPTIONS"]);
  });

  it.each(["/explorer", "/sandbox", "/health", "/ready"])(
    "is not HEAD of what can be read: %s",
    async (address) => {
      const [head, read] = await Promise.all([
        open("explorer", address, undefined, "HEAD"),
        open("explorer", address),
      ]);
      expect([head.status, await head.text()]).toEqual([read.status, ""]);
      expect(head.headers.get("content-type")).toBe(read.headers.get("content-type"));
    },
  );

  it.each(["PUT", "OPTIONS", "HEAD", "GET"])(
    "learns nothing where nothing is: %s",
    async (method) => {
      const { status, headers } = await open("explorer", "/nothing", undefined, method);
      expect([status, headers.has("allow")]).toEqual([404, false]);
    },
  );
});
