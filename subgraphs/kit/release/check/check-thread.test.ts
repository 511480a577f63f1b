import { join } from "node:path";
import pino from "pino";
import { disclosureRule } from "../../disclosure/disclosure-rule";
import { anything } from "../../disclosure/known/interval";
import { type CheckTask, undecided } from "./check-task";
import { CheckThread, type CheckThreadOptions } from "./check-thread";
import { checkHere, longestCheck } from "./release-check";

/** Threads run built modules. */
const program = join(__dirname, "../../../../dist/subgraphs/kit/release/check/check-worker.js");

const started: CheckThread[] = [];
afterEach(() => Promise.all(started.splice(0).map((thread) => thread.end())));

function threadOf(options: Partial<CheckThreadOptions> = {}) {
  const thread = new CheckThread({ logger: pino({ level: "silent" }), program, ...options });
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

  it("has not decided a check that is ended as it takes too long", async () => {
    const thread = threadOf({ longestTask: 1 });
    await expect(thread.checkFor(waiting())(task)).resolves.toEqual(undecided);
  });

  it("refuses a check that is at work when the thread is closed", async () => {
    const thread = threadOf();
    const outcome = thread.checkFor(waiting())(task);
    const [settled] = await Promise.allSettled([outcome, thread.end()]);
    expect(settled).toMatchObject({
      ...{ status: "rejected", reason: { extensions: { code: "STATISTICS_BUSY" } } },
    });
  });

  it("takes the time that a check has waited from the time that it has", async () => {
    const since = performance.now() - longestCheck * 1_000;
    const check = threadOf().checkFor({ ...waiting(), since });
    await expect(check(task)).resolves.toEqual(undecided);
  });

  it("refuses what is more than can wait, and what comes once it is closed", async () => {
    const thread = threadOf({ waitingChecks: 1 });
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
