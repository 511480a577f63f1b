import { RecentFailures } from "./recent-failures";

it("remembers a failed subgraph for a while, and no other", () => {
  let now = 0;
  const failures = new RecentFailures(1_000, () => now);
  failures.add("dispatch");
  now = 999;
  expect([failures.has("dispatch"), failures.has("fellowship")]).toEqual([true, false]);
  now = 1_000;
  expect(failures.has("dispatch")).toBe(false);
});
