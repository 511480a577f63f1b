import { join } from "node:path";
import pino from "pino";
import { disclosureRule } from "../../disclosure/disclosure-rule";
import { anything } from "../../disclosure/known/interval";
import type { CheckTask } from "./check-task";
import { CheckThread } from "./check-thread";
import { checkHere } from "./release-check";

/** Threads run built modules. */
const program = join(__dirname, "../../../../dist/subgraphs/kit/release/check/check-worker.js");

const started: CheckThread[] = [];
afterEach(() => Promise.all(started.splice(0).map((thread) => thread.end())));

function threadOf(waitingChecks?: number) {
  const thread = new CheckThread({
    ...{ logger: pino({ level: "silent" }), program },
    ...(waitingChecks !== undefined && { waitingChecks }),
  });
  started.push(thread);
  return thread;
}

const waiting = () => ({
  caller: "a",
  since: performance.now(),
  end: new AbortController().signal,
});

const task: CheckTask = {
  rule: disclosureRule(5),
  measures: {
    STOCK: { isAdditive: true, isOfPersons: true, overlapping: [], linked: {} },
  },
  released: [],
  given: [
    {
      ...{ measure: "STOCK", dimensions: [], period: "2020-03-31", isComplete: true },
      rows: [{ keys: [], count: 3, interval: anything }],
    },
  ],
};

describe("the thread that checks tables", () => {
  it("says what a check on the thread that asks says", async () => {
    const check = threadOf().checkFor(waiting());
    const outcome = await check(task);
    expect(outcome).toMatchObject({ outcome: "checked", findings: [{ kind: "SHOWN" }] });
    expect(outcome).toEqual(await checkHere(task));
  });

  it("gives the error of a check that fails, and goes on", async () => {
    const check = threadOf().checkFor(waiting());
    await expect(check({ ...task, measures: {} })).rejects.toThrow("no measure STOCK");
    await expect(check(task)).resolves.toMatchObject({ outcome: "checked" });
  });

  it("refuses what is more than can wait, and what comes once it is closed", async () => {
    const thread = threadOf(1);
    const checks = Array.from({ length: 3 }, () => thread.checkFor(waiting())(task));
    const outcomes = await Promise.allSettled(checks);
    expect(outcomes.map(({ status }) => status).sort()).toEqual([
      ...["fulfilled", "fulfilled", "rejected"],
    ]);
    thread.refuse();
    await expect(thread.checkFor(waiting())(task)).rejects.toMatchObject({
      extensions: { code: "STATISTICS_BUSY" },
    });
  });
});
