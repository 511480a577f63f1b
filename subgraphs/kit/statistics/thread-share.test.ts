import { ThreadShare, type ThreadTime } from "./thread-share";

const never = new AbortController().signal;
const of = (caller: string, end = never) => ({ caller, since: 0, end });

/** The time of a thread that a test keeps at work, and of which others may leave nothing. */
class TestTime implements ThreadTime {
  active = 0;
  idle = 0;
  othersRest = true;

  now(): number {
    return this.active + this.idle;
  }

  used() {
    return { active: this.active, idle: this.idle };
  }

  async rest(milliseconds: number): Promise<void> {
    if (this.othersRest) this.idle += milliseconds;
    else this.active += milliseconds;
  }
}

/** Pieces of work that can wait, each so long, and how long the thread was idle meanwhile. */
async function idleFor(time: TestTime, share: ThreadShare, pieces: readonly number[]) {
  const { idle } = time;
  for (const piece of pieces) {
    time.active += piece;
    await share.turn(of("a"));
  }
  return time.idle - idle;
}

it("leaves the thread to others for three times as long as work that can wait has taken", async () => {
  const time = new TestTime();
  const share = new ThreadShare(time);
  share.noteOther();
  expect(await idleFor(time, share, [5, 10, 1, 30])).toBe(3 * 46);
});

it("leaves it to others for a tenth of a second at most, however long a piece has taken", async () => {
  const time = new TestTime();
  const share = new ThreadShare(time);
  share.noteOther();
  expect(await idleFor(time, share, [400])).toBe(100);
});

it("leaves it no rest where there are no others, and once they have gone", async () => {
  const time = new TestTime();
  const share = new ThreadShare(time);
  expect(await idleFor(time, share, [10, 10])).toBe(0);
  share.noteOther();
  expect(await idleFor(time, share, [10])).toBe(30);
  expect(await idleFor(time, share, [1_000, 10])).toBe(0);
});

it("gives a turn at once where the thread has been idle", async () => {
  const time = new TestTime();
  const share = new ThreadShare(time);
  share.noteOther();
  time.idle += 30;
  expect(await idleFor(time, share, [10])).toBe(0);
});

it("gives turns in the end, even where others leave the thread no rest", async () => {
  const time = new TestTime();
  const share = new ThreadShare(time);
  share.noteOther();
  time.othersRest = false;
  await idleFor(time, share, [1]);
  expect(time.now()).toBeGreaterThanOrEqual(101);
});

it("knows how the time of its own thread passes", async () => {
  const share = new ThreadShare();
  share.noteOther();
  await share.turn(of("a"));
  await share.turn(of("b"));
});

it("refuses turns that nobody waits for any more, and all when it is closed", async () => {
  const share = new ThreadShare();
  const busy = { extensions: { code: "STATISTICS_BUSY" } };
  await expect(share.turn(of("a", AbortSignal.abort()))).rejects.toMatchObject(busy);
  share.close();
  await expect(share.turn(of("a"))).rejects.toMatchObject(busy);
});
