import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright-core";

/** A page of this machine that is not the gateway's, as a developer may have open. */
export async function serveEmptyPage(): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>x</title>");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Asks for a token from a page, as the explorer does; what went wrong where there is none. */
export function tokenFrom(page: Page, issuer: string): Promise<string> {
  return page.evaluate(async (address) => {
    try {
      const response = await fetch(`${address}/token`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: '{"role":"dispatch-officer"}',
      });
      return ((await response.json()) as { token: string }).token;
    } catch (error) {
      return (error as Error).message;
    }
  }, issuer);
}

/** Asks from a page as its own scripts would, with the headers that Apollo's and ours are. */
export function askFrom(page: Page, url: string) {
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
