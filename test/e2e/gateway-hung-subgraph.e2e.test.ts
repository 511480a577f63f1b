import { setTimeout as delay } from "node:timers/promises";
import { dispatch, fellowship, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

const timeout = 800;

let graph: TestGraph;
beforeEach(async () => {
  graph = await TestGraph.start([recruitment, dispatch, fellowship], {
    SUBGRAPH_TIMEOUT_MS: timeout,
  });
});
afterEach(() => graph.stop());

const shared = `{ countries { code name } }`;

const never = () => delay(5_000, true, { ref: false });

/** As a stopped process does: it takes connections and says nothing on any of them. */
function hang(name: string): void {
  graph.subgraph(name).interceptor = never;
  graph.subgraph(name).readiness = never;
}

function recover(name: string): void {
  graph.subgraph(name).interceptor = undefined;
  graph.subgraph(name).readiness = () => Promise.resolve(true);
}

const askedOf = (name: string) => graph.subgraph(name).received.length;

describe("a subgraph that hangs", () => {
  beforeEach(() => hang("dispatch"));

  it("is waited for once; later requests go to others at once", async () => {
    await graph.execute(shared);
    const asked = askedOf("dispatch");
    for (let request = 0; request < 3; request += 1) {
      const { data, errors, calls } = await graph.execute(shared);
      expect([data.countries.length, errors]).toEqual([3, []]);
      expect(calls.map(({ subgraph }) => subgraph)).toEqual(["dispatch", "fellowship"]);
    }
    expect([asked, askedOf("dispatch")]).toEqual([1, 1]);
  });

  it("fails what it alone knows at once, under the code it failed with", async () => {
    await graph.execute(shared);
    const { data, errors } = await graph.execute(
      `{ country(code: "JP") { name dispatches { id } } }`,
    );
    expect(data.country).toEqual({ name: "Japan", dispatches: null });
    expect(errors.map(({ path, extensions }) => [path, extensions])).toEqual([
      [["country", "dispatches"], { code: "SUBGRAPH_TIMEOUT", subgraph: "dispatch" }],
    ]);
    expect(askedOf("dispatch")).toBe(1);
  });

  it("is not waited for as a stand-in either", async () => {
    hang("fellowship");
    await graph.execute(shared);
    const { data, errors } = await graph.execute(shared);
    expect([data.countries.length, errors]).toEqual([3, []]);
    // Longer than a failed stand-in is remembered for.
    await delay(1_100);
    await graph.execute(shared);
    expect([askedOf("dispatch"), askedOf("fellowship")]).toEqual([1, 1]);
  });

  it("is asked whether it still hangs once a second, however many requests there are", async () => {
    let probes = 0;
    graph.subgraph("dispatch").readiness = () => {
      probes += 1;
      return never();
    };
    await graph.execute(shared);
    await Promise.all(Array.from({ length: 20 }, () => graph.execute(shared)));
    expect([probes, askedOf("dispatch")]).toEqual([1, 1]);
  });

  it("is asked with the first request after it is back, once its probe is due", async () => {
    await graph.execute(shared);
    await graph.execute(shared);
    await delay(1_100);
    recover("dispatch");
    const { data, errors } = await graph.execute(`{ dispatches { id } }`);
    expect([data.dispatches.length, errors]).toEqual([30, []]);
  });

  it("is asked with the first request after the gateway has called it ready", async () => {
    await graph.execute(shared);
    await graph.execute(shared);
    recover("dispatch");
    const ready = await fetch(`${graph.url}/ready`);
    expect(await ready.json()).toMatchObject({ dispatch: "ready" });
    const { data, errors } = await graph.execute(`{ dispatches { id } }`);
    expect([data.dispatches.length, errors]).toEqual([30, []]);
  });

  it("is asked again once it answers", async () => {
    await graph.execute(shared);
    await graph.execute(shared);
    recover("dispatch");
    for (let attempt = 0; attempt < 100 && askedOf("dispatch") < 2; attempt += 1) {
      await graph.execute(shared);
      await delay(50);
    }
    const { data, errors } = await graph.execute(`{ dispatches { id } }`);
    expect([data.dispatches.length, errors]).toEqual([30, []]);
  });
});

describe("a change by a subgraph that hangs", () => {
  it("may have been made where it was sent, and was not where it was not sent", async () => {
    hang("recruitment");
    const change = `mutation { openSolicitation(year: 2023) { name } }`;
    const both = `mutation { a: openSolicitation(year: 2023) { name } b: openSolicitation(year: 2024) { name } }`;
    const sent = await graph.execute(change);
    expect(sent.errors.map(({ message }) => message)).toEqual([
      expect.stringContaining("whether the change was made is not known"),
    ]);
    const asked = askedOf("recruitment");
    for (const unsent of [change, both]) {
      const { errors } = await graph.execute(unsent);
      expect(errors[0]).toMatchObject({
        message:
          'Subgraph "recruitment" did not answer in time; it was not asked, so the change was not made. Send it again later.',
        extensions: { code: "SUBGRAPH_TIMEOUT" },
      });
    }
    expect(askedOf("recruitment")).toBe(asked);
  });
});

describe("a subgraph that is merely slow to answer one query", () => {
  it.each([
    ["is ready", true],
    ["says it is not ready", false],
  ])("is asked by others while it %s", async (_state, isReady) => {
    graph.subgraph("dispatch").readiness = () => Promise.resolve(isReady);
    graph.subgraph("dispatch").interceptor = never;
    await graph.execute(shared);
    graph.subgraph("dispatch").interceptor = undefined;
    const { data, errors } = await graph.execute(`{ dispatches { id } }`);
    expect([data.dispatches.length, errors]).toEqual([30, []]);
  });
});

describe("a subgraph that refuses connections", () => {
  it("is tried at every request, so that it is back with the first one", async () => {
    hang("dispatch");
    await graph.execute(shared);
    await graph.subgraph("dispatch").stop();
    // The next probe finds the port closed, which costs no time.
    await delay(1_100);
    await graph.execute(shared);
    await delay(100);
    recover("dispatch");
    await graph.subgraph("dispatch").start();
    const { errors } = await graph.execute(`{ dispatches { id } }`);
    expect(errors).toEqual([]);
  });
});
