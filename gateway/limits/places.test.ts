import { setImmediate as turnOfTheLoop } from "node:timers/promises";
import { RequestEnd } from "../../subgraphs/kit/request-end";
import { NoPlace, Places } from "./places";

beforeEach(() => jest.useFakeTimers({ doNotFake: ["setImmediate", "nextTick"] }));
afterEach(() => jest.useRealTimers());

const waiting = { most: 6, patience: 5_000 };
const nobodyLeaves = undefined;

/** Callers who take places, and what became of them in order. */
function queueOf(free: number) {
  const places = new Places(free, waiting);
  const events: string[] = [];
  const held: { readonly name: string; readonly giveBack: () => void }[] = [];
  /** A request of a caller, as `a1`: of caller a. */
  const ask = (name: string, end: RequestEnd | undefined = nobodyLeaves) =>
    void places.take(name.slice(0, 1), end).then(
      (giveBack) => {
        events.push(`${name} begins`);
        held.push({ name, giveBack });
      },
      (error: unknown) => events.push(`${name} ${error instanceof NoPlace ? "gives up" : "?"}`),
    );
  const seen = async () => {
    await turnOfTheLoop();
    await turnOfTheLoop();
    return events.splice(0);
  };
  /** Ends the request that has worked for longest. */
  const end = async () => {
    held.shift()?.giveBack();
    return seen();
  };
  const note = (event: string) => void events.push(event);
  return { ask, seen, end, held, note };
}

const askAll = (ask: (name: string) => void, names: string) => {
  for (const name of names.split(" ")) ask(name);
};

describe("places", () => {
  it("are for so many requests at once, and each goes to the next when it is given back", async () => {
    const { ask, seen, end } = queueOf(2);
    askAll(ask, "a1 a2 a3 a4");
    expect(await seen()).toEqual(["a1 begins", "a2 begins"]);
    expect(await end()).toEqual(["a3 begins"]);
    expect(await end()).toEqual(["a4 begins"]);
    expect(await end()).toEqual([]);
    expect(await end()).toEqual([]);
    askAll(ask, "a5 a6 a7");
    expect(await seen()).toEqual(["a5 begins", "a6 begins"]);
  });

  it("are given back once, however often somebody says so", async () => {
    const { ask, seen, held } = queueOf(1);
    askAll(ask, "a1 a2 a3");
    await seen();
    held[0]?.giveBack();
    held[0]?.giveBack();
    expect(await seen()).toEqual(["a2 begins"]);
  });

  it("go to callers in turn, and to the requests of one in the order of their arrival", async () => {
    const { ask, seen, end } = queueOf(1);
    askAll(ask, "x1 a1 a2 a3 b1 b2 c1");
    await seen();
    const begun: string[] = [];
    for (let ended = 0; ended < 6; ended += 1) begun.push(...(await end()));
    expect(begun.map((event) => event.slice(0, 2))).toEqual(["a1", "b1", "c1", "a2", "b2", "a3"]);
  });

  it("let a caller who comes late wait for one request of each other caller", async () => {
    const { ask, seen, end } = queueOf(1);
    askAll(ask, "x1 a1 a2 a3 b1");
    await seen();
    expect(await end()).toEqual(["a1 begins"]);
    ask("c1");
    expect([await end(), await end(), await end()]).toEqual([
      ["b1 begins"],
      ["a2 begins"],
      ["c1 begins"],
    ]);
  });

  it("let everything else that has arrived have its turn before the next request begins", async () => {
    const { ask, seen, held, note } = queueOf(1);
    askAll(ask, "a1 a2");
    await seen();
    setImmediate(() => note("another's work"));
    held[0]?.giveBack();
    expect(await seen()).toEqual(["another's work", "a2 begins"]);
  });
});

describe("a request that waits", () => {
  it("gives up in time, and the others go on", async () => {
    const { ask, seen, end } = queueOf(1);
    askAll(ask, "a1 a2");
    await seen();
    jest.advanceTimersByTime(3_000);
    ask("a3");
    jest.advanceTimersByTime(1_999);
    expect(await seen()).toEqual([]);
    jest.advanceTimersByTime(1);
    expect(await seen()).toEqual(["a2 gives up"]);
    expect(await end()).toEqual(["a3 begins"]);
    jest.advanceTimersByTime(10_000);
    expect(await seen()).toEqual([]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("leaves the queue when it is over", async () => {
    const { ask, seen, end } = queueOf(1);
    const over = new RequestEnd();
    ask("a1");
    ask("a2", over);
    ask("a3");
    await seen();
    over.end();
    expect(await seen()).toEqual(["a2 gives up"]);
    expect(await end()).toEqual(["a3 begins"]);
    expect(jest.getTimerCount()).toBe(0);
  });

  it("does not begin to wait when it is over already", async () => {
    const { ask, seen } = queueOf(1);
    ask("a1");
    await seen();
    const over = new RequestEnd();
    over.end();
    ask("a2", over);
    expect(await seen()).toEqual(["a2 gives up"]);
  });

  it("keeps its place when its caller goes away after it began, until it is given back", async () => {
    const { ask, seen, end } = queueOf(1);
    const over = new RequestEnd();
    ask("a1", over);
    ask("a2");
    await seen();
    over.end();
    expect(await seen()).toEqual([]);
    expect(await end()).toEqual(["a2 begins"]);
  });
});

describe("a full queue", () => {
  it("takes no more of a caller who has most in it", async () => {
    const { ask, seen } = queueOf(1);
    askAll(ask, "x1 a1 a2 a3 a4 a5 a6 a7");
    expect(await seen()).toEqual(["x1 begins", "a7 gives up"]);
  });

  it("takes one of another caller in the place of the last of who has most", async () => {
    const { ask, seen, end } = queueOf(1);
    askAll(ask, "x1 a1 a2 a3 a4 b1 b2");
    await seen();
    ask("c1");
    expect(await seen()).toEqual(["a4 gives up"]);
    ask("c2");
    expect(await seen()).toEqual(["a3 gives up"]);
    ask("c3");
    expect(await seen()).toEqual(["c3 gives up"]);
    expect([await end(), await end(), await end()]).toEqual([
      ["a1 begins"],
      ["b1 begins"],
      ["c1 begins"],
    ]);
  });

  it("takes nobody in the place of another who has no more", async () => {
    const { ask, seen } = queueOf(1);
    askAll(ask, "x1 a1 b1 c1 d1 e1 f1");
    await seen();
    ask("g1");
    expect(await seen()).toEqual(["g1 gives up"]);
  });
});
