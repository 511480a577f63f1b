import { parseBudgets } from "../../gateway/limits/budgets";
import { callerHeaders, tokenOf } from "../support/identity";
import { dispatch, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  const most = Number.MAX_SAFE_INTEGER;
  const budgets = parseBudgets(
    JSON.stringify({
      public: { requestsPerMinute: 2, cost: most },
      analyst: { requestsPerMinute: 3, cost: most },
    }),
  );
  if (typeof budgets === "string") throw new Error(budgets);
  graph = await TestGraph.start([recruitment, dispatch], {
    BUDGETS: budgets,
    TRUSTED_PROXIES: ["127.0.0.1"],
  });
});
afterAll(() => graph.stop());

const query = `{ fiscalYear(year: 2023) { name } }`;

let sender = 0;

describe("the rate limit", () => {
  it("counts callers each for themselves, and says when to send again", async () => {
    const headers = await callerHeaders("analyst");
    for (let sent = 0; sent < 3; sent += 1) {
      expect((await graph.execute(query, { headers })).errors).toEqual([]);
    }
    const refused = await graph.execute(query, { headers });
    expect(refused.status).toBe(429);
    expect(refused.errors).toEqual([
      {
        message: expect.stringMatching(/^Expected at most 3 requests a minute/) as string,
        extensions: { code: "RATE_LIMITED" },
      },
    ]);
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(Number(refused.headers.get("retry-after"))).toBeLessThanOrEqual(60);
    expect(refused.calls).toEqual([]);
  });

  it("counts the anonymous by address, which only a trusted proxy can name", async () => {
    const statuses = async (address: string) => {
      const response = await fetch(`${graph.url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", "x-forwarded-for": address },
        body: JSON.stringify({ query }),
      });
      return response.status;
    };
    expect(await statuses("192.0.2.1")).toBe(200);
    // What the caller itself put in front of what the proxy adds is not believed.
    expect(await statuses("198.51.100.7, 192.0.2.1")).toBe(200);
    expect(await statuses("198.51.100.8, 192.0.2.1")).toBe(429);
    expect(await statuses("192.0.2.2")).toBe(200);
    // The addresses of one IPv6 network are one.
    expect(await statuses("2001:db8::1")).toBe(200);
    expect(await statuses("2001:db8::2")).toBe(200);
    expect(await statuses("2001:db8::3")).toBe(429);
  });

  it.each<[string, number, RequestInit]>([
    ["a body that is no JSON", 400, { body: "{" }],
    ["a body that is too large", 413, { body: `"${"x".repeat(1_100_000)}"` }],
    ["another type of body", 415, { headers: { "content-type": "text/csv" } }],
    ["a purpose that is none", 400, { headers: { "graph-purpose": "" } }],
    ["an actor that nobody acts for", 400, { headers: { "x-actor": "somebody" } }],
    ["a token that is refused", 401, { headers: { authorization: "Bearer forged" } }],
    ["a header that is no token", 401, { headers: { authorization: "Basic eDp5" } }],
  ])(
    "counts a request that ends before its query is looked at: %s",
    async (_what, status, given) => {
      sender += 1;
      const address = `203.0.113.${sender}`;
      const send = async ({ headers, body }: RequestInit) => {
        const response = await fetch(`${graph.url}/graphql`, {
          method: "POST",
          headers: {
            "content-type": "application/json",
            "x-forwarded-for": address,
            ...(headers as Record<string, string> | undefined),
          },
          body: body ?? JSON.stringify({ query }),
        });
        await response.arrayBuffer();
        return response;
      };
      expect((await send(given)).status).toBe(status);
      expect((await send(given)).status).toBe(status);
      const refused = await send(given);
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      // The same address without a token is the same caller; one with a token that is accepted is another.
      expect((await send({})).status).toBe(429);
      const sub = `analyst at ${address}`;
      const token = await tokenOf({ roles: ["analyst"], sub });
      expect((await send({ headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
    },
  );

  it("does not count probes", async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      for (const path of ["health", "ready"]) {
        expect((await fetch(`${graph.url}/${path}`)).status).toBe(200);
      }
    }
  });
});
