import { EventEmitter, once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { dispatch, recruitment } from "./support/personnel-subgraphs";
import { TestGraph } from "./support/test-graph";

let graph: TestGraph;
beforeAll(async () => {
  graph = await TestGraph.start([recruitment, dispatch]);
});
afterEach(() => graph.reset());
afterAll(() => graph.stop());

/** Asks, and goes as soon as the subgraph recruitment is asked; says how that request ended for the subgraph. */
async function askAndGo(query: string): Promise<"closed" | "answered"> {
  const asked = new EventEmitter();
  const begun = once(asked, "begun");
  const ended = once(asked, "ended");
  graph.subgraph("recruitment").interceptor = async (_request, reply) => {
    reply.raw.once("close", () => {
      asked.emit("ended", reply.raw.writableFinished ? "answered" : "closed");
    });
    asked.emit("begun");
    // A subgraph that is not told to stop answers after a while.
    await Promise.race([once(asked, "ended"), delay(500)]);
  };
  const caller = new AbortController();
  const answer = graph.execute(query, { signal: caller.signal });
  await begun;
  caller.abort();
  await expect(answer).rejects.toThrow("aborted");
  const [how] = (await ended) as ["closed" | "answered"];
  return how;
}

it("ends what a subgraph is asked for a query when the caller is gone", async () => {
  expect(await askAndGo("{ fiscalYear(year: 2023) { solicitation { opensOn } } }")).toBe("closed");
});

it("asks no other subgraph then, and thinks no worse of the one it had asked", async () => {
  expect(await askAndGo(`{ language country(code: "JP") { name applicants } }`)).toBe("closed");
  graph.subgraph("recruitment").interceptor = undefined;
  expect(graph.subgraph("dispatch").received).toEqual([]);
  const { data, errors } = await graph.execute(
    "{ fiscalYear(year: 2023) { solicitation { opensOn } } }",
  );
  expect(errors).toEqual([]);
  expect(data.fiscalYear.solicitation).not.toBeNull();
  expect(graph.log.filter(({ msg }) => msg === "a subgraph could not be asked")).toEqual([]);
});

it("lets a change go on", async () => {
  expect(await askAndGo("mutation { openSolicitation(year: 2023) { year } }")).toBe("answered");
});
