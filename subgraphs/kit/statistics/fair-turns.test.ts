import { setTimeout as delay } from "node:timers/promises";
import { FairTurns } from "./fair-turns";

const busy = { extensions: { code: "STATISTICS_BUSY" } };
const never = new AbortController().signal;

/** A request that comes now, and for which somebody waits. */
const of = (caller: string, more: { since?: number; end?: AbortSignal } = {}) => ({
  ...{ caller, end: never, since: performance.now() },
  ...more,
});

/** Turns, with a first one that lasts until it is ended, and what was done in the others. */
function turnsTaken(atOnce = 1, mostWaiting = 100) {
  const turns = new FairTurns(atOnce, mostWaiting);
  const done: string[] = [];
  let end: () => void = () => undefined;
  const first = turns.run(of("first"), () => new Promise<void>((resolve) => (end = resolve)));
  const ask = (caller: string, name = caller, more = {}) =>
    turns.run(of(caller, more), () => {
      done.push(name);
      return Promise.resolve(name);
    });
  return { turns, done, ask, first, end: () => end() };
}

it("gives so many turns at once, and those of one caller in order", async () => {
  const turns = new FairTurns(2, 100);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const work = (number: number) => async () => {
    running += 1;
    most = Math.max(most, running);
    order.push(number);
    await delay(2);
    running -= 1;
  };
  await Promise.all([0, 1, 2, 3, 4, 5, 6].map((number) => turns.run(of("a"), work(number))));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it("goes round among callers, whoever asks for more", async () => {
  const { ask, done, end } = turnsTaken();
  const many = Array.from({ length: 60 }, (_none, index) => ask("much", `much ${index}`));
  const others = [ask("little"), ask("less", "less 0"), ask("less", "less 1")];
  end();
  await Promise.all([...many, ...others]);
  expect(done.slice(0, 6)).toEqual([
    ...["much 0", "little", "less 0"],
    ...["much 1", "less 1", "much 2"],
  ]);
  expect(done).toHaveLength(63);
});

it("gives those of one caller to the request that came first", async () => {
  const { ask, done, end } = turnsTaken();
  const asked = [
    ...[ask("a", "late 0", { since: 2 }), ask("a", "early 0", { since: 1 })],
    ...[ask("a", "late 1", { since: 2 }), ask("a", "early 1", { since: 1 })],
  ];
  end();
  await Promise.all(asked);
  expect(done).toEqual(["early 0", "early 1", "late 0", "late 1"]);
});

it("does nothing that nobody waits for, and goes on with the next", async () => {
  const { ask, done, end } = turnsTaken();
  const request = new AbortController();
  const given = [0, 1, 2].map(() => ask("a", "given up", { end: request.signal }));
  const [same, other] = [ask("a", "waited for"), ask("b")];
  request.abort();
  for (const each of given) await expect(each).rejects.toMatchObject(busy);
  end();
  await Promise.all([same, other]);
  await expect(ask("a", "given up", { end: request.signal })).rejects.toMatchObject(busy);
  expect(done).toEqual(["waited for", "b"]);
});

it("refuses what is not done when nobody waits any more, and gives its turn to nobody before it is", async () => {
  const turns = new FairTurns(1, 100);
  const request = new AbortController();
  let end: () => void = () => undefined;
  const working = new Promise<void>((resolve) => (end = resolve));
  const long = turns.run(of("a", { end: request.signal }), () => working);
  let hasBegun = false;
  const next = turns.run(of("b"), async () => {
    hasBegun = true;
  });
  request.abort();
  await expect(long).rejects.toMatchObject(busy);
  expect(hasBegun).toBe(false);
  end();
  await next;
});

it("leaves nothing behind at the signal of a request", async () => {
  const { turns, end } = turnsTaken(1, 2);
  const request = new AbortController();
  const added = jest.spyOn(request.signal, "addEventListener");
  const removed = jest.spyOn(request.signal, "removeEventListener");
  const work = () => Promise.resolve();
  const asked = [1, 2, 3].map(() => turns.run(of("a", { end: request.signal }), work));
  await expect(asked[2]).rejects.toMatchObject(busy);
  end();
  await Promise.all(asked.slice(0, 2));
  expect(added).toHaveBeenCalledTimes(3);
  expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
    expect.arrayContaining(added.mock.calls.map(([, listener]) => listener)),
  );
});

describe("when as much waits as can", () => {
  it("refuses what comes from the caller of whom most waits", async () => {
    const { ask, done, end } = turnsTaken(1, 3);
    const waiting = ["0", "1", "2"].map((name) => ask("a", name));
    await expect(ask("a", "3")).rejects.toMatchObject(busy);
    end();
    await Promise.all(waiting);
    expect(done).toEqual(["0", "1", "2"]);
  });

  it("refuses that caller's last one where another comes", async () => {
    const { ask, done, end } = turnsTaken(1, 3);
    const waiting = ["0", "1", "2"].map((name) => ask("a", name));
    const other = ask("b");
    await expect(waiting[2]).rejects.toMatchObject(busy);
    end();
    await Promise.all([...waiting.slice(0, 2), other]);
    expect(done).toEqual(["0", "b", "1"]);
  });

  it("refuses what comes where as much waits of its caller as of any other", async () => {
    const { ask, end } = turnsTaken(1, 2);
    const [one, other] = [ask("a"), ask("b")];
    await expect(ask("b")).rejects.toMatchObject(busy);
    end();
    expect(await Promise.all([one, other])).toEqual(["a", "b"]);
  });

  it("takes others again as soon as less waits", async () => {
    const { ask, end } = turnsTaken(1, 1);
    const request = new AbortController();
    const given = ask("a", "a", { end: request.signal });
    request.abort();
    await expect(given).rejects.toMatchObject(busy);
    const next = ask("b");
    end();
    expect(await next).toBe("b");
  });
});

it("lets what has begun end when it is closed, and refuses all else", async () => {
  const { turns, ask, done, first, end } = turnsTaken();
  const waiting = [ask("a"), ask("b")];
  turns.close();
  for (const each of [...waiting, ask("c")]) await expect(each).rejects.toMatchObject(busy);
  end();
  await first;
  expect(done).toEqual([]);
});

it("goes on where work fails", async () => {
  const turns = new FairTurns(1, 100);
  const failing = turns.run(of("a"), () => Promise.reject(new Error("failed")));
  const next = turns.run(of("a"), () => Promise.resolve("done"));
  await expect(failing).rejects.toThrow("failed");
  expect(await next).toBe("done");
});
