import type { FastifyRequest } from "fastify";
import { RequestEnd } from "../../subgraphs/kit/request-end";
import { publicCaller } from "../access/identity/caller-of-claims";
import { type Budgets, parseBudgets } from "./budgets";
import { chargeParts } from "./charge-parts";
import { limitRequests } from "./limit-requests";
import { TokenBuckets } from "./token-buckets";

const budgets = parseBudgets('{"public":{"requestsPerMinute":600}}') as Budgets;
const request = { caller: publicCaller, ip: "192.0.2.1" } as FastifyRequest;

describe("the parts of a long answer", () => {
  it("wait while less than half of a minute's requests are left, and leave that for others", async () => {
    let now = 0;
    const buckets = new TokenBuckets(10, () => now);
    const charge = chargeParts(budgets, buckets);
    for (let part = 0; part < 300; part += 1) await charge(request, 1, undefined);
    let isTaken = false;
    const waiting = charge(request, 0.5, undefined).then(() => (isTaken = true));
    const count = limitRequests(budgets, buckets);
    for (let other = 0; other < 3; other += 1) count(request, undefined as never);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isTaken).toBe(false);
    now += 60_000;
    await waiting;
  });

  it("come one by one where a caller has one request a minute", async () => {
    let now = 0;
    const scarce = parseBudgets('{"public":{"requestsPerMinute":1}}') as Budgets;
    const charge = chargeParts(scarce, new TokenBuckets(10, () => now));
    await charge(request, 1, undefined);
    now += 60_000;
    await charge(request, 1, undefined);
  });

  it("wait no longer than somebody waits for them", async () => {
    const charge = chargeParts(budgets, new TokenBuckets(10, () => 0));
    const end = new RequestEnd();
    for (let part = 0; part < 300; part += 1) await charge(request, 1, end);
    const waiting = charge(request, 1, end);
    end.end();
    await expect(waiting).rejects.toThrow("Nobody waits");
    await expect(charge(request, 1, end)).rejects.toThrow("Nobody waits");
  });
});
