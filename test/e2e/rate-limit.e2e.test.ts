import { parseBudgets } from "../../gateway/limits/budgets";
import { callerHeaders } from "../support/identity";
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

  it("does not count probes", async () => {
    for (let sent = 0; sent < 5; sent += 1) {
      for (const path of ["health", "ready"]) {
        expect((await fetch(`${graph.url}/${path}`)).status).toBe(200);
      }
    }
  });
});
