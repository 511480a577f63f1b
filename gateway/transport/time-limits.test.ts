import { setTimeout as delay } from "node:timers/promises";
import { TimeLimits } from "./time-limits";

it("ends what takes longer than the limit, and nothing that was done before", async () => {
  const limits = new TimeLimits(100);
  const ended: string[] = [];
  const begun = performance.now();
  const end = new Promise<void>((resolve) => {
    limits.begin(() => {
      ended.push("long");
      resolve();
    });
  });
  limits.begin(() => void ended.push("short"))();
  // The timer keeps no process alive.
  await Promise.race([end, delay(60_000, undefined, { ref: false })]);
  expect(performance.now() - begun).toBeGreaterThan(95);
  expect(ended).toEqual(["long"]);
});
