import { setDate } from "../../test/support/set-date";
import { KeptToday } from "./kept-today";

afterEach(() => jest.useRealTimers());

it("gives each address and all together no more than a day allows, counting what was there before", async () => {
  setDate(Date.parse("2026-11-30T03:00:00Z"));
  const kept = new KeptToday({ each: 1_000, all: 2_600 }, async () => 500);
  await kept.take("2001:db8::1", 700);
  // Another address of the same network.
  await expect(kept.take("2001:db8::2", 700)).rejects.toThrow("from one address in a day");
  expect(() => kept.admit("2001:db8::2")).toThrow("at most 1000 bytes of cited answers");
  const giveBack = await kept.take("192.0.2.1", 700);
  await expect(kept.take("192.0.2.2", 700)).rejects.toThrow("at most 2600 bytes");
  giveBack();
  kept.admit("192.0.2.1");
  await kept.take("192.0.2.2", 700);
});

it("begins anew with the day in Tokyo", async () => {
  setDate(Date.parse("2026-11-30T14:59:59Z"));
  const kept = new KeptToday({ each: 1_000, all: 1_000 }, async () => 0);
  await kept.take("192.0.2.1", 700);
  await expect(kept.take("192.0.2.2", 700)).rejects.toThrow("in a day");
  setDate(Date.parse("2026-11-30T15:00:00Z"));
  await kept.take("192.0.2.1", 700);
});

it("asks again what was there before, where the database was away", async () => {
  let isAway = true;
  const kept = new KeptToday({ each: 1_000, all: 1_000 }, () =>
    isAway ? Promise.reject(new Error("away")) : Promise.resolve(0),
  );
  await expect(kept.take("192.0.2.1", 100)).rejects.toThrow("away");
  isAway = false;
  await kept.take("192.0.2.1", 100);
});
