import { Batches } from "./batches";

describe("batches", () => {
  it("reject for every key where not every key is answered", async () => {
    const batches = new Batches<number, number>(() => Promise.resolve([1]));
    const loaded = await Promise.allSettled([batches.load(1), batches.load(2)]);
    expect(loaded.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await expect(batches.load(2)).rejects.toThrow("Expected 2 values of a batch, received 1.");
  });

  it("read what is asked for in one turn at once, and each key once", async () => {
    const read = jest.fn((keys: readonly number[]) => Promise.resolve(keys.map((key) => key * 2)));
    const batches = new Batches(read);
    expect(await Promise.all([batches.load(1), batches.load(2), batches.load(1)])).toEqual([
      2, 4, 2,
    ]);
    expect(await batches.load(2)).toBe(4);
    expect(read.mock.calls).toEqual([[[1, 2]]]);
  });
});
