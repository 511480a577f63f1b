import { setDate } from "../../test/support/set-date";
import { KeptToday } from "./kept-today";

const none = { today: 0, inAll: 0 };

afterEach(() => jest.useRealTimers());

it("gives each address and all together no more than a day allows, counting what was there before", async () => {
  setDate(Date.parse("2026-11-30T03:00:00Z"));
  const kept = new KeptToday({ each: 1_000, all: 2_600, ever: 10_000 }, async () => ({
    today: 500,
    inAll: 0,
  }));
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
  const kept = new KeptToday({ each: 1_000, all: 1_000, ever: 10_000 }, async () => none);
  await kept.take("192.0.2.1", 700);
  await expect(kept.take("192.0.2.2", 700)).rejects.toThrow("in a day");
  setDate(Date.parse("2026-11-30T15:00:00Z"));
  await kept.take("192.0.2.1", 700);
});

it("does not take from a day what was given back of the day before", async () => {
  setDate(Date.parse("2026-11-30T14:59:59Z"));
  const kept = new KeptToday({ each: 3_000, all: 2_000, ever: 10_000 }, async () => none);
  const giveBack = await kept.take("192.0.2.1", 700);
  setDate(Date.parse("2026-11-30T15:00:00Z"));
  await kept.take("192.0.2.1", 1_600);
  giveBack();
  await expect(kept.take("192.0.2.1", 700)).rejects.toThrow("at most 2000 bytes");
});

it("gives a /48 four times as much as one of its networks, the last tenth of a day to what is small, and no more than all in all", async () => {
  const kept = new KeptToday({ each: 10_000, all: 60_000, ever: 68_000 }, async () => ({
    today: 0,
    inAll: 12_000,
  }));
  for (let network = 1; network <= 4; network++) await kept.take(`2001:db8:0:${network}::1`, 9_000);
  await expect(kept.take("2001:db8:0:5::1", 5_000)).rejects.toThrow("from one address in a day");
  await kept.take("2001:db8:1::1", 9_000);
  await expect(kept.take("192.0.2.1", 8_000)).rejects.toThrow("at most 60000 bytes");
  await kept.take("192.0.2.2", 3_000);
  await kept.take("192.0.2.2", 3_000);
  await expect(kept.take("192.0.2.3", 3_000)).rejects.toThrow("in all");
});

it("asks again what was there before, where the database was away", async () => {
  let isAway = true;
  const kept = new KeptToday({ each: 1_000, all: 1_000, ever: 10_000 }, () =>
    isAway ? Promise.reject(new Error("away")) : Promise.resolve(none),
  );
  await expect(kept.take("192.0.2.1", 100)).rejects.toThrow("away");
  isAway = false;
  await kept.take("192.0.2.1", 100);
});
