import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import { awakeTime } from "../../test/support/awake-time";
import { SubgraphFailure } from "../context/subgraph-failure";
import { askReady } from "./ask-ready";
import { connectionPool } from "./connection-pool";
import { HangWatch } from "./hang-watch";
import { postByHttp } from "./post-by-http";

/** A process of its own, which goes on while this one stands still; it answers /silent never, and /graphql after a while. */
const program = `
require("node:http").createServer((request, response) => {
  if (request.url === "/silent") return;
  response.setHeader("content-type", "application/json");
  setTimeout(() => response.end('{"data":{"id":"1"}}'), request.url === "/graphql" ? 100 : 0);
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;

const pool = connectionPool();
let server: ChildProcess;
let url: string;
beforeAll(async () => {
  server = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = (await once(server.stdout ?? server, "data")) as [Buffer];
  url = `http://127.0.0.1:${port.toString().trim()}/graphql`;
});
afterAll(async () => {
  server.kill();
  await pool.destroy();
});

/** Lets this process do nothing else, as one does that waits for a processor or collects garbage. */
function standStill(milliseconds: number): void {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

const ask = (path: string): Promise<unknown> =>
  postByHttp({
    subgraph: "dispatch",
    url: new URL(path, url).toString(),
    dispatcher: pool,
    waitingDispatcher: pool,
    timeoutMilliseconds: 1_000,
  })({ headers: {}, body: "{}", wait: 0 });

describe("a gateway that itself stood still for longer than a subgraph may take", () => {
  it.each([0, 20])("does not say that a call took too long, made %i ms before", async (before) => {
    const call = ask("/graphql");
    await delay(before);
    standStill(1_600);
    expect(await call).toMatchObject({ status: 200, text: expect.stringContaining('"1"') });
  });

  it("does not say that a probe took too long", async () => {
    const probe = askReady(url, pool);
    standStill(2_000);
    expect(await probe).toBe("ready");
  });

  it("heeds the answer of a subgraph that no longer hangs", async () => {
    let now = 0;
    const hangs = [() => Promise.resolve(true)];
    const probe = async () =>
      hangs.shift()?.() ?? (await askReady(url, pool)) === "no answer in time";
    const watch = new HangWatch(probe, () => now);
    const failure = new SubgraphFailure("dispatch", "SUBGRAPH_TIMEOUT");
    watch.suspect(failure);
    expect(await watch.expectedFailure()).toBe(failure);
    now = 1_000;
    const expected = watch.expectedFailure();
    standStill(600);
    expect(await expected).toBeUndefined();
  });
});

it("waits no longer for a subgraph that is silent than it may take", async () => {
  const begun = performance.now();
  const waited = await awakeTime(() =>
    expect(ask("/silent")).rejects.toMatchObject({ code: "SUBGRAPH_TIMEOUT" }),
  );
  expect(performance.now() - begun).toBeGreaterThan(990);
  expect(waited).toBeLessThan(1_500);
});
