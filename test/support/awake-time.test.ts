import { setTimeout as delay } from "node:timers/promises";
import { awakeTime } from "./awake-time";

it("counts the time that work waits, and not that in which the process is not let run", async () => {
  const taken = await awakeTime(async () => {
    await delay(100);
    // Blocks the process without using its processor.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1_000);
    await delay(100);
  });
  expect(taken).toBeGreaterThan(10);
  expect(taken).toBeLessThan(700);
});

it("counts the time that work computes, though no clock ticks meanwhile", async () => {
  const taken = await awakeTime(async () => {
    for (const before = process.cpuUsage(); process.cpuUsage(before).user < 100_000;);
  });
  expect(taken).toBeGreaterThanOrEqual(100);
});
