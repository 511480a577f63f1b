import { awakeTime } from "../../test/support/awake-time";
import { SubgraphFailure } from "../context/subgraph-failure";
import { HangWatch } from "./hang-watch";

const failure = new SubgraphFailure("dispatch", "SUBGRAPH_TIMEOUT");

let now = 0;
let hangs = true;
const probe = jest.fn(() => Promise.resolve(hangs));
let watch: HangWatch;
beforeEach(() => {
  now = 0;
  hangs = true;
  probe.mockClear();
  watch = new HangWatch(probe, () => now);
});

it("does not probe a subgraph that nobody waited for", async () => {
  await expect(watch.expectedFailure()).resolves.toBeUndefined();
  expect(probe).not.toHaveBeenCalled();
});

it("lets calls wait for the verdict on a suspicion", async () => {
  watch.suspect(failure);
  await expect(watch.expectedFailure()).resolves.toBe(failure);
});

it("clears a subgraph that answers the probe", async () => {
  hangs = false;
  watch.suspect(failure);
  await expect(watch.expectedFailure()).resolves.toBeUndefined();
});

it("probes again when asked a second later, and lets a call wait for a prompt answer", async () => {
  watch.suspect(failure);
  await watch.expectedFailure();
  hangs = false;
  now = 999;
  await watch.expectedFailure();
  expect(probe).toHaveBeenCalledTimes(1);
  now = 1_000;
  await expect(watch.expectedFailure()).resolves.toBeUndefined();
  expect(probe).toHaveBeenCalledTimes(2);
});

it("lets no call wait for long while the subgraph goes on hanging", async () => {
  watch.suspect(failure);
  await watch.expectedFailure();
  probe.mockReturnValueOnce(new Promise(() => undefined));
  now = 1_000;
  const taken = await awakeTime(async () => {
    await expect(watch.expectedFailure()).resolves.toBe(failure);
    now = 1_250;
    await expect(watch.expectedFailure()).resolves.toBe(failure);
  });
  expect(taken).toBeLessThan(450);
});

it("lets calls through once the subgraph has said that it is ready", async () => {
  watch.suspect(failure);
  await watch.expectedFailure();
  watch.answered();
  await expect(watch.expectedFailure()).resolves.toBeUndefined();
  expect(probe).toHaveBeenCalledTimes(1);
});

it("does not answer from a verdict that nobody renewed for long", async () => {
  watch.suspect(failure);
  await watch.expectedFailure();
  hangs = false;
  now = 10_000;
  await expect(watch.expectedFailure()).resolves.toBeUndefined();
});
