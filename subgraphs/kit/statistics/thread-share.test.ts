import { performance } from "node:perf_hooks";
import { setTimeout as delay } from "node:timers/promises";
import { ThreadShare } from "./thread-share";

const never = new AbortController().signal;
const of = (caller: string, end = never) => ({ caller, since: 0, end });

/** Keeps the thread at work. */
function work(milliseconds: number): void {
  for (const end = performance.now() + milliseconds; performance.now() < end;);
}

it("leaves the thread to others for three times as long as work that can wait has taken", async () => {
  const share = new ThreadShare();
  share.noteOther();
  await share.turn(of("a"));
  const before = performance.eventLoopUtilization();
  for (let piece = 0; piece < 5; piece += 1) {
    work(5);
    await share.turn(of("a"));
  }
  const { active, idle } = performance.eventLoopUtilization(before);
  expect(active).toBeGreaterThanOrEqual(25);
  expect(idle).toBeGreaterThanOrEqual(2.7 * active);
});

it("leaves it no rest where there are no others", async () => {
  const share = new ThreadShare();
  const before = performance.eventLoopUtilization();
  for (let piece = 0; piece < 5; piece += 1) {
    work(10);
    await share.turn(of("a"));
  }
  expect(performance.eventLoopUtilization(before).idle).toBeLessThan(10);
});

it("gives a turn at once where the thread has been idle", async () => {
  const share = new ThreadShare();
  share.noteOther();
  work(10);
  await delay(120);
  let isIt = false;
  const turn = share.turn(of("a")).then(() => (isIt = true));
  await new Promise(setImmediate);
  expect(isIt).toBe(true);
  await turn;
});

it("gives turns in the end, even where others leave the thread no rest", async () => {
  const share = new ThreadShare();
  share.noteOther();
  work(1);
  let isIt = false;
  const turn = share.turn(of("a")).then(() => (isIt = true));
  const busy = async () => {
    while (!isIt) {
      work(5);
      await new Promise(setImmediate);
    }
  };
  await Promise.all([turn, busy()]);
  expect(isIt).toBe(true);
});

it("refuses turns that nobody waits for any more, and all when it is closed", async () => {
  const share = new ThreadShare();
  const busy = { extensions: { code: "STATISTICS_BUSY" } };
  await expect(share.turn(of("a", AbortSignal.abort()))).rejects.toMatchObject(busy);
  share.close();
  await expect(share.turn(of("a"))).rejects.toMatchObject(busy);
});
