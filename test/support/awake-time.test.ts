import { setTimeout as delay } from "node:timers/promises";
import { awakeTime } from "./awake-time";

it("counts the time that work waits, and not that in which the process stands still", async () => {
  const taken = await awakeTime(async () => {
    await delay(100);
    for (const end = performance.now() + 500; performance.now() < end;);
    await delay(100);
  });
  expect(taken).toBeGreaterThan(0);
  expect(taken).toBeLessThan(300);
});
