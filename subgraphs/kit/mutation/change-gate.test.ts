import { setTimeout as delay } from "node:timers/promises";
import { ChangeGate } from "./change-gate";
import { Deadline } from "./deadline";

it("lets so many through at once, the others in order", async () => {
  const gate = new ChangeGate(2);
  let inside = 0;
  let most = 0;
  const order: number[] = [];
  const work = (number: number) =>
    gate.run(new Deadline(), async () => {
      inside += 1;
      most = Math.max(most, inside);
      order.push(number);
      await delay(2);
      inside -= 1;
    });
  await Promise.all([0, 1, 2, 3, 4, 5, 6].map(work));
  expect(most).toBe(2);
  expect(order).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

it("refuses those whose turn does not come, and goes on with the next", async () => {
  const gate = new ChangeGate(1);
  const long = gate.run(new Deadline(), () => delay(60));
  await expect(gate.run(new Deadline(20), () => Promise.resolve())).rejects.toMatchObject({
    extensions: { code: "CONCURRENT_CHANGE" },
  });
  await long;
  await expect(gate.run(new Deadline(), () => Promise.resolve("done"))).resolves.toBe("done");
});

it("frees its place where the work fails", async () => {
  const gate = new ChangeGate(1);
  await expect(gate.run(new Deadline(), () => Promise.reject(new Error("no")))).rejects.toThrow(
    "no",
  );
  await expect(gate.run(new Deadline(), () => Promise.resolve("done"))).resolves.toBe("done");
});
